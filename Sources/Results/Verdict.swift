/// What is said of a case in the end.
///
/// The first four are one scale, and the worst that happened counts. The others stand beside it. They are never folded
/// into "pass" and "fail" before the exit code.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// Every expectation and every check held.
    case passed
    /// A `should` is broken.
    case warned
    /// A `must` is broken.
    case failed
    /// We or the network failed, not the endpoint: nothing can be said of it.
    case error
    /// A precondition failed (something in `given` was refused), and no `must` was found broken in the steps before.
    case blocked
    /// A precondition is missing, or the author said so; the reason says which.
    case skipped
    /// The endpoint does not offer what the case is about.
    case notApplicable
    /// A `must` is broken, and a waiver allows it.
    case waived
    /// A waiver allows a failure that is no longer there; counts as a failure.
    case unexpectedPass

    /// Whether the endpoint was really judged: something was sent and weighed.
    public var isJudgement: Bool {
        switch self {
        case .passed, .warned, .failed, .waived, .unexpectedPass: true
        case .error, .blocked, .skipped, .notApplicable: false
        }
    }
}
