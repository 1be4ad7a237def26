public import Results

/// A server in this process, which is asked without a network.
///
/// What it is asked is what the network would carry, and so are its answers; of what HTTP itself adds there is the host alone.
public struct LocalServer: Sendable {
    /// A request as the server gets it.
    public struct Request: Sendable {
        /// The method in upper case.
        public let method: String
        /// The path, and the query behind a `?`.
        public let target: String
        /// The header fields, names in lower case, in order.
        public let headers: [HeaderField]
        /// The body; empty when there is none.
        public let body: [UInt8]
    }

    /// A response as the server gives it.
    public struct Response: Sendable {
        /// The status code.
        let status: Int
        /// The header fields, names in lower case, in order.
        let headers: [HeaderField]
        /// The body; empty when there is none.
        let body: [UInt8]
        /// How long it takes beside the work, which is only told and not waited for.
        let delay: Duration

        /// A response.
        ///
        /// - Parameters:
        ///   - status: the status code, 100 to 599.
        ///   - headers: the header fields, names in lower case, in order.
        ///   - body: the body; empty for none.
        ///   - delay: how long it takes beside the work.
        public init(status: Int, headers: [HeaderField], body: [UInt8], delay: Duration = .zero) {
            self.status = status
            self.headers = headers
            self.body = body
            self.delay = delay
        }
    }

    /// What answers a request.
    let answer: @Sendable (Request) async -> Response

    /// A server.
    ///
    /// - Parameter answer: what answers a request; several are answered side by side.
    public init(_ answer: @escaping @Sendable (Request) async -> Response) {
        self.answer = answer
    }
}

/// The way to a server in this process.
struct LocalWire: Wire {
    /// The server.
    let server: LocalServer
    /// The time.
    let clock: RunClock

    /// Asks the server; the time limit does not hold, since there is no network that could be late.
    func attempt(_ request: OutgoingRequest, within _: Duration, isShielded _: Bool) async throws -> Attempt {
        let answer = await server.answer(
            LocalServer.Request(
                method: request.method,
                target: String(request.url.dropFirst(request.origin.count)),
                headers: [HeaderField(name: "host", value: request.authority)] + request.headers,
                body: request.body ?? []
            )
        )
        let isHead = request.method == "HEAD"
        let response = IncomingResponse(
            status: answer.status,
            headers: answer.headers,
            body: isHead ? [] : answer.body
        )
        return Attempt(result: .success(response), end: clock.elapsed() + answer.delay)
    }

    /// There is nothing to give back.
    func close() async {}
}
