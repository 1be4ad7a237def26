public import Results
import Timestamps

extension TrendOverview {
    /// One run among many.
    public struct Night: Sendable, Hashable {
        /// What was known at the beginning.
        public let header: RunHeader
        /// How it ended; nil while it goes on, or when it died without a word.
        public let ending: RunEnding?
        /// How many cases have each verdict; verdicts that none has are left out.
        public let counts: [Verdict: Int]
        /// How many cases were planned and have no verdict.
        public let unfinishedCount: Int
        /// What is not the same as in the night before: suite, contract or endpoint, not the labels.
        public let changes: [ContextDifference]
        /// Whether nights are missing before it: it came more than 36 hours after the one before, and much later than usual.
        public let isAfterGap: Bool

        /// How many cases were judged.
        public var judgedCount: Int { counts.reduce(0) { $1.key.isJudgement ? $0 + $1.value : $0 } }

        /// How many cases were judged, and passed or were warned: what is waived did not pass.
        public var passedCount: Int { counts[.passed, default: 0] + counts[.warned, default: 0] }
    }
}

extension TrendOverview.Night {
    /// The nights of some runs.
    ///
    /// - Parameter runs: the runs, oldest first.
    /// - Returns: a night for each.
    static func nights(of runs: [RunOutcome]) -> [Self] {
        let pauses = zip(runs, runs.dropFirst()).map { $1.header.startedAt - $0.header.startedAt }
        let usual = pauses.sorted().dropFirst(pauses.count / 2).first ?? .zero
        return runs.indices.map { index in
            let before = index > 0 ? runs[index - 1] : nil
            let pause = index > 0 ? pauses[index - 1] : .zero
            return Self(runs[index], after: before, isAfterGap: pause > .seconds(36 * 3600) && pause > usual * 1.5)
        }
    }

    private init(_ run: RunOutcome, after before: RunOutcome?, isAfterGap: Bool) {
        header = run.header
        ending = run.ending
        counts = run.cases.values.reduce(into: [:]) { counts, item in
            if let verdict = item.verdict { counts[verdict, default: 0] += 1 }
        }
        unfinishedCount = max(run.cases.count, run.header.caseCount) - counts.values.reduce(0, +)
        changes =
            before.map { RunContext($0.header).differences(to: RunContext(run.header)) }?.filter { !$0.isLabel } ?? []
        self.isAfterGap = isAfterGap
    }
}

extension ContextDifference {
    /// Whether it is a label.
    fileprivate var isLabel: Bool {
        if case .label = self { true } else { false }
    }
}
