import Foundation
import SeamModel
import Testing
import Trends

@Suite("Beta distributions")
struct BetaDistributionTests {
    @Test("the cumulative chance is the sum of the binomial chances that it stands for", arguments: [1, 2, 5, 12, 60])
    func integers(trials: Int) {
        for successes in 1...trials {
            let distribution = BetaDistribution(alpha: Double(successes), beta: Double(trials - successes + 1))
            for rate in [0.001, 0.05, 0.3, 0.5, 0.77, 0.999] {
                let sum = (successes...trials).reduce(0) { $0 + binomial(trials, $1, rate) }
                #expect(abs(distribution.cumulative(rate) - sum) < 1e-11)
            }
        }
    }

    @Test(
        "the cumulative chance is the area under the density, also for uneven parameters",
        arguments: [(0.2, 5.0), (1.7, 3.4), (19, 1), (0.5, 0.5), (40.2, 300.9)]
    )
    func area(alpha: Double, beta: Double) {
        let distribution = BetaDistribution(alpha: alpha, beta: beta)
        for (low, high) in [(0.05, 0.2), (0.2, 0.5), (0.5, 0.95)] {
            let area = integral(from: low, to: high) { pow($0, alpha - 1) * pow(1 - $0, beta - 1) }
            let whole = exp(lgamma(alpha).0 + lgamma(beta).0 - lgamma(alpha + beta).0)
            let difference = distribution.cumulative(high) - distribution.cumulative(low)
            #expect(abs(difference - area / whole) < 1e-6)
        }
    }

    @Test("a quantile is the rate up to which the cumulative chance goes")
    func quantiles() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<50 {
            let distribution = BetaDistribution(
                alpha: Double.random(in: 0.1...50, using: &generator),
                beta: Double.random(in: 0.1...500, using: &generator)
            )
            let chance = Double.random(in: 0.05...0.95, using: &generator)
            #expect(abs(distribution.cumulative(distribution.quantile(chance)) - chance) < 1e-6)
        }
    }

    @Test("no rate is below 0 or above 1, and a great many trials are no trouble")
    func ends() {
        let distribution = BetaDistribution(alpha: 0.2, beta: 5)
        #expect(distribution.cumulative(0) == 0)
        #expect(distribution.cumulative(1) == 1)
        let great = BetaDistribution(alpha: 5e8, beta: 5e8)
        #expect(abs(great.cumulative(0.5) - 0.5) < 1e-5)
        #expect(great.cumulative(0.501) > 0.999_999)
    }

    private func binomial(_ trials: Int, _ successes: Int, _ rate: Double) -> Double {
        let choices = (0..<successes).reduce(1.0) { $0 * Double(trials - $1) / Double($1 + 1) }
        return choices * pow(rate, Double(successes)) * pow(1 - rate, Double(trials - successes))
    }

    /// Simpson's rule.
    private func integral(from low: Double, to high: Double, of function: (Double) -> Double) -> Double {
        let count = 2000
        let step = (high - low) / Double(count)
        let inner = (1..<count).reduce(0) { sum, index in
            sum + (index.isMultiple(of: 2) ? 2 : 4) * function(low + Double(index) * step)
        }
        return (function(low) + inner + function(high)) * step / 3
    }
}
