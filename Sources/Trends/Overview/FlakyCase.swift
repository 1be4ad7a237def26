/// A case that works, and fails now and then.
public struct FlakyCase: Sendable, Hashable {
    /// The case's id.
    public let id: String
    /// What it is about; empty when that is not known.
    public let title: String
    /// How often an attempt fails, 0 to 1.
    public let rate: Double
    /// Between which rates it lies with 95 %.
    public let interval: ClosedRange<Double>
    /// How many judged nights failed.
    public let failedCount: Int
    /// How many nights were judged.
    public let judgedCount: Int
    /// The last night that failed, by its run's id; nil when none did.
    public let lastFailure: String?
}

extension FlakyCase {
    /// The case; nil when it is not flaky.
    init?(_ item: CaseTrend) {
        guard item.trend.kind == .flaky, let rate = item.trend.failureRate else { return nil }
        let judged = item.series.nights.filter { $0.outcome != nil }
        id = item.series.caseID
        title = item.title
        self.rate = rate.mean
        interval = rate.quantile(0.025)...rate.quantile(0.975)
        failedCount = judged.count { $0.tally.failures > 0 }
        judgedCount = judged.count
        lastFailure = judged.last { $0.tally.failures > 0 }?.run
    }
}

extension FlakyCase: Comparable {
    /// The most often failing first, then by id.
    public static func < (left: FlakyCase, right: FlakyCase) -> Bool {
        left.rate == right.rate ? left.id < right.id : left.rate > right.rate
    }
}
