public import JSON

/// What expectations look at: the answer to one call.
public struct Answer: Sendable {
    /// The HTTP status.
    public let status: Int
    /// The headers as received, in order.
    public let headers: [(name: String, value: String)]
    /// The body; nil when it is empty or not JSON.
    public let body: JSONValue?
    /// From sending the request to having the whole answer.
    public let elapsed: Duration

    /// An answer.
    ///
    /// - Parameters:
    ///   - status: the HTTP status.
    ///   - headers: the headers as received, in order.
    ///   - body: the body; nil when it is empty or not JSON.
    ///   - elapsed: from sending the request to having the whole answer.
    public init(status: Int, headers: [(name: String, value: String)], body: JSONValue?, elapsed: Duration) {
        self.status = status
        self.headers = headers
        self.body = body
        self.elapsed = elapsed
    }
}
