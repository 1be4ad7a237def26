import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Results

/// The network as requests go over it: HTTP/1.1, responses bounded in size and time, no redirects, no decompression, no
/// cookies.
final class NetworkWire: Wire {
    /// How many connections there are at most; further requests wait for one, within their time.
    static let connectionLimit = 256

    private let client: HTTPClient
    private let bodyLimit: Int
    private let headLimit: Int
    private let grace: Duration
    private let clock: RunClock

    /// What carries the requests of a run.
    ///
    /// - Parameters:
    ///   - localServer: the server in this process that is asked in place of the network; nil goes over the network.
    ///   - options: how the run goes about its work.
    ///   - clock: the time.
    /// - Returns: the wire, to be closed with `close()`.
    static func wire(to localServer: LocalServer?, _ options: RunOptions, clock: RunClock) -> any Wire {
        if let localServer { return LocalWire(server: localServer, clock: clock) }
        return NetworkWire(
            bodyLimit: options.bodyLimit,
            headLimit: options.headLimit,
            connectionTimeout: options.timeout / Runner.connectionShare,
            grace: options.interruptionGrace,
            clock: clock
        )
    }

    /// A wire, to be closed with ``close()``.
    ///
    /// - Parameters:
    ///   - bodyLimit: the largest body in bytes.
    ///   - headLimit: the largest header section, in bytes of all names and values.
    ///   - connectionTimeout: how long a connection may take to come about; less than an exchange, so that one that never
    ///     does is told as such.
    ///   - grace: how long a request under way goes on when the task is cancelled.
    ///   - clock: the time.
    init(bodyLimit: Int, headLimit: Int, connectionTimeout: Duration, grace: Duration, clock: RunClock) {
        var configuration = HTTPClient.Configuration()
        configuration.timeout.connect = TimeAmount(connectionTimeout)
        configuration.httpVersion = .http1Only
        configuration.redirectConfiguration = .disallow
        configuration.decompression = .disabled
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = Self.connectionLimit
        // Servers close idle connections after five seconds or more: a request must not run into that.
        configuration.connectionPool.idleTimeout = .seconds(2)
        client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
        self.bodyLimit = bodyLimit
        self.headLimit = headLimit
        self.grace = grace
        self.clock = clock
    }

    /// Closes all connections.
    func close() async {
        // A client that is closed already, or has nothing open, is as closed as can be.
        try? await client.shutdown()
    }

    /// Sends a request once.
    func attempt(_ request: OutgoingRequest, within timeout: Duration, isShielded: Bool) async throws -> Attempt {
        let collector = ResponseCollector(bodyLimit: bodyLimit, headLimit: headLimit, clock: clock)
        let task = client.execute(
            request: try HTTPClient.Request(
                url: request.url,
                method: HTTPMethod(rawValue: request.method),
                headers: HTTPHeaders(request.headers.map { ($0.name, $0.value) }),
                body: request.body.map { .bytes($0) }
            ),
            delegate: collector,
            deadline: .now() + TimeAmount(timeout)
        )
        do {
            let response = try await response(of: task, isShielded: isShielded)
            return Attempt(result: .success(response), end: collector.end ?? clock.elapsed())
        } catch let error as HTTPClientError where error.isOurs {
            throw error
        } catch {
            let failure = DeliveryFailure(
                error,
                hasBegun: collector.hasBegun,
                timeout: timeout,
                at: request.origin
            )
            return Attempt(result: .failure(failure), end: clock.elapsed())
        }
    }

    /// Waits for a response; on cancellation no longer than the grace allows, unless shielded.
    ///
    /// A request under way may make something, and only its response says what: it is worth a short wait.
    private func response(
        of task: HTTPClient.Task<IncomingResponse>,
        isShielded: Bool
    ) async throws -> IncomingResponse {
        guard !isShielded else { return try await task.futureResult.get() }
        let grace = TimeAmount(grace)
        return try await withTaskCancellationHandler {
            try await task.futureResult.get()
        } onCancel: {
            task.eventLoop.scheduleTask(in: grace) { task.cancel() }
        }
    }
}

extension HTTPClientError {
    /// Whether the request itself can't be sent.
    fileprivate var isOurs: Bool {
        switch self {
        case .invalidURL, .emptyHost, .emptyScheme, .traceRequestWithBody: true
        default: description.contains("invalidHeaderField") || description.contains("unsupportedScheme")
        }
    }
}
