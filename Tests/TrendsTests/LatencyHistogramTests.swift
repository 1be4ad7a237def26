import Foundation
import SeamModel
import Testing
import Trends

@Suite("Latency histograms")
struct LatencyHistogramTests {
    @Test("a quantile is that of the latencies themselves, at most one part in 128 too long")
    func quantiles() throws {
        var generator = SeededGenerator(seed: 1)
        for count in [1, 2, 3, 20, 500] {
            let latencies = Self.latencies(count, using: &generator)
            let histogram = LatencyHistogram(latencies)
            let sorted = latencies.sorted()
            for share in [0, 0.01, 0.5, 0.9, 0.95, 0.99, 1] {
                let rank = max(1, Int((share * Double(count)).rounded(.up)))
                let exact = sorted[rank - 1]
                let told = try #require(histogram.quantile(share))
                #expect(told >= exact - .microseconds(1))
                #expect(told <= exact + exact / 128)
            }
        }
    }

    @Test("latencies up to 255 microseconds are kept as they are")
    func exact() {
        for microseconds in 0...255 {
            #expect(LatencyHistogram([.microseconds(microseconds)]).quantile(0.5) == .microseconds(microseconds))
        }
    }

    @Test("merging gives what recording everything in one would, in any order")
    func merges() {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<100 {
            let parts = (0..<4).map { _ in Self.latencies(Int.random(in: 0...60, using: &generator), using: &generator)
            }
            let whole = LatencyHistogram(parts.joined())
            for order in [[0, 1, 2, 3], [3, 1, 0, 2], [2, 3, 1, 0]] {
                let merged = order.reduce(into: LatencyHistogram()) { $0.merge(LatencyHistogram(parts[$1])) }
                #expect(merged == whole)
                #expect(merged.encoded == whole.encoded)
            }
            #expect(whole.count == UInt64(parts.joined().count))
        }
    }

    @Test("no latency is too short or too long")
    func extremes() {
        var histogram = LatencyHistogram([.seconds(-5), .zero, .nanoseconds(1), .seconds(Int64.max)])
        #expect(histogram.quantile(0.5) == .zero)
        #expect(histogram.quantile(1).map { $0 > .seconds(1_000_000_000) } == true)
        histogram.merge(histogram)
        #expect(histogram.count == 8)
    }

    @Test("without latencies there is no quantile")
    func empty() {
        #expect(LatencyHistogram().quantile(0.95) == nil)
        #expect(LatencyHistogram().count == 0)
    }

    static func latencies(_ count: Int, using generator: inout SeededGenerator) -> [Duration] {
        (0..<count).map { _ in
            let exponent = Double.random(in: 0...16, using: &generator)
            return .nanoseconds(Int64(exp2(exponent) * 1000))
        }
    }
}
