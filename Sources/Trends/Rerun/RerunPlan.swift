public import Results

/// Decides, attempt by attempt, whether a case is to be run again tonight: just often enough to tell "broken" from "as flaky as
/// before", or "fixed" from "broken, and passed by chance".
///
/// This is Wald's sequential probability ratio test (Wald, Sequential Tests of Statistical Hypotheses, Annals of Mathematical
/// Statistics 16, 1945), the test that needs the fewest attempts for its errors (Wald and Wolfowitz, the same 19, 1948). Each
/// attempt multiplies the odds of "broken" by how much better that predicts it, until they leave the bounds. The odds begin
/// where history and the first attempt have put them, and what "as flaky as before" predicts is the case's own failure rate with
/// all that is not known of it. So of the cases said to be broken at most `1 - broken` are not, and of those said to work
/// at most `working` are broken, provided that re-runs are as independent as nights are.
public struct RerunPlan: Sendable, Hashable {
    /// When to stop.
    public struct Bounds: Sendable, Hashable {
        /// How probable "broken" must be to be decided, above 0.5 and below 1.
        public var broken: Double
        /// How improbable "broken" must be for "as before" to be decided, above 0 and below 0.5.
        public var working: Double
        /// How often a case is run again at most; at least 0.
        public var maximum: Int

        /// Bounds.
        ///
        /// - Parameters:
        ///   - broken: how probable "broken" must be to be decided.
        ///   - working: how improbable "broken" must be for "as before" to be decided.
        ///   - maximum: how often a case is run again at most.
        public init(broken: Double = 0.97, working: Double = 0.007, maximum: Int = 10) {
            self.broken = broken
            self.working = working
            self.maximum = maximum
        }
    }

    /// What to do next.
    public enum Step: Sendable, Hashable {
        /// Run the case once more.
        case rerun
        /// Stop: it is told which state the case is in.
        case decided(CaseState)
        /// Stop: it is not told, since the first attempt was not judged, or since the maximum is reached.
        case undecided
    }

    /// When to stop.
    public let bounds: Bounds
    /// What is believed about the case, tonight's attempts included.
    public private(set) var posterior: StatePosterior
    /// How often the case was run again.
    public private(set) var rerunCount: Int
    /// Whether the first attempt was judged.
    private let isJudged: Bool

    /// A plan after the first attempt.
    ///
    /// - Parameters:
    ///   - history: what is believed after the nights before.
    ///   - night: tonight's number, greater than those of the nights before.
    ///   - context: what tonight's run is made with.
    ///   - verdict: the verdict of the first attempt.
    ///   - bounds: when to stop.
    public init(
        after history: StatePosterior,
        night: Int,
        context: RunContext,
        first verdict: Verdict,
        bounds: Bounds = Bounds()
    ) {
        self.bounds = bounds
        posterior = history
        rerunCount = 0
        isJudged = Outcome(verdict) != nil
        posterior.observe(Tally([verdict]), inNight: night, of: context)
    }

    /// Takes in the verdict of a re-run; one that was not judged counts as a re-run and says nothing.
    ///
    /// - Parameter verdict: the verdict.
    public mutating func record(_ verdict: Verdict) {
        rerunCount += 1
        if let outcome = Outcome(verdict) { posterior.learn(outcome) }
    }

    /// What to do next.
    public var step: Step {
        let chance = posterior.probability(of: .broken)
        if chance >= bounds.broken { return .decided(.broken) }
        if chance <= bounds.working { return .decided(.working) }
        return isJudged && rerunCount < bounds.maximum ? .rerun : .undecided
    }
}
