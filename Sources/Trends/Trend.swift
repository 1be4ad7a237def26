/// What a case's line of verdicts comes to: whether it is stable or flaky, or since when it is broken or fixed.
public struct Trend: Sendable, Hashable {
    /// The kinds of lines.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It works, and as good as never fails.
        case stable
        /// It works, and fails now and then.
        case flaky
        /// It is broken, and was not before.
        case regressed
        /// It is broken, and may well have been so since the first night that is known.
        case broken
        /// It works, as good as never fails, and was broken until lately: at most a half-life of the model ago.
        case fixed
        /// It may be broken or not: the nights so far can't tell, and a re-run would.
        case undecided
        /// No night has judged it.
        case untold
    }

    /// The kind.
    public let kind: Kind
    /// How probable it is that the case is broken now, 0 to 1.
    public let chanceBroken: Double
    /// How often an attempt fails in the present stretch of nights, from the comparable ones; nil when it is undecided or
    /// untold.
    public let failureRate: BetaDistribution?
    /// Where the present stretch began, as a place in the line of nights; nil when it is undecided, or when it may well go on
    /// since before the first night.
    public let change: ChangePoint?
    /// The stretches of nights in which it was broken and after which it was whole again, oldest first.
    ///
    /// They are told as what they were, and do not count as failures by chance.
    public let fixedStreaks: [FixedStreak]

    /// The trend of a line of verdicts.
    ///
    /// - Parameters:
    ///   - series: the line.
    ///   - model: what is taken for granted.
    public init(_ series: VerdictSeries, model: TrendModel = TrendModel()) {
        let streaks = FixedStreak.streaks(in: series, model: model)
        self.init(StatePosterior(series.leavingOut(streaks), model: model), after: streaks)
    }

    /// The trend that follows from what is believed about a case.
    ///
    /// - Parameter posterior: what is believed.
    public init(_ posterior: StatePosterior) {
        self.init(posterior, after: [])
    }

    /// The trend that follows from what is believed about a case, and from streaks that were fixed.
    ///
    /// - Parameters:
    ///   - posterior: what is believed, the streaks left out.
    ///   - streaks: the streaks.
    private init(_ posterior: StatePosterior, after streaks: [FixedStreak]) {
        fixedStreaks = streaks
        chanceBroken = posterior.probability(of: .broken)
        guard !posterior.hypotheses.isEmpty, let state = posterior.certainState else {
            kind = posterior.hypotheses.isEmpty ? .untold : .undecided
            failureRate = nil
            change = nil
            return
        }
        let stretch = posterior.likeliestStretch(in: state)
        failureRate = stretch.map { $0.failureRate(prior: posterior.model.prior(state)) }
        let change =
            (state == .working ? streaks.last : nil)
            .flatMap { ChangePoint(chances: [$0.fixed: 1], certainty: posterior.model.certainty) }
            ?? posterior.change(to: state)
        self.change = change
        switch state {
        case .broken: kind = change == nil ? .broken : .regressed
        case .working where stretch.map(posterior.isFlaky) ?? false: kind = .flaky
        case .working: kind = posterior.isRecent(change) ? .fixed : .stable
        }
    }
}

extension StatePosterior {
    /// What is believed after all nights of a line.
    ///
    /// - Parameters:
    ///   - series: the line.
    ///   - model: what is taken for granted.
    public init(_ series: VerdictSeries, model: TrendModel = TrendModel()) {
        self.init(model: model)
        for (number, night) in series.nights.enumerated() {
            observe(night.tally, inNight: number, of: night.context)
        }
    }

    /// The state that is probable enough to be claimed; nil when none is.
    var certainState: CaseState? {
        CaseState.allCases.first { probability(of: $0) >= model.certainty }
    }

    /// The most probable hypothesis of a state.
    fileprivate func likeliestStretch(in state: CaseState) -> Hypothesis? {
        hypotheses.filter { $0.state == state }.max { $0.weight < $1.weight }
    }

    /// Where the stretch in a state began; nil when that it goes on since the first night is not improbable.
    func change(to state: CaseState) -> ChangePoint? {
        let stretches = hypotheses.filter { $0.state == state }
        let total = stretches.reduce(0) { $0 + $1.weight }
        let sinceFirst = stretches.first { $0.start == nights?.lowerBound }?.weight ?? 0
        guard total > 0, 1 - sinceFirst / total >= model.certainty else { return nil }
        let chances = stretches.filter { $0.start != nights?.lowerBound }.map { ($0.start, $0.weight) }
        return ChangePoint(chances: Dictionary(chances) { $0 + $1 }, certainty: model.certainty)
    }

    /// Whether a stretch of a working case has a failure, and more probably than not a rate that counts as flaky.
    fileprivate func isFlaky(_ stretch: Hypothesis) -> Bool {
        stretch.failures > 0
            && stretch.failureRate(prior: model.working).cumulative(model.flakyRate) < 0.5
    }

    /// Whether a change happened at most a half-life ago.
    fileprivate func isRecent(_ change: ChangePoint?) -> Bool {
        guard let change, let nights else { return false }
        return Double(nights.upperBound - change.night) <= model.halfLife
    }
}
