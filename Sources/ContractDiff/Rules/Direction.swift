/// Which way a value goes.
enum Direction: String, Sendable, Hashable, CaseIterable {
    /// From the client to the endpoint.
    case request
    /// From the endpoint to the client.
    case response

    /// One message that goes this way, for sentences.
    var message: String {
        switch self {
        case .request: "a request"
        case .response: "an answer"
        }
    }

    /// The keyword that keeps a property out of messages that go this way (OpenAPI 3.0.3 and 3.1, Schema Object).
    var excludingKeyword: String {
        switch self {
        case .request: "readOnly"
        case .response: "writeOnly"
        }
    }
}
