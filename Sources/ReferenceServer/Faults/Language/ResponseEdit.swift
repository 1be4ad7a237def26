import JSON

/// A change to responses on their way out, told as data.
struct ResponseEdit: Sendable {
    /// The calls whose responses are changed.
    var scope = CallScope()
    /// The statuses whose responses are changed.
    var statuses: ClosedRange<Int> = 200...200
    /// What the body has to show.
    var showing: [Place: Condition] = [:]
    /// What is changed, in order.
    let changes: [Change]

    /// What is changed in a response.
    enum Change: Sendable {
        /// The JSON of the body.
        case body(JSONEdit)
        /// The whole body, which becomes a text of that content type.
        case text(String, type: String)
        /// The body, which goes with its content type.
        case noBody
        /// The status.
        case status(Int)
        /// A header field; nil takes it away.
        case header(String, String?)
        /// A header field, which repeats one of the request.
        case repeated(String, as: String)
        /// The object at a place, which gets the parameters of the call that it lacks.
        case echo(in: Place)
        /// The time that the answer takes.
        case delay(Duration)
    }

    /// Changes a response, if it is one that is meant.
    ///
    /// - Parameters:
    ///   - response: the response.
    ///   - call: the call that it answers.
    func apply(to response: inout ServerResponse, of call: ReceivedCall) {
        guard statuses.contains(response.status), scope.includes(call) else { return }
        guard showing.allSatisfy({ $0.value.holds(for: response.json?.value(at: $0.key)) }) else { return }
        for change in changes { change.apply(to: &response, of: call) }
    }
}

extension ResponseEdit.Change {
    /// Makes the change.
    fileprivate func apply(to response: inout ServerResponse, of call: ReceivedCall) {
        switch self {
        case .body(let edit): response.change(edit)
        case .text(let text, let type):
            response.text = text
            response.headers["content-type"] = type
        case .noBody:
            response.json = nil
            response.headers["content-type"] = nil
        case .status(let status): response.status = status
        case .header(let name, let value): response.headers[name] = value
        case .repeated(let name, let other): response.headers[other] = call.request.headers[name]
        case .echo(let place): response.change(.complete(place, with: call.parameters))
        case .delay(let delay): response.delay += delay
        }
    }
}

extension ServerResponse {
    /// Changes the body, if it is JSON.
    fileprivate mutating func change(_ edit: JSONEdit) {
        guard var json else { return }
        edit.apply(to: &json)
        self.json = json
    }
}
