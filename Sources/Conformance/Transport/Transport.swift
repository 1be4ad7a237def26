import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Results

/// Sends requests over HTTP/1.1 and reads responses: bounded in size and time, no redirects, no decompression, no cookies.
final class Transport: Sendable {
    private let client: HTTPClient
    private let bodyLimit: Int
    private let grace: Duration
    private let policy: RetryPolicy
    private let clock: RunClock

    /// A transport, to be closed with ``close()``.
    ///
    /// - Parameters:
    ///   - bodyLimit: the largest body in bytes.
    ///   - connectionTimeout: how long a connection may take to come about; less than an exchange, so that one that never
    ///     does is told as such.
    ///   - grace: how long a request under way goes on when the task is cancelled.
    ///   - policy: what is tried again.
    ///   - clock: the time.
    init(
        bodyLimit: Int,
        connectionTimeout: Duration,
        grace: Duration,
        policy: RetryPolicy = RetryPolicy(),
        clock: RunClock
    ) {
        var configuration = HTTPClient.Configuration()
        configuration.timeout.connect = TimeAmount(connectionTimeout)
        configuration.httpVersion = .http1Only
        configuration.redirectConfiguration = .disallow
        configuration.decompression = .disabled
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 256
        // Servers close idle connections after five seconds or more: a request must not run into that.
        configuration.connectionPool.idleTimeout = .seconds(2)
        client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
        self.bodyLimit = bodyLimit
        self.grace = grace
        self.policy = policy
        self.clock = clock
    }

    /// Sends a request, again where ``RetryPolicy`` says so.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - timeout: how long one attempt may take, the last byte of the body included.
    ///   - isShielded: whether it goes on when the task is cancelled, as clean-up must.
    /// - Returns: what came of it.
    /// - Throws: what is wrong with the request itself, such as a header that can't be sent; then nothing was sent.
    func deliver(_ request: OutgoingRequest, within timeout: Duration, isShielded: Bool) async throws -> Delivery {
        var retries: [TransportRetry] = []
        while true {
            let startedAt = clock.now()
            let start = clock.elapsed()
            let (result, end) = try await attempt(request, within: timeout, isShielded: isShielded)
            let delivery = Delivery(
                result: result.mapError { $0.told(after: retries) },
                startedAt: startedAt,
                duration: end - start,
                retries: retries
            )
            guard let retry = policy.retry(of: request, after: result, earlier: retries) else { return delivery }
            guard (try? await clock.sleep(retry.delay)) != nil else { return delivery }
            retries.append(retry)
        }
    }

    /// Closes all connections.
    func close() async {
        // A client that is closed already, or has nothing open, is as closed as can be.
        try? await client.shutdown()
    }

    /// Sends a request once.
    ///
    /// - Returns: what came of it, and when, on the clock's `elapsed`.
    private func attempt(
        _ request: OutgoingRequest,
        within timeout: Duration,
        isShielded: Bool
    ) async throws -> (result: Result<IncomingResponse, DeliveryFailure>, end: Duration) {
        let collector = ResponseCollector(limit: bodyLimit, clock: clock)
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
            return (.success(response), collector.end ?? clock.elapsed())
        } catch let error as HTTPClientError where error.isOurs {
            throw error
        } catch {
            let failure = DeliveryFailure(
                error,
                hasBegun: collector.hasBegun,
                timeout: timeout,
                at: request.origin
            )
            return (.failure(failure), clock.elapsed())
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
