public import Results
import Trends

/// The runs in a row in which a case was broken, and the one that found it whole again.
public struct FixedRuns: Sendable, Hashable {
    /// The first that found it broken.
    public let first: RunHeader
    /// The last that did.
    public let last: RunHeader
    /// The first after them that judged it.
    public let fixed: RunHeader
    /// How many found it broken.
    public let count: Int

    /// The runs of a streak.
    ///
    /// - Parameters:
    ///   - streak: the streak.
    ///   - runs: the runs that its places count.
    init(_ streak: FixedStreak, of runs: [RunHeader]) {
        first = runs[streak.first]
        last = runs[streak.last]
        fixed = runs[streak.fixed]
        count = streak.length
    }
}
