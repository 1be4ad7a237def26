import Results
import Timestamps

/// Which failures on the wire are tried again, how often, and after how long.
///
/// Rule: a request that can have had an effect is never sent again. Tried again are a refused connection (nothing was
/// sent), a connection that broke before the response when the request only reads, `429` with `Retry-After` (RFC 9110
/// §10.2.3, RFC 6585 §4), and `503` once. No expectation is ever tried again here.
struct RetryPolicy: Sendable {
    /// How often one request is sent again at most.
    var limit = 3
    /// The longest wait that a `Retry-After` may ask for; a longer one is not followed.
    var longestWait = Duration.seconds(30)
    /// The wait after a connection failed for the first time; doubled each further time.
    var connectionWait = Duration.milliseconds(100)
    /// The wait after a `503` that does not say how long.
    var unavailableWait = Duration.milliseconds(500)

    /// Why a `429` was not followed further, as a lower-case fragment.
    ///
    /// - Parameters:
    ///   - response: the response.
    ///   - earlier: how the request was tried again before.
    ///   - now: the time.
    /// - Returns: such as `after 3 retries`.
    func reasonForStopping(at response: IncomingResponse, earlier: [TransportRetry], now: Timestamp) -> String {
        if let asked = RetryAfter.wait(askedBy: response, now: now), asked > longestWait {
            return
                "and asks for \(asked.components.seconds) s of patience, more than \(longestWait.components.seconds) s"
        }
        if !earlier.isEmpty { return "after \(earlier.count) \(earlier.count == 1 ? "retry" : "retries")" }
        return "and does not say with Retry-After when to ask again"
    }

    /// Whether to send a request again, and why and after how long; nil leaves it at what came.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - result: what came of it.
    ///   - earlier: how it was tried again before.
    ///   - now: the time, by which a `Retry-After` with a date is told when the response has none of its own.
    /// - Returns: the retry to make.
    func retry(
        of request: OutgoingRequest,
        after result: Result<IncomingResponse, DeliveryFailure>,
        earlier: [TransportRetry],
        now: Timestamp
    ) -> TransportRetry? {
        guard earlier.count < limit else { return nil }
        switch result {
        case .failure(let failure): return retry(of: request, after: failure, count: earlier.count)
        case .success(let response): return retry(after: response, earlier: earlier, now: now)
        }
    }

    private func retry(of request: OutgoingRequest, after failure: DeliveryFailure, count: Int) -> TransportRetry? {
        let delay = connectionWait * (1 << count)
        switch failure.failure.kind {
        case .refused: return TransportRetry(reason: "connection refused", delay: delay)
        case .dropped where request.isRead && !failure.hasBegun:
            return TransportRetry(reason: "connection reset", delay: delay)
        default: return nil
        }
    }

    private func retry(
        after response: IncomingResponse,
        earlier: [TransportRetry],
        now: Timestamp
    ) -> TransportRetry? {
        let asked = RetryAfter.wait(askedBy: response, now: now)
        switch response.status {
        case 429:
            guard let asked, asked <= longestWait else { return nil }
            return TransportRetry(reason: "429", delay: asked)
        case 503 where !earlier.contains { $0.reason == "503" }:
            let delay = asked ?? unavailableWait
            return delay <= longestWait ? TransportRetry(reason: "503", delay: delay) : nil
        default: return nil
        }
    }
}
