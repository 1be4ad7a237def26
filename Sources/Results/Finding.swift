/// One thing that is wrong, said by a check about one exchange or several.
public struct Finding: Sendable, Hashable {
    /// How much it weighs.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// Behaviour that no source requires: told, never counted against the endpoint.
        case may
        /// A requirement of level `should` is broken: the case is `warned`.
        case should
        /// A requirement of level `must` is broken: the case is `failed`.
        case must
        /// The fault is ours or the network's: the case is an `error`.
        case harness
    }

    /// The code of a finding that says that an operation is not offered, though a requirement of it is demanded.
    public static let missingOperation = "operation.missing"

    /// What sort of fault it is: stable, lower case, dotted, such as `schema.required` or `expectation`.
    public let code: String
    /// The ids of the requirements it breaks; empty only for `harness`.
    public let requirements: [String]
    /// How much it weighs.
    public let severity: Severity
    /// The step in which it showed, by its name; empty for what concerns the whole case.
    public package(set) var step: String
    /// The ordinal of the exchange within its case; nil when it concerns several or none.
    public package(set) var exchange: Int?
    /// The path of the operation; nil when the step calls none.
    public let operation: String?
    /// Where: `status`, `header content-type`, or a place in the response such as `/user_identity/email_address`.
    public let place: String
    /// One sentence for a person, without secrets.
    public package(set) var message: String
    /// What should have been there; bounded, without secrets.
    public let expected: String
    /// What was there; bounded, without secrets.
    public let actual: String

    /// A finding.
    ///
    /// - Parameters:
    ///   - code: what sort of fault it is.
    ///   - requirements: the ids of the requirements it breaks.
    ///   - severity: how much it weighs.
    ///   - step: the step in which it showed.
    ///   - exchange: the ordinal of the exchange within its case.
    ///   - operation: the path of the operation.
    ///   - place: where it is.
    ///   - message: one sentence for a person.
    ///   - expected: what should have been there.
    ///   - actual: what was there.
    public init(
        code: String,
        requirements: [String],
        severity: Severity,
        step: String,
        exchange: Int? = nil,
        operation: String? = nil,
        place: String,
        message: String,
        expected: String,
        actual: String
    ) {
        self.code = code
        self.requirements = requirements
        self.severity = severity
        self.step = step
        self.exchange = exchange
        self.operation = operation
        self.place = place
        self.message = message
        self.expected = expected
        self.actual = actual
    }
}
