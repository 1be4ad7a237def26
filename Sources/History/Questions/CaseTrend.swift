public import Results
public import Trends

/// What the verdicts of a case come to over the runs of a line.
public struct CaseTrend: Sendable, Hashable {
    /// The case's id.
    public let id: String
    /// What they come to.
    public let trend: Trend
    /// How many runs judged the case.
    public let judgedCount: Int
    /// How many of those found it broken.
    public let brokenCount: Int
    /// The run in which the present stretch most probably began; nil when that is not known.
    public let change: RunHeader?
    /// The first and the last run between which it began; nil when that is not known.
    public let range: ClosedRun?
    /// The last run that found it broken; nil when none did.
    public let lastBroken: RunHeader?

    /// The stretches of runs in which it was broken and after which it was whole again, oldest first.
    public let fixedStreaks: [FixedRuns]

    /// Two runs and all between them.
    public struct ClosedRun: Sendable, Hashable {
        /// The first run.
        public let first: RunHeader
        /// The last run.
        public let last: RunHeader
    }

    /// The trend of a case.
    init(_ line: CaseSeries, trend: Trend) {
        let nights = line.series.nights
        id = line.series.caseID
        self.trend = trend
        judgedCount = nights.count { $0.outcome != nil }
        brokenCount = nights.count { $0.outcome == .breaks }
        change = trend.change.map { line.runs[$0.night] }
        range = trend.change.map {
            ClosedRun(first: line.runs[$0.range.lowerBound], last: line.runs[$0.range.upperBound])
        }
        fixedStreaks = trend.fixedStreaks.map { FixedRuns($0, of: line.runs) }
        lastBroken = nights.lastIndex { $0.outcome == .breaks }.map { line.runs[$0] }
    }
}
