public import Results
public import Trends

/// The yes or no for a change, and what it rests on.
public struct GateDecision: Sendable, Hashable {
    /// One thing that must hold.
    public struct Rule: Sendable, Hashable {
        /// What it is called, such as `new failures`.
        public let name: String
        /// Whether it holds.
        public let holds: Bool
        /// What was looked at, in figures.
        public let figures: String
        /// What breaks it, one line each; empty when it holds.
        public let reasons: [String]
        /// What was looked at and breaks nothing, one line each.
        public let notes: [String]

        /// A rule that holds when there is no reason why not.
        init(_ name: String, _ figures: String, brokenBy reasons: [String] = [], notes: [String] = []) {
            self.name = name
            self.figures = figures
            self.reasons = reasons
            self.notes = notes
            holds = reasons.isEmpty
        }
    }

    /// A case that newly fails, and what re-runs told of it.
    public struct Rerun: Sendable, Hashable {
        /// The case's id.
        public let caseID: String
        /// How often it was run again.
        public let count: Int
        /// How often it held then.
        public let heldCount: Int
        /// How probable it is that it is broken, 0 to 1.
        public let chanceBroken: Double
        /// Whether it is broken, failed by chance, or was not decided upon.
        public let step: RerunPlan.Step
    }

    /// The rules, those that are weighed first coming first.
    public let rules: [Rule]
    /// The cases that newly fail, by id; empty when there are none, or too many to be chance.
    public let reruns: [Rerun]
    /// The run that was judged.
    public let run: RunHeader
    /// What the run was compared with; nil when there was nothing.
    public let baseline: Baseline?
    /// What has to be said of the baseline, or of why there is none, in one line; nil when it is as usual.
    public let remark: String?

    /// Whether the change may pass.
    public var isOpen: Bool { rules.allSatisfy(\.holds) }

    /// The answer in one line.
    public var answer: String {
        let broken = rules.filter { !$0.holds }
        guard broken.isEmpty else {
            return "gate shut: " + broken.map { "\($0.name) (\($0.figures))" }.joined(separator: ", ")
        }
        let against = baseline.map { "nothing new is broken since \($0.name)" } ?? "nothing is broken"
        let flaky = reruns.count { $0.step == .decided(.working) }
        return "gate open: \(against)"
            + (flaky == 0 ? "" : ", and \(flaky) \(flaky == 1 ? "case" : "cases") failed by chance")
    }
}

extension GateDecision.Rerun {
    /// What a test told of a case.
    init(_ caseID: String, _ trial: Reruns.Trial) {
        self.caseID = caseID
        count = trial.plan.rerunCount
        heldCount = trial.heldCount
        chanceBroken = trial.plan.posterior.probability(of: .broken)
        step = trial.step
    }

    /// `run again 4 times, held 3 times: broken with 0.1 %, so it failed by chance`.
    var words: String {
        let times = count == 0 ? "not run again" : "run again \(Self.times(count)), held \(Self.times(heldCount))"
        return "\(times): broken with \(chanceBroken.percent), \(conclusion)"
    }

    private var conclusion: String {
        switch step {
        case .decided(.working): "so it failed by chance"
        case .decided(.broken): "so it is broken"
        case .rerun: "so re-runs would tell (`--rerun`)"
        case .undecided: "which is not decided, so it counts as broken"
        }
    }

    private static func times(_ count: Int) -> String {
        switch count {
        case 0: "never"
        case 1: "once"
        default: "\(count) times"
        }
    }
}

extension Double {
    /// The share in percent with one decimal, `under 0.1 %` for less.
    var percent: String {
        let thousandths = Int((self * 1000).rounded())
        return self > 0 && thousandths == 0 ? "under 0.1 %" : "\(thousandths / 10).\(abs(thousandths % 10)) %"
    }
}
