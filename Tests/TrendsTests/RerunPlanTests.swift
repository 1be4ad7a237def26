import Foundation
import Results
import SeamModel
import Testing
import Trends

@Suite("Re-runs")
struct RerunPlanTests {
    @Test("with known rates the decisions are those of Wald's test, attempt by attempt", arguments: [0.05, 0.2, 0.4])
    func wald(working: Double) {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let rate = Bool.random(using: &generator) ? working : 0.95
            var plan = plan(knowing: working)
            var odds = Self.firstOdds(working)
            while plan.step == .rerun {
                #expect(Self.odds(plan.bounds.working) < odds && odds < Self.odds(plan.bounds.broken))
                let fails = Double.random(in: 0..<1, using: &generator) < rate
                plan.record(fails ? .failed : .passed)
                odds *= fails ? 0.95 / working : 0.05 / (1 - working)
            }
            switch plan.step {
            case .decided(.broken): #expect(odds >= Self.odds(plan.bounds.broken))
            case .decided(.working): #expect(odds <= Self.odds(plan.bounds.working))
            case .undecided: #expect(plan.rerunCount == plan.bounds.maximum)
            case .rerun: Issue.record("the plan goes on")
            }
        }
    }

    @Test(
        "with known rates errors are no more probable than Wald's bounds, over all ways in which re-runs may come out"
    )
    func waldsBounds() {
        for working in [0.02, 0.05, 0.1, 0.2, 0.3, 0.4] {
            let plan = plan(knowing: working)
            let odds = Self.firstOdds(working)
            let falseAlarm = chance(of: .decided(.broken), from: plan, failing: working)
            let miss = chance(of: .decided(.working), from: plan, failing: 0.95)
            #expect(falseAlarm <= odds / Self.odds(plan.bounds.broken))
            #expect(miss <= Self.odds(plan.bounds.working) / odds)
        }
    }

    @Test(
        "a case that goes on as flaky as before is said to be broken in fewer than one failure out of 200",
        arguments: [("." * 60, 0.01), ("...........x........" * 3, 0.05), ("....x....." * 6, 0.1), ("..x.." * 12, 0.2)]
    )
    func falseAlarms(notation: String, rate: Double) {
        #expect(chance(of: .decided(.broken), from: plan(notation, .failed), failing: rate) < 0.005)
    }

    @Test("a stable case that broke takes two re-runs to tell, and one that flaked takes fewer than two")
    func fewerThanThree() {
        let stable = StatePosterior(VerdictSeries("." * 60))
        #expect(reruns(after: stable, failing: 1) <= 2)
        #expect(reruns(after: stable, failing: 0) <= 2)
        let flaky = StatePosterior(VerdictSeries("....x....." * 6))
        #expect(reruns(after: flaky, failing: 0.1) < 1.2)
    }

    @Test("a case that does what is known of it is not run again")
    func expected() {
        #expect(plan("." * 30, .passed).step == .decided(.working))
        #expect(plan("." * 30 + "xxxxx", .failed).step == .decided(.broken))
        #expect(plan("x" * 30, .failed).step == .decided(.broken))
        #expect(plan("", .passed).step == .decided(.working))
    }

    @Test("a case that does otherwise is run again, be it that it fails or that it passes")
    func surprising() {
        #expect(plan("." * 30, .failed).step == .rerun)
        #expect(plan("x" * 60, .passed).step == .rerun)
        #expect(plan("", .failed).step == .rerun)
    }

    @Test("a case that was not judged is not run again, and a re-run that was not judged says nothing and counts")
    func unjudged() {
        #expect(plan("." * 30 + "x", .error).step == .undecided)
        var plan = plan("." * 30, .failed)
        let before = plan.posterior
        plan.record(.error)
        #expect(plan.posterior == before)
        #expect(plan.rerunCount == 1)
    }

    @Test("the maximum ends it, undecided")
    func maximum() {
        var plan = plan("....x...." * 5, .failed, RerunPlan.Bounds(maximum: 2))
        while plan.step == .rerun { plan.record(.failed) }
        #expect(plan.rerunCount == 2)
        #expect(plan.step == .undecided)
        #expect(self.plan("." * 30, .failed, RerunPlan.Bounds(maximum: 0)).step == .undecided)
    }

    @Test("what a plan decides is what the trend says once the attempts are in the line")
    func agreesWithTrend() {
        var plan = plan("." * 30, .failed)
        var night = "x"
        while plan.step == .rerun {
            plan.record(.failed)
            night += "x"
        }
        #expect(plan.step == .decided(.broken))
        #expect(Trend(VerdictSeries("." * 30 + "(\(night))")) == Trend(plan.posterior))
        #expect(Trend(plan.posterior).kind == .regressed)
    }

    private func plan(
        _ notation: String,
        _ first: Verdict,
        _ bounds: RerunPlan.Bounds = RerunPlan.Bounds()
    ) -> RerunPlan {
        let history = VerdictSeries(notation)
        return RerunPlan(
            after: StatePosterior(history),
            night: history.nights.count,
            context: .made(),
            first: first,
            bounds: bounds
        )
    }

    /// A plan for a case whose failure rates are known as good as exactly, after a first attempt that failed.
    private func plan(knowing working: Double) -> RerunPlan {
        let model = TrendModel(
            working: BetaDistribution(alpha: working * 1e9, beta: (1 - working) * 1e9),
            broken: BetaDistribution(alpha: 0.95e9, beta: 0.05e9)
        )
        return RerunPlan(after: StatePosterior(model: model), night: 0, context: .made(), first: .failed)
    }

    /// The odds of "broken" after that first attempt.
    private static func firstOdds(_ working: Double) -> Double {
        odds(TrendModel().brokenAtFirst) * 0.95 / working
    }

    private static func odds(_ chance: Double) -> Double {
        chance / (1 - chance)
    }

    /// How probable it is that a plan ends in a step, when attempts truly fail at a rate.
    private func chance(of end: RerunPlan.Step, from plan: RerunPlan, failing rate: Double) -> Double {
        guard plan.step == .rerun else { return plan.step == end ? 1 : 0 }
        return [(Verdict.failed, rate), (.passed, 1 - rate)].reduce(0) { sum, way in
            var next = plan
            next.record(way.0)
            return sum + way.1 * chance(of: end, from: next, failing: rate)
        }
    }

    /// The expected number of re-runs after a first attempt that failed, when attempts truly fail at a rate.
    private func reruns(after history: StatePosterior, failing rate: Double) -> Double {
        func expected(_ plan: RerunPlan) -> Double {
            guard plan.step == .rerun else { return 0 }
            return [(Verdict.failed, rate), (.passed, 1 - rate)].filter { $0.1 > 0 }.reduce(1) { sum, way in
                var next = plan
                next.record(way.0)
                return sum + way.1 * expected(next)
            }
        }
        return expected(RerunPlan(after: history, night: 60, context: .made(), first: .failed))
    }
}
