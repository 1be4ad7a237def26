public import Results
public import Timestamps

/// A case that broke in the last night that judged it.
public struct OpenFailure: Sendable, Hashable {
    /// The case's id.
    public let id: String
    /// What it is about; empty when that is not known.
    public let title: String
    /// What the case is: `regressed`, `broken`, `flaky`, or `undecided` while nobody can tell.
    public let kind: Trend.Kind
    /// How probable it is that it is broken now, 0 to 1.
    public let chanceBroken: Double
    /// Whether a waiver allows it.
    public let isWaived: Bool
    /// The requirements that it breaks, sorted.
    public let requirements: [String]
    /// The first night of the streak, in which every judged night broke.
    public let since: RunReference
    /// The last night before the streak that held; nil when no night that was looked at did.
    public let lastGood: RunReference?
    /// How many judged nights the streak has; at least 1.
    public let length: Int
    /// What is not the same in the first bad night as in the last good one.
    public let differences: [ContextDifference]
    /// Whose change may be why; empty when there is no good night to compare with.
    public let suspects: [Suspect]
    /// The nights between which it broke, both included, when that is no single night: it is flaky or passed by chance.
    public let range: ClosedRange<Timestamp>?
    /// The last night that judged it.
    public let lastSeen: RunReference
    /// Whether later nights did not judge it, be it that they did not have it, skipped it or were kept from it.
    public let isStale: Bool
}

extension OpenFailure {
    /// The failure; nil when the case held when it was judged last.
    ///
    /// - Parameters:
    ///   - item: the case.
    ///   - runs: all runs, oldest first.
    ///   - model: what is taken for granted.
    init?(_ item: CaseTrend, in runs: [RunOutcome], model: TrendModel) {
        let nights = item.series.nights
        guard let last = nights.last(where: { $0.outcome != nil }), last.outcome == .breaks,
            let bad = FirstBad(item.series, model: model)
        else { return nil }
        id = item.series.caseID
        title = item.title
        kind = item.trend.kind
        chanceBroken = item.trend.chanceBroken
        isWaived = last.verdicts.contains(.waived)
        requirements = runs.last { $0.header.id == last.run }?.cases[item.series.caseID]?.broken ?? []
        since = nights[bad.streak.first].reference
        lastGood = bad.streak.lastGood.map { nights[$0].reference }
        length = bad.length
        differences = bad.streak.differences
        suspects = bad.streak.suspects
        range = bad.onset.flatMap { onset in
            let range = onset.range
            // Nights are in the order in which they were written; a clock may tell another.
            let (first, last) = (nights[range.lowerBound].startedAt, nights[range.upperBound].startedAt)
            return range.count > 1 && !bad.isClear ? min(first, last)...max(first, last) : nil
        }
        lastSeen = last.reference
        isStale = last.run != runs.last?.header.id
    }
}

extension OpenFailure: Comparable {
    /// Those that no waiver allows first, then what broke last, then by id.
    public static func < (left: OpenFailure, right: OpenFailure) -> Bool {
        if left.isStale != right.isStale { return right.isStale }
        if left.isWaived != right.isWaived { return right.isWaived }
        if left.since.startedAt != right.since.startedAt { return left.since.startedAt > right.since.startedAt }
        return left.id < right.id
    }
}

extension VerdictSeries.Night {
    /// The run.
    fileprivate var reference: RunReference { RunReference(id: run, startedAt: startedAt) }
}
