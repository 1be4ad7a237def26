import Foundation
import SeamModel
import Testing
import Trends

@Suite("Comparisons of latencies")
struct LatencyComparisonTests {
    @Test("what is half as slow again is found, in either direction, with some hundred answers")
    func real() throws {
        var generator = SeededGenerator(seed: 1)
        let before = Self.answers(400, scale: 1, using: &generator)
        let after = Self.answers(400, scale: 1.5, using: &generator)
        let slower = try #require(LatencyComparison(before, after, tolerance: 0.1))
        #expect(slower.change == .slower)
        #expect(slower.pValue < 0.01)
        #expect(slower.after > slower.before)
        #expect(LatencyComparison(after, before, tolerance: 0.1)?.change == .faster)
        #expect(LatencyComparison(before, before, tolerance: 0)?.change == .same)
        #expect(LatencyComparison(before, after, tolerance: 1)?.change == .same)
    }

    @Test("few answers prove nothing, however slow they are")
    func few() throws {
        var generator = SeededGenerator(seed: 2)
        let before = Self.answers(5, scale: 1, using: &generator)
        let after = Self.answers(5, scale: 10, using: &generator)
        #expect(LatencyComparison(before, after, tolerance: 0.1)?.change == .unproven)
    }

    @Test("without answers there is nothing to compare")
    func none() {
        #expect(LatencyComparison(LatencyHistogram(), LatencyHistogram([.seconds(1)]), tolerance: 0.1) == nil)
        #expect(LatencyComparison(LatencyHistogram([.seconds(1)]), LatencyHistogram(), tolerance: 0.1) == nil)
    }

    @Test(
        "a true move of just the tolerance is called real no more often than the significance allows",
        arguments: [(40, 40), (300, 60), (60, 300), (500, 500)]
    )
    func falseAlarms(before: Int, after: Int) {
        var generator = SeededGenerator(seed: 3)
        let alarms = (0..<200).count { _ in
            let comparison = LatencyComparison(
                Self.answers(before, scale: 1, using: &generator),
                Self.answers(after, scale: 1.2, using: &generator),
                tolerance: 0.2,
                significance: 0.05
            )
            return comparison?.change == .slower
        }
        #expect(alarms <= 10)
    }

    @Test("the p-value is that of the supposition worked out at every microsecond")
    func bruteForce() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<40 {
            // Below 256 microseconds nothing is rounded, so that the plain latencies can be counted; many lie just at the
            // tolerance.
            let before = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
                4 * Int.random(in: 5...20, using: &generator)
            }
            let after = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
                5 * Int.random(in: 6...30, using: &generator)
            }
            let comparison = try #require(
                LatencyComparison(
                    LatencyHistogram(before.map { .microseconds($0) }),
                    LatencyHistogram(after.map { .microseconds($0) }),
                    share: 0.8,
                    tolerance: 0.25
                )
            )
            guard comparison.after >= comparison.before else { continue }
            let supposed = (0...300).map { latency in
                let earlier = chance(
                    ofAtLeast: before.count { Double($0) * 1.25 < Double(latency) },
                    of: before.count,
                    0.8
                )
                let later = chance(ofAtMost: after.count { $0 <= latency }, of: after.count, 0.8)
                return earlier * later > 0 ? earlier * later * (1 - log(earlier * later)) : 0
            }
            #expect(abs(comparison.pValue - (supposed.max() ?? 0)) < 1e-9)
        }
    }

    private func chance(ofAtMost successes: Int, of trials: Int, _ rate: Double) -> Double {
        (0...successes).reduce(0) { sum, count in
            let choices = (0..<count).reduce(1.0) { $0 * Double(trials - $1) / Double($1 + 1) }
            return sum + choices * pow(rate, Double(count)) * pow(1 - rate, Double(trials - count))
        }
    }

    private func chance(ofAtLeast successes: Int, of trials: Int, _ rate: Double) -> Double {
        successes == 0 ? 1 : 1 - chance(ofAtMost: successes - 1, of: trials, rate)
    }

    /// Latencies that are skewed as those of servers are: between 2 and 14 ms, the logarithm evenly.
    private static func answers(
        _ count: Int,
        scale: Double,
        using generator: inout SeededGenerator
    ) -> LatencyHistogram {
        LatencyHistogram(
            (0..<count).map { _ in
                let exponent = Double.random(in: -1...1, using: &generator)
                return .microseconds(Int64(5000 * scale * exp(exponent)))
            }
        )
    }
}
