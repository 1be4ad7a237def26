import Results
import Timestamps

/// What came of a request, with everything that was tried before it.
struct Delivery: Sendable {
    /// The response, or how none arrived.
    let result: Result<IncomingResponse, DeliveryFailure>
    /// When the last attempt began.
    let startedAt: Timestamp
    /// How long the last attempt took.
    let duration: Duration
    /// Why attempts before the last did not count.
    let retries: [TransportRetry]
    /// Why the last attempt was not followed by another; nil when nothing asked for one.
    var restraint: RetryRestraint?

    /// The response; nil when none arrived.
    var response: IncomingResponse? {
        try? result.get()
    }

    /// Whether the response only puts the request off, so that it judges nothing.
    var isPutOff: Bool {
        response.map { Exchange.isPutOff(status: $0.status, after: retries) } ?? false
    }

    /// What kept the request from a response that can be judged, as a lower-case clause; nil when nothing did.
    var trouble: String? {
        guard let response else { return failure?.message }
        guard isPutOff else { return nil }
        return "the endpoint answers \(response.status)" + (restraint.map { " \($0)" } ?? "")
    }

    /// The failure; nil when a response arrived.
    var failure: TransportFailure? {
        if case .failure(let failure) = result { failure.failure } else { nil }
    }
}
