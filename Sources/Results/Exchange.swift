public import Timestamps

/// One request as sent and the response as received, or how it failed to arrive.
///
/// Everything in it is redacted.
public struct Exchange: Sendable, Hashable {
    /// Which part of a case it belongs to.
    public enum Phase: String, Sendable, Hashable, CaseIterable {
        /// The part of the case; the runner's own look at whose something is before a step changes it (`ownership`), or at the
        /// identity `graph` behind the steps; or the `cleanup`, be it the case's or the runner's of what the case created.
        case given, steps, ownership, graph, cleanup
    }

    /// What came back.
    public enum Outcome: Sendable, Hashable {
        /// A response arrived whole.
        case response(ReceivedResponse)
        /// None did.
        case failure(TransportFailure)
    }

    /// Counted from 1 within the case, in the order in which the requests were sent.
    public package(set) var ordinal: Int
    /// The name of the step.
    public package(set) var step: String
    /// The part of the case.
    public let phase: Phase
    /// Which of the parallel copies it is, counted from 0; nil when the step has no copies.
    public let copy: Int?
    /// Which attempt of an `eventually` it is, counted from 1.
    public let attempt: Int
    /// The path of the operation in the contract; nil when the path is not in it.
    public let operation: String?
    /// Whose credential it carries, in the words of the scenario language, such as `own` or `other-workspace`.
    public let credential: String
    /// What was sent.
    public internal(set) var request: SentRequest
    /// What came back.
    public internal(set) var outcome: Outcome
    /// When the first byte was about to be sent.
    public let startedAt: Timestamp
    /// From then until the last byte came or the failure was known, transport retries left out.
    public let duration: Duration
    /// What went wrong before on the wire and was tried again, in order; never an assertion tried again.
    public let retries: [TransportRetry]

    /// An exchange.
    ///
    /// - Parameters:
    ///   - ordinal: counted from 1 within the case.
    ///   - step: the name of the step.
    ///   - phase: the part of the case.
    ///   - copy: which of the parallel copies it is.
    ///   - attempt: which attempt of an `eventually` it is.
    ///   - operation: the path of the operation.
    ///   - credential: whose credential it carries.
    ///   - request: what was sent.
    ///   - outcome: what came back.
    ///   - startedAt: when it began.
    ///   - duration: how long it took.
    ///   - retries: what was tried again on the wire.
    public init(
        ordinal: Int,
        step: String,
        phase: Phase,
        copy: Int? = nil,
        attempt: Int = 1,
        operation: String?,
        credential: String,
        request: SentRequest,
        outcome: Outcome,
        startedAt: Timestamp,
        duration: Duration,
        retries: [TransportRetry] = []
    ) {
        self.ordinal = ordinal
        self.step = step
        self.phase = phase
        self.copy = copy
        self.attempt = attempt
        self.operation = operation
        self.credential = credential
        self.request = request
        self.outcome = outcome
        self.startedAt = startedAt
        self.duration = duration
        self.retries = retries
    }

    /// The response, or nil when none arrived.
    public var response: ReceivedResponse? {
        if case .response(let response) = outcome { response } else { nil }
    }

    /// How the response failed to arrive, or nil when it did not fail.
    public var failure: TransportFailure? {
        if case .failure(let failure) = outcome { failure } else { nil }
    }

    /// Whether the response only puts the request off, so that it judges nothing.
    public var isPutOff: Bool {
        response.map { Self.isPutOff(status: $0.status, after: retries) } ?? false
    }

    /// Whether a response only puts a request off: it is a `429`, or the first `503`, which was not followed by another attempt.
    ///
    /// Source: RFC 6585 §4, RFC 9110 §15.6.4.
    /// - Parameters:
    ///   - status: the status.
    ///   - retries: why earlier attempts at the request did not count.
    /// - Returns: whether it judges nothing.
    public static func isPutOff(status: Int, after retries: [TransportRetry]) -> Bool {
        status == 429 || (status == 503 && !retries.contains { $0.reason == "503" })
    }
}
