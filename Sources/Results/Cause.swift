/// An operation of the endpoint that keeps cases from being judged: one that never works, or is not there at all.
public struct Cause: Sendable, Hashable {
    /// The operation's path; behind a method when only that is concerned (`GET /acs/users/get`), or `every GET`.
    public let operation: String
    /// What shows it, such as `answered 500 internal_error`; bounded, without secrets.
    public let evidence: String

    /// A cause.
    ///
    /// - Parameters:
    ///   - operation: the operation's path, behind a method when only that is concerned, or `every GET`.
    ///   - evidence: what shows it.
    public init(operation: String, evidence: String) {
        self.operation = operation
        self.evidence = evidence
    }
}
