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

    /// The response; nil when none arrived.
    var response: IncomingResponse? {
        try? result.get()
    }

    /// The failure; nil when a response arrived.
    var failure: TransportFailure? {
        if case .failure(let failure) = result { failure.failure } else { nil }
    }
}
