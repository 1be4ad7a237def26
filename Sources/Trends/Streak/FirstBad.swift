/// Where the present streak of bad nights began, and what was not the same before it.
public struct FirstBad: Sendable, Hashable {
    /// A night that is the first bad one, with the last good one before it.
    public struct Turn: Sendable, Hashable {
        /// The first bad night, as a place in the line of nights.
        public let first: Int
        /// The last night before it that was judged and held, as a place in the line of nights; nil when there is none.
        public let lastGood: Int?
        /// What is not the same in the first bad night as in the last good one; empty when all is, or there is none.
        public let differences: [ContextDifference]
        /// Whose change may be why, in the order of `Suspect`; empty when there is no good night to compare with.
        public let suspects: [Suspect]
    }

    /// The turn by the verdicts alone: no judged night from the first bad one on has an attempt that held.
    public let streak: Turn
    /// How many judged nights the streak has; at least 1.
    public let length: Int
    /// Where the case broke, told apart from nights that failed or held by chance; nil when it may not be broken at all, or
    /// since before the first night.
    public let onset: ChangePoint?
    /// Whether the streak says just where the case broke.
    ///
    /// The onset, when there is one, lies between the last good night and the first bad one. Otherwise nights before it failed by chance, or one since then held by chance.
    public var isClear: Bool {
        guard let onset else { return true }
        return (streak.lastGood ?? 0) <= onset.range.lowerBound && onset.range.upperBound <= streak.first
    }
    /// The turn at the far ends of the onset's range: the last good night before it, and its last night; nil without an onset.
    public let credible: Turn?

    /// The present streak of a line of verdicts; nil when the last judged night held, or none was judged.
    ///
    /// - Parameters:
    ///   - series: the line.
    ///   - model: what is taken for granted.
    public init?(_ series: VerdictSeries, model: TrendModel = TrendModel()) {
        let judged = series.nights.indices.filter { series.nights[$0].outcome != nil }
        let bad = judged.reversed().prefix { series.nights[$0].outcome == .breaks }
        guard let first = bad.last else { return nil }
        streak = Turn(first...first, in: series)
        length = bad.count
        let streaks = FixedStreak.streaks(in: series, model: model)
        let posterior = StatePosterior(series.leavingOut(streaks), model: model)
        onset = posterior.certainState == .broken ? posterior.change(to: .broken) : nil
        credible = onset.map { Turn($0.range, in: series) }
    }
}

extension FirstBad.Turn {
    /// The turn within some nights: the last good night before them, compared with the last of them.
    fileprivate init(_ range: ClosedRange<Int>, in series: VerdictSeries) {
        first = range.upperBound
        lastGood = series.nights[..<range.lowerBound].lastIndex { $0.outcome == .holds }
        let good = lastGood.map { series.nights[$0].context }
        differences = good?.differences(to: series.nights[range.upperBound].context) ?? []
        suspects = good == nil ? [] : Suspect.suspects(of: differences)
    }
}
