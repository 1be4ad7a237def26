import Foundation
import SeamModel
import Testing
import Trends

@Suite("What is believed about a case")
struct StatePosteriorTests {
    @Test("the belief is that of Bayes' rule over all ways in which the states may have followed each other")
    func bruteForce() {
        var generator = SeededGenerator(seed: 5)
        let model = TrendModel(brokenAtFirst: 0.2, changeChance: 0.05, changeChanceOfNewContext: 0.3, halfLife: 7)
        for _ in 0..<60 {
            let nights = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
                Night(
                    tally: Tally(
                        failures: Int.random(in: 0...2, using: &generator),
                        passes: Int.random(in: 0...2, using: &generator)
                    ),
                    suite: Int.random(in: 0..<5, using: &generator) == 0 ? "t" : "s"
                )
            }
            var posterior = StatePosterior(model: model)
            for (number, night) in nights.enumerated() {
                posterior.observe(night.tally, inNight: number, of: .made(suite: night.suite))
            }
            let judged = nights.filter { !$0.tally.isEmpty }
            let expected = judged.isEmpty ? model.brokenAtFirst : chanceBroken(after: judged, model)
            #expect(abs(posterior.probability(of: .broken) - expected) < 1e-4)
            #expect(abs(posterior.probability(of: .broken) + posterior.probability(of: .working) - 1) < 1e-9)
        }
    }

    @Test("nights in which nothing was judged say nothing")
    func unjudged() {
        let plain = StatePosterior(VerdictSeries("." * 9 + "xx"))
        let gappy = StatePosterior(VerdictSeries("-..--....-...x--x-"))
        #expect(plain.probability(of: .broken) == gappy.probability(of: .broken))
    }

    @Test("a great many attempts in one night are no trouble")
    func manyAttempts() {
        var posterior = StatePosterior()
        posterior.observe(Tally(failures: 50_000, passes: 0), inNight: 0, of: .made())
        #expect(posterior.probability(of: .broken) > 0.999)
    }

    private struct Night {
        let tally: Tally
        let suite: String
    }

    /// The chance that the last state is broken: a sum over all paths of states.
    private func chanceBroken(after nights: [Night], _ model: TrendModel) -> Double {
        var weights: [CaseState: Double] = [:]
        for path in 0..<(1 << nights.count) {
            let states = nights.indices.map { path >> $0 & 1 == 1 ? CaseState.broken : .working }
            weights[states[nights.count - 1], default: 0] += weight(of: states, nights, model)
        }
        let broken = weights[.broken] ?? 0
        return broken / (broken + (weights[.working] ?? 0))
    }

    /// How probable a path and what was seen on it are together.
    private func weight(of states: [CaseState], _ nights: [Night], _ model: TrendModel) -> Double {
        var weight = states[0] == .broken ? model.brokenAtFirst : 1 - model.brokenAtFirst
        var failures = 0.0
        var passes = 0.0
        for index in nights.indices {
            if index > 0 {
                let isNew = nights[index].suite != nights[index - 1].suite
                let change = isNew ? model.changeChanceOfNewContext : model.changeChance
                let hasChanged = states[index] != states[index - 1]
                weight *= hasChanged ? change : 1 - change
                let memory = isNew || hasChanged ? 0 : pow(0.5, 1 / model.halfLife)
                failures *= memory
                passes *= memory
            }
            let prior = states[index] == .broken ? model.broken : model.working
            let tally = nights[index].tally
            let rate = BetaDistribution(alpha: prior.alpha + failures, beta: prior.beta + passes)
            weight *= chance(of: tally, at: rate)
            failures += Double(tally.failures)
            passes += Double(tally.passes)
        }
        return weight
    }

    /// The chance of one order of failures and passes when the rate has that distribution: B(a + f, b + p) / B(a, b).
    private func chance(of tally: Tally, at rate: BetaDistribution) -> Double {
        let after = logBeta(rate.alpha + Double(tally.failures), rate.beta + Double(tally.passes))
        return exp(after - logBeta(rate.alpha, rate.beta))
    }

    private func logBeta(_ alpha: Double, _ beta: Double) -> Double {
        lgamma(alpha).0 + lgamma(beta).0 - lgamma(alpha + beta).0
    }
}
