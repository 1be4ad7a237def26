import Results
import Timestamps

/// Which failures on the wire are tried again, how often, and after how long.
///
/// Rule: a request that can have had an effect is never sent again. Tried again are a refused connection (nothing was
/// sent), a connection that broke before the response when the request only reads, `429` with `Retry-After` (RFC 9110
/// §10.2.3, RFC 6585 §4), and `503` once. `Retry-After` of another status, such as a redirect, is not followed. No
/// expectation is ever tried again here.
struct RetryPolicy: Sendable {
    /// How often one request is sent again at most.
    var limit = 3
    /// How often one request is sent again after a `503` at most.
    var unavailableLimit = 1
    /// The shortest wait before a request that was put off is sent again, however little its response asks for.
    var shortestWait = Duration.zero
    /// The longest wait that a `Retry-After` may ask for; a longer one is not followed.
    var longestWait = Duration.seconds(30)
    /// The wait after a connection failed for the first time; doubled each further time.
    var connectionWait = Duration.milliseconds(100)
    /// The wait after a `503` that does not say how long.
    var unavailableWait = Duration.milliseconds(500)
    /// The wait after a `429` that does not say how long; nil leaves it at that.
    var unstatedWait: Duration?

    /// The policy for cleanup: its time is bounded, so it asks as long as that lasts, and never more than once a second.
    static let cleanup = RetryPolicy(
        limit: 30,
        unavailableLimit: 30,
        shortestWait: .seconds(1),
        unstatedWait: .seconds(1)
    )

    /// The policy for questions that a response which puts them off settles, too: no wait is worth it.
    static let impatient = RetryPolicy(longestWait: .zero)

    /// The policy for the last look: what a short wait settles is worth it, and no more.
    static let lastLook = RetryPolicy(
        limit: 2,
        shortestWait: .seconds(1),
        longestWait: .seconds(5),
        unstatedWait: .seconds(1)
    )

    /// What to do with what came of a request.
    enum Decision: Sendable, Hashable {
        /// To send it again.
        case retry(TransportRetry)
        /// To leave it at that; the restraint is nil when nothing asked for another attempt.
        case stop(RetryRestraint?)
    }

    /// Whether to send a request again, and why and after how long.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - result: what came of it.
    ///   - earlier: how it was tried again before.
    ///   - now: the time, by which a `Retry-After` with a date is told when the response has none of its own.
    /// - Returns: what to do.
    func decision(
        on request: OutgoingRequest,
        after result: Result<IncomingResponse, DeliveryFailure>,
        earlier: [TransportRetry],
        now: Timestamp
    ) -> Decision {
        let decision =
            switch result {
            case .failure(let failure): decision(on: request, after: failure, count: earlier.count)
            case .success(let response): decision(after: response, earlier: earlier, now: now)
            }
        guard case .retry = decision, earlier.count >= limit else { return decision }
        return .stop(.exhausted(count: earlier.count))
    }

    private func decision(on request: OutgoingRequest, after failure: DeliveryFailure, count: Int) -> Decision {
        let delay = connectionWait * (1 << min(count, limit))
        switch failure.failure.kind {
        case .refused: return .retry(TransportRetry(reason: "connection refused", delay: delay))
        case .dropped where request.isRead && !failure.hasBegun:
            return .retry(TransportRetry(reason: "connection reset", delay: delay))
        default: return .stop(nil)
        }
    }

    private func decision(after response: IncomingResponse, earlier: [TransportRetry], now: Timestamp) -> Decision {
        let asked = RetryAfter.wait(askedBy: response, now: now)
        switch response.status {
        case 429:
            guard let asked = asked ?? unstatedWait else {
                return .stop(earlier.isEmpty ? .unstated : .exhausted(count: earlier.count))
            }
            return wait(asked, reason: "429")
        case 503 where earlier.count(where: { $0.reason == "503" }) < unavailableLimit:
            return wait(asked ?? unavailableWait, reason: "503")
        default: return .stop(nil)
        }
    }

    private func wait(_ asked: Duration, reason: String) -> Decision {
        guard asked <= longestWait else { return .stop(.tooLong(asked: asked, longest: longestWait)) }
        return .retry(TransportRetry(reason: reason, delay: max(asked, shortestWait)))
    }
}
