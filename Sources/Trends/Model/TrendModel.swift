/// What is taken for granted about cases before anything is known of one, and how sure a claim must be.
///
/// A case is either *working*, when an attempt breaks now and then (it is flaky) or never, or *broken*, when nearly every
/// attempt breaks. Each stretch in one state has a failure rate of its own, which is not known but has a prior; from night to
/// night there is a small chance that the state changes.
public struct TrendModel: Sendable, Hashable {
    /// The failure rate of a working case: most never fail, and few more than one time in five.
    public var working: BetaDistribution
    /// The failure rate of a broken case: nineteen in twenty, or nearer to always.
    public var broken: BetaDistribution
    /// The chance that a case is broken in the first night that is known of it, 0 to 1.
    public var brokenAtFirst: Double
    /// The chance that the state changes from one night to the next with the same suite and contract, 0 to 1.
    public var changeChance: Double
    /// The same for a night whose suite or contract is not that of the night before, 0 to 1.
    public var changeChanceOfNewContext: Double
    /// After how many nights what a night said of the failure rate weighs half as much; above 0.
    public var halfLife: Double
    /// How probable a state must be to be claimed, above 0.5 and below 1.
    public var certainty: Double
    /// The failure rate above which a working case counts as flaky, when it is more probably above than below.
    public var flakyRate: Double

    /// A model.
    ///
    /// - Parameters:
    ///   - working: the failure rate of a working case.
    ///   - broken: the failure rate of a broken case.
    ///   - brokenAtFirst: the chance that a case is broken in the first night.
    ///   - changeChance: the chance of a change from one night to the next.
    ///   - changeChanceOfNewContext: the same when suite or contract are new.
    ///   - halfLife: after how many nights a night weighs half as much.
    ///   - certainty: how probable a state must be to be claimed.
    ///   - flakyRate: the failure rate above which a working case counts as flaky.
    public init(
        working: BetaDistribution = BetaDistribution(alpha: 0.2, beta: 5),
        broken: BetaDistribution = BetaDistribution(alpha: 19, beta: 1),
        brokenAtFirst: Double = 0.1,
        changeChance: Double = 0.001,
        changeChanceOfNewContext: Double = 0.02,
        halfLife: Double = 60,
        certainty: Double = 0.97,
        flakyRate: Double = 0.005
    ) {
        self.working = working
        self.broken = broken
        self.brokenAtFirst = brokenAtFirst
        self.changeChance = changeChance
        self.changeChanceOfNewContext = changeChanceOfNewContext
        self.halfLife = halfLife
        self.certainty = certainty
        self.flakyRate = flakyRate
    }

    /// The prior of the failure rate in a state.
    func prior(_ state: CaseState) -> BetaDistribution {
        switch state {
        case .working: working
        case .broken: broken
        }
    }
}

/// The two states that a case can be in.
public enum CaseState: String, Sendable, Hashable, CaseIterable {
    /// Attempts hold, but for a flaky one now and then.
    case working
    /// Nearly every attempt breaks.
    case broken
}
