import SeamModel
import Testing
import Trends

@Suite("Stored latency histograms")
struct LatencyEncodingTests {
    @Test("what is stored is read back")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 4)
        for count in [0, 1, 10, 1000] {
            let histogram = LatencyHistogram(LatencyHistogramTests.latencies(count, using: &generator))
            #expect(try LatencyHistogram(decoding: histogram.encoded) == histogram)
        }
    }

    @Test("the form is the documented one: the version, then steps between buckets and counts")
    func form() {
        #expect(LatencyHistogram().encoded == [1])
        #expect(LatencyHistogram([.microseconds(3), .microseconds(5), .microseconds(5)]).encoded == [1, 3, 1, 2, 2])
        let many = LatencyHistogram(Array(repeating: .microseconds(300), count: 200))
        #expect(many.encoded == [1, 0x96, 0x02, 0xC8, 0x01])
    }

    @Test("a night of one operation takes two bytes for each answer at most")
    func compact() {
        var generator = SeededGenerator(seed: 6)
        let night = LatencyHistogram(
            (0..<60).map { _ in .microseconds(Int.random(in: 4000...9000, using: &generator)) }
        )
        #expect(night.encoded.count <= 1 + 60 * 2)
    }

    @Test(
        "bytes that are no histogram are refused with the place and the reason",
        arguments: [
            ([], 0, .truncated), ([2], 0, .unknownVersion(2)), ([1, 5], 2, .truncated), ([1, 0x85], 2, .truncated),
            ([1, 5, 0], 2, .emptyBucket), ([1, 5, 1, 0, 1], 3, .impossibleBucket),
            ([1, 0xFF, 0x7F, 1], 1, .impossibleBucket), ([1, 0x85, 0x00, 1], 1, .malformedNumber),
            ([1, 5] + Array(repeating: 0xFF, count: 9) + [2], 2, .malformedNumber),
            ([1, 5] + Array(repeating: 0xFF, count: 10), 2, .malformedNumber),
        ] as [([UInt8], Int, LatencyDecodingError.Problem)]
    )
    func refusals(bytes: [UInt8], offset: Int, problem: LatencyDecodingError.Problem) {
        #expect(throws: LatencyDecodingError(offset: offset, problem: problem)) {
            try LatencyHistogram(decoding: bytes)
        }
    }

    @Test("of random bytes only those are read that the same histogram would be stored as")
    func random() {
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<20_000 {
            let bytes =
                [1]
                + (0..<Int.random(in: 0...8, using: &generator)).map { _ in
                    UInt8.random(in: 0...255, using: &generator)
                }
            guard let histogram = try? LatencyHistogram(decoding: bytes) else { continue }
            #expect(histogram.encoded == bytes)
        }
    }

    @Test("counts as great as can be stored are no trouble")
    func greatCounts() throws {
        let greatest: [UInt8] = Array(repeating: 0xFF, count: 9) + [1]
        var histogram = try LatencyHistogram(decoding: [1, 5] + greatest + [1] + greatest)
        histogram.merge(histogram)
        #expect(histogram.count == .max)
        #expect(histogram.quantile(0.5) != nil)
        #expect(LatencyComparison(histogram, histogram, tolerance: 0)?.change == .same)
    }

    @Test("the message says what could not be read, where, and what to do")
    func message() {
        #expect(
            LatencyDecodingError(offset: 0, problem: .unknownVersion(7)).description
                == "can't read a latency histogram: at byte 0 its version is 7, and only 1 is known: use a newer seamcheck"
        )
    }
}
