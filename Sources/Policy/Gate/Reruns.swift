public import Results
public import Trends

/// Decides which cases that newly fail are run once more, and in the end which of them are broken and which failed by chance.
///
/// Each case has a sequential test of its own (`RerunPlan`), which begins with what the nights before tell of it. An attempt
/// counts against the endpoint when it fails as the run did: in a way that the baseline did not. Cases that came to no judgement
/// because the endpoint could not be reached are never run again, and a re-run that comes to none ends the test.
public struct Reruns: Sendable {
    /// What is known of one case.
    public struct Trial: Sendable {
        /// The test.
        public private(set) var plan: RerunPlan
        /// How often the case held when it was run again.
        public private(set) var heldCount = 0
        /// Whether a re-run came to no judgement.
        private var isCutShort = false
        private let before: RunOutcome.Case?
        /// The case that is run: another than the one that failed where that sends nothing itself.
        fileprivate let caseToRun: String

        fileprivate init(_ plan: RerunPlan, before: RunOutcome.Case?, attempts: [Attempt], caseToRun: String) {
            self.plan = plan
            self.before = before
            self.caseToRun = caseToRun
            for attempt in attempts { record(attempt) }
        }

        fileprivate mutating func record(_ attempt: Attempt) {
            let verdict = verdict(of: attempt)
            plan.record(verdict)
            if verdict == .passed { heldCount += 1 }
            if Outcome(verdict) == nil { isCutShort = true }
        }

        /// What an attempt says: it broke in a way that the baseline did not, or it did not, or nothing.
        private func verdict(of attempt: Attempt) -> Verdict {
            switch attempt.verdict {
            case .failed, .blocked:
                let outcome = RunOutcome.Case(verdict: attempt.verdict, breaches: attempt.breaches)
                let wasBad = Standing(before?.verdict) == .bad
                return !wasBad || outcome.breaksMore(than: before) ? .failed : .passed
            case .passed, .warned, .waived, .unexpectedPass: return .passed
            case .error, .skipped, .notApplicable: return attempt.verdict
            }
        }

        /// What to do next.
        public var step: RerunPlan.Step {
            isCutShort && plan.step == .rerun ? .undecided : plan.step
        }
    }

    /// More new failures than this are no chance, and none of them is run again.
    public static let caseLimit = 50
    /// How probable "broken" must be to be decided, how improbable for "by chance".
    ///
    /// A gate has no second night in which a regression would show, so it wants to be surer than a nightly run that nothing is
    /// broken (see the documentation of Trends).
    private static let bounds = RerunPlan.Bounds(broken: 0.97, working: 0.002)

    /// The tests by the ids of the cases; empty when too many cases newly fail.
    public private(set) var trials: [String: Trial]

    /// The tests of the cases that newly fail, with the re-runs that the run has already.
    ///
    /// - Parameters:
    ///   - subject: the run, and what is known of the time before it.
    ///   - maximum: how often a case is run again at most; 0 runs none again.
    public init(_ subject: GateSubject, maximum: Int) {
        let failing = subject.newFailures.filter { $0.after == .failed || $0.after == .blocked }
        guard failing.count <= Self.caseLimit else {
            trials = [:]
            return
        }
        var bounds = Self.bounds
        bounds.maximum = maximum
        let before = subject.before
        let tests = failing.map { item in
            // The nights tell how often the case failed, not in which way: they say nothing of another way.
            let series = item.change == .worse ? nil : subject.series[item.id]
            let nights = series ?? VerdictSeries(caseID: item.id, nights: [])
            let plan = RerunPlan(
                // What was broken for some nights and fixed does not fail by chance.
                after: StatePosterior(nights.leavingOut(FixedStreak.streaks(in: nights))),
                night: nights.nights.count,
                context: RunContext(subject.run.header),
                first: .failed,
                bounds: bounds
            )
            let outcome = subject.run.cases[item.id]
            let caseToRun = outcome?.witnesses.first ?? item.id
            return (
                item.id,
                Trial(plan, before: before[item.id], attempts: outcome?.attempts ?? [], caseToRun: caseToRun)
            )
        }
        trials = Dictionary(tests) { first, _ in first }
    }

    /// The cases that are to be tried once more, sorted by id, and which case is run to try each: itself, or the witness of an
    /// `every-response` case.
    public var due: [(caseID: String, caseToRun: String)] {
        trials.filter { $0.value.step == .rerun }.map { ($0.key, $0.value.caseToRun) }.sorted { $0.caseID < $1.caseID }
    }

    /// Takes in how a case came out when it was run once more.
    ///
    /// - Parameters:
    ///   - attempt: how it came out.
    ///   - caseID: the case.
    public mutating func record(_ attempt: Attempt, ofCase caseID: String) {
        trials[caseID]?.record(attempt)
    }

    /// Whether a case failed by chance, as far as is known.
    func isFlaky(_ caseID: String) -> Bool {
        trials[caseID]?.step == .decided(.working)
    }
}
