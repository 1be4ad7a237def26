import JSON

/// What a read of the graph says.
struct GraphAnswer: Sendable {
    /// What is said.
    enum Content: Sendable {
        /// This.
        case body(JSONValue)
        /// That there is no such thing.
        case absent
    }

    /// The ordinal of the exchange.
    let exchange: Int
    /// What is said.
    let content: Content
}

extension GraphAnswer {
    /// What a response says; nil when it can't be read as either.
    ///
    /// · a success with an object says what is in it
    /// · a 404 with an error envelope, or a 400 whose type ends in `_not_found`, says that there is no such thing
    /// - Parameters:
    ///   - observation: the response.
    ///   - exchange: the ordinal of the exchange.
    init?(_ observation: Observation, exchange: Int) {
        let type = observation.json?["error"]?["type"]?.stringValue ?? ""
        if observation.isSuccess, let body = observation.json, body.kind == .object {
            self.init(exchange: exchange, content: .body(body))
        } else if (observation.response.status == 404 && !type.isEmpty)
            || (observation.response.status == 400 && type.hasSuffix("_not_found"))
        {
            self.init(exchange: exchange, content: .absent)
        } else {
            return nil
        }
    }
}
