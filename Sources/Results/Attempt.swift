public import Timestamps

/// A case that was run once more at the end of a run, to tell what is broken from what failed by chance.
///
/// It never changes the verdict of the case, which is that of the first attempt.
public struct Attempt: Sendable, Hashable {
    /// How the case came out this time.
    public let verdict: Verdict
    /// What was found wrong, each fault once, sorted by fingerprint.
    public let breaches: [FindingTrace]
    /// When it was over.
    public let finishedAt: Timestamp

    /// An attempt.
    ///
    /// - Parameters:
    ///   - verdict: how the case came out.
    ///   - breaches: what was found wrong, sorted by fingerprint.
    ///   - finishedAt: when it was over.
    public init(verdict: Verdict, breaches: [FindingTrace] = [], finishedAt: Timestamp) {
        self.verdict = verdict
        self.breaches = breaches
        self.finishedAt = finishedAt
    }
}
