import Results

/// Sends requests over a wire, again where ``RetryPolicy`` says so.
struct Transport: Sendable {
    /// What carries requests and responses.
    let wire: any Wire
    /// What is tried again.
    var policy = RetryPolicy()
    /// The time.
    let clock: RunClock

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
            let attempt = try await wire.attempt(request, within: timeout, isShielded: isShielded)
            let delivery = Delivery(
                result: attempt.result.mapError { $0.told(after: retries) },
                startedAt: startedAt,
                duration: attempt.end - start,
                retries: retries
            )
            guard let retry = policy.retry(of: request, after: attempt.result, earlier: retries, now: clock.now())
            else {
                return delivery
            }
            guard (try? await clock.sleep(retry.delay)) != nil else { return delivery }
            retries.append(retry)
        }
    }

    /// What comes of a request, or what is wrong with it.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - timeout: how long one attempt may take, the last byte of the body included.
    ///   - isShielded: whether it goes on when the task is cancelled, as clean-up must.
    /// - Returns: what came of it; the failure is what is wrong with the request itself, of which nothing was sent.
    func outcome(
        of request: OutgoingRequest,
        within timeout: Duration,
        isShielded: Bool
    ) async -> Result<Delivery, any Error> {
        do {
            let delivery = try await deliver(request, within: timeout, isShielded: isShielded)
            return .success(delivery)
        } catch {
            return .failure(error)
        }
    }

    /// Closes all connections.
    func close() async {
        await wire.close()
    }
}
