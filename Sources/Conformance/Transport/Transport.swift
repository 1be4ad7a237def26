import Results
import Timestamps

/// Sends requests over a wire, again where ``RetryPolicy`` says so.
struct Transport: Sendable {
    /// What carries requests and responses.
    let wire: any Wire
    /// What is tried again.
    var policy = RetryPolicy()
    /// What is tried again of shielded requests.
    var cleanupPolicy = RetryPolicy.cleanup
    /// The time.
    let clock: RunClock
    /// How long waits that are asked for may take in all.
    var budget = RetryBudget(RunOptions().retryBudget)
    /// Whether shielded requests that are put off are sent again.
    let patience = CleanupPatience()
    /// When requests take their turns; nil when they need not.
    var pace: RequestPace?

    /// Sends a request, again where ``RetryPolicy`` says so.
    ///
    /// When the task is cancelled, nothing more is sent, unless the request is shielded.
    /// - Parameters:
    ///   - request: the request.
    ///   - timeout: how long one attempt may take, the last byte of the body included.
    ///   - end: until when all attempts and the waits between them may last, on the clock's `elapsed`, whether the task is
    ///     cancelled meanwhile or not, as cleanup must; nil for a request that ends when the task is cancelled.
    ///   - endsWhenCancelled: whether a request with an end is not shielded, and ends when the task is cancelled, too.
    /// - Returns: what came of it.
    /// - Throws: what is wrong with the request itself, such as a header that can't be sent; then nothing was sent.
    func deliver(
        _ request: OutgoingRequest,
        within timeout: Duration,
        shieldedUntil end: Duration? = nil,
        endsWhenCancelled: Bool = false
    ) async throws -> Delivery {
        let isShielded = end != nil && !endsWhenCancelled
        let policy = end == nil ? policy : cleanupPolicy
        var retries: [TransportRetry] = []
        while true {
            let hasTurn = await takeTurn(before: end)
            let startedAt = clock.now()
            let start = clock.elapsed()
            let left = end.map { $0 - start } ?? timeout
            guard hasTurn, left > .zero, isShielded || !Task.isCancelled else {
                return unsent(because: end == nil ? .stopped : .outOfTime, at: startedAt, after: retries)
            }
            let attempt = try await wire.attempt(request, within: min(timeout, left), isShielded: isShielded)
            var delivery = Delivery(
                result: attempt.result.mapError { $0.told(after: retries) },
                startedAt: startedAt,
                duration: attempt.end - start,
                retries: retries
            )
            switch policy.decision(on: request, after: attempt.result, earlier: retries, now: clock.now()) {
            case .stop(let restraint): delivery.restraint = restraint
            case .retry(let retry):
                delivery.restraint = await wait(for: retry, after: attempt.result, until: end, isShielded: isShielded)
                if delivery.restraint == nil {
                    retries.append(retry)
                    continue
                }
            }
            if end != nil { patience.note(delivery.response) }
            return delivery
        }
    }

    /// Waits for the request's turn.
    ///
    /// - Parameter end: when a shielded request must be over; nil for one that is not shielded.
    /// - Returns: whether it came; false when it would come too late, or the task was cancelled.
    private func takeTurn(before end: Duration?) async -> Bool {
        guard let pace else { return true }
        let now = clock.elapsed()
        guard let turn = pace.turn(at: now, before: end) else { return false }
        guard turn > now else { return true }
        if await clock.wait(turn - now, shieldedUntil: end) { return true }
        pace.giveBack(turn)
        return false
    }

    /// Waits before another attempt.
    ///
    /// - Parameters:
    ///   - retry: the attempt.
    ///   - result: what came of the one before: a response asks for the wait, and the run has a budget for that.
    ///   - end: when a request of cleanup must be over; nil for any other.
    ///   - isShielded: whether the wait goes on when the task is cancelled.
    /// - Returns: why the attempt is not made; nil when it is.
    private func wait(
        for retry: TransportRetry,
        after result: Result<IncomingResponse, DeliveryFailure>,
        until end: Duration?,
        isShielded: Bool
    ) async -> RetryRestraint? {
        if case .success = result {
            if end != nil, !patience.isLeft { return .inVain(count: CleanupPatience.limit) }
            if end == nil, !budget.take(retry.delay, at: clock.elapsed()) {
                return .overBudget(asked: retry.delay, limit: budget.limit)
            }
        }
        let hasTime = end.map { clock.elapsed() + retry.delay < $0 } ?? true
        if hasTime, await clock.wait(retry.delay, shieldedUntil: isShielded ? end : nil) { return nil }
        return end == nil ? .stopped : .outOfTime(asked: retry.delay)
    }

    /// Why a request is not sent at all.
    private enum Unsent: String {
        case stopped = "the run was stopped before the request was sent"
        case outOfTime = "no time was left to send the request"
    }

    /// A delivery of which nothing was sent.
    private func unsent(because reason: Unsent, at startedAt: Timestamp, after retries: [TransportRetry]) -> Delivery {
        let failure = TransportFailure(kind: .notSent, message: reason.rawValue)
        return Delivery(
            result: .failure(DeliveryFailure(failure)),
            startedAt: startedAt,
            duration: .zero,
            retries: retries
        )
    }

    /// What comes of a request, or what is wrong with it.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - timeout: how long one attempt may take, the last byte of the body included.
    ///   - end: until when all attempts of a shielded request may last; nil for one that ends when the task is cancelled.
    /// - Returns: what came of it; the failure is what is wrong with the request itself, of which nothing was sent.
    func outcome(
        of request: OutgoingRequest,
        within timeout: Duration,
        shieldedUntil end: Duration? = nil
    ) async -> Result<Delivery, any Error> {
        do {
            let delivery = try await deliver(request, within: timeout, shieldedUntil: end)
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
