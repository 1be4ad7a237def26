public import JSON

/// An answer of the server.
public struct ServerResponse: Sendable, Equatable {
    /// The HTTP status.
    public var status: Int
    /// The header fields, names in lower case.
    public var headers: [String: String]
    /// The body as JSON; nil when there is none.
    public var json: JSONValue?
    /// A body that stands in place of the JSON; nil in a correct server.
    var text: String?
    /// How long the answer takes beside the work; none in a correct server.
    public var delay = Duration.zero

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
    public var body: [UInt8] { text.map { Array($0.utf8) } ?? json?.serializedBytes() ?? [] }
}
