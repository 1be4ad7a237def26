public import Results
import Timestamps

/// A run in one line of a list.
public struct RunSummary: Sendable, Hashable {
    /// What was known at the beginning.
    public let header: RunHeader
    /// How it ended; nil while it goes on, or when it died and nobody could mark it.
    public let ending: RunEnding?
    /// Whether its process is alive.
    public let isRunning: Bool
    /// How many cases have each verdict; verdicts that no case has are left out.
    public let counts: [Verdict: Int]
    /// Why cases ended in `error`.
    let errorCause: ErrorCause
    /// Whether a case was skipped because of an operation that never worked.
    let hasCause: Bool
    /// Whether a case weighed a requirement of the run's profile; true when it has none.
    let testsProfile: Bool

    /// From the beginning to the end; nil when it has none.
    public var duration: Duration? { ending.map { $0.finishedAt - header.startedAt } }

    /// The answer of the run; `interrupted` while it goes on.
    ///
    /// - Parameter isStrict: whether a broken `should` counts as a failure.
    /// - Returns: the answer.
    public func conclusion(isStrict: Bool = false) -> RunConclusion {
        RunConclusion(
            reason: ending?.reason,
            counts: counts,
            errorCause: errorCause,
            hasCause: hasCause,
            testsProfile: testsProfile,
            isStrict: isStrict
        )
    }
}
