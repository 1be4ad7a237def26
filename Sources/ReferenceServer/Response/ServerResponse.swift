public import JSON

/// An answer of the server.
public struct ServerResponse: Sendable, Equatable {
    /// The HTTP status.
    public var status: Int
    /// The header fields, names in lower case.
    public var headers: [String: String]
    /// The body; nil when there is none.
    public var json: JSONValue?

    /// An answer.
    ///
    /// - Parameters:
    ///   - status: the HTTP status.
    ///   - headers: the header fields, names in lower case.
    ///   - json: the body; nil for none.
    public init(status: Int, headers: [String: String], json: JSONValue? = nil) {
        self.status = status
        self.headers = headers
        self.json = json
    }

    /// The body as it is sent; empty when there is none.
    public var body: [UInt8] { json?.serializedBytes() ?? [] }
}
