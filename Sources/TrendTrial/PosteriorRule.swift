import Results
public import Trends

/// The rule of `Trends`: what is believed after the nights so far, with re-runs until it is decided.
public struct PosteriorRule: TrialRule {
    /// What is believed.
    public private(set) var posterior: StatePosterior
    private let bounds: RerunPlan.Bounds
    private var night = 0

    /// The rule before the first night.
    ///
    /// - Parameters:
    ///   - model: what is taken for granted.
    ///   - bounds: when to stop running a case again; with the maximum 0 it never is.
    public init(model: TrendModel = TrendModel(), bounds: RerunPlan.Bounds = RerunPlan.Bounds()) {
        posterior = StatePosterior(model: model)
        self.bounds = bounds
    }

    /// Judges the next night.
    public mutating func judge(_ attempts: [Bool]) -> (claim: Claim, rerunCount: Int) {
        var verdicts = attempts.map { $0 ? Verdict.failed : .passed }[...]
        var plan = RerunPlan(
            after: posterior,
            night: night,
            context: Self.context,
            first: verdicts.removeFirst(),
            bounds: bounds
        )
        while plan.step == .rerun, let verdict = verdicts.popFirst() { plan.record(verdict) }
        posterior = plan.posterior
        night += 1
        return (Claim(Trend(posterior).kind), plan.rerunCount)
    }

    private static let context = RunContext(endpoint: "https://seam.example.com", contract: "c", suite: "s")
}

extension Claim {
    fileprivate init(_ kind: Trend.Kind) {
        self =
            switch kind {
            case .regressed: .regressed
            case .broken: .broken
            case .stable, .flaky, .fixed, .undecided, .untold: .nothing
            }
    }
}
