import Foundation

/// What is believed about a case after the nights so far: its state, since when, and its failure rate.
///
/// This is Bayesian online change-point detection (Adams and MacKay, Bayesian Online Changepoint Detection, 2007,
/// arXiv:0710.3742) with two kinds of stretches: one hypothesis for each state and night in which the present stretch may have
/// begun, each with a Beta posterior of the failure rate and a weight that Bayes' rule updates. Beta priors make every
/// prediction a Beta-binomial one, so that nothing is sampled or approximated; hypotheses below one in a million are dropped.
public struct StatePosterior: Sendable, Hashable {
    /// The present stretch as it may be.
    struct Hypothesis: Sendable, Hashable {
        /// The state.
        let state: CaseState
        /// The night in which the stretch began, counted from 0.
        let start: Int
        /// Failures in comparable nights of the stretch, older ones weighing less.
        var failures: Double = 0
        /// Passes in comparable nights of the stretch, older ones weighing less.
        var passes: Double = 0
        /// How probable it is; all weights add up to 1.
        var weight: Double
    }

    /// What was taken for granted.
    public let model: TrendModel
    /// The hypotheses, those that began first in front.
    private(set) var hypotheses: [Hypothesis]
    /// The first and the last judged night; nil before the first.
    private(set) var nights: ClosedRange<Int>?
    /// The context of the last judged night; nil before the first.
    private var context: RunContext?

    /// What is believed before the first night.
    ///
    /// - Parameter model: what is taken for granted.
    public init(model: TrendModel = TrendModel()) {
        self.model = model
        hypotheses = []
    }

    /// How probable it is that the case is in a state now, 0 to 1; what the model takes for granted before the first night.
    ///
    /// - Parameter state: the state.
    /// - Returns: the chance.
    public func probability(of state: CaseState) -> Double {
        guard !hypotheses.isEmpty else {
            return state == .broken ? model.brokenAtFirst : 1 - model.brokenAtFirst
        }
        return hypotheses.reduce(0) { $1.state == state ? $0 + $1.weight : $0 }
    }

    /// Lets a night pass and learns from its attempts; a night without a judged attempt says nothing and is not counted as one.
    ///
    /// - Parameters:
    ///   - tally: how its attempts came out.
    ///   - night: the night's number, counted from 0, greater than those before.
    ///   - context: what the run was made with.
    public mutating func observe(_ tally: Tally, inNight night: Int, of context: RunContext) {
        guard !tally.isEmpty else { return }
        begin(night, of: context)
        learn(tally)
    }

    /// Lets a night begin: what may have changed since the last one is taken in, nothing of the night itself.
    private mutating func begin(_ night: Int, of context: RunContext) {
        let last = self.context
        self.context = context
        nights = (nights?.lowerBound ?? night)...night
        let working = probability(of: .working)
        let broken = probability(of: .broken)
        guard let last else {
            hypotheses = [
                Hypothesis(state: .working, start: night, weight: working),
                Hypothesis(state: .broken, start: night, weight: broken),
            ]
            return
        }
        let isComparable = context.isComparable(to: last)
        let change = isComparable ? model.changeChance : model.changeChanceOfNewContext
        let memory = isComparable ? exp2(-1 / model.halfLife) : 0
        for index in hypotheses.indices {
            hypotheses[index].failures *= memory
            hypotheses[index].passes *= memory
            hypotheses[index].weight *= 1 - change
        }
        hypotheses.append(Hypothesis(state: .working, start: night, weight: change * broken))
        hypotheses.append(Hypothesis(state: .broken, start: night, weight: change * working))
    }

    /// Learns from attempts of the present night, one after the other.
    mutating func learn(_ tally: Tally) {
        for _ in 0..<tally.failures { learn(.breaks) }
        for _ in 0..<tally.passes { learn(.holds) }
    }

    /// The sum of all weights.
    private var totalWeight: Double { hypotheses.reduce(0) { $0 + $1.weight } }

    /// Learns from one attempt of the present night.
    mutating func learn(_ outcome: Outcome) {
        for index in hypotheses.indices {
            hypotheses[index].learn(outcome, prior: model.prior(hypotheses[index].state))
        }
        let least = 1e-6 * totalWeight
        hypotheses.removeAll { $0.weight < least }
        let share = 1 / totalWeight
        for index in hypotheses.indices { hypotheses[index].weight *= share }
    }
}

extension StatePosterior.Hypothesis {
    /// The failure rate as far as the stretch tells it.
    ///
    /// - Parameter prior: the prior of the failure rate in the state.
    /// - Returns: the posterior of the failure rate.
    func failureRate(prior: BetaDistribution) -> BetaDistribution {
        BetaDistribution(alpha: prior.alpha + failures, beta: prior.beta + passes)
    }

    /// Weighs the hypothesis by how well it predicted the attempt, and counts it.
    fileprivate mutating func learn(_ outcome: Outcome, prior: BetaDistribution) {
        let chanceOfFailure = failureRate(prior: prior).mean
        switch outcome {
        case .breaks:
            weight *= chanceOfFailure
            failures += 1
        case .holds:
            weight *= 1 - chanceOfFailure
            passes += 1
        }
    }
}
