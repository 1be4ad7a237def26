/// Several timings of one thing, in nanoseconds.
struct Measurement {
    /// The timings, ascending.
    let nanoseconds: [Double]

    /// Times a piece of work: a warm-up that also finds how often it must be repeated to last 20 ms, then the rounds.
    ///
    /// - Parameters:
    ///   - rounds: how many timings.
    ///   - work: the work; what it returns is thrown away.
    init(rounds: Int = 15, of work: () throws -> some Any) rethrows {
        let clock = ContinuousClock()
        let repetitions = try Self.repetitions(for: work)
        var timings: [Double] = []
        for _ in 0..<rounds {
            let duration = try clock.measure { try Self.repeating(repetitions, work) }
            timings.append(duration.nanoseconds / Double(repetitions))
        }
        nanoseconds = timings.sorted()
    }

    /// Timings that were taken elsewhere.
    ///
    /// - Parameter durations: at least one.
    init(_ durations: [Duration]) {
        nanoseconds = durations.map(\.nanoseconds).sorted()
    }

    /// How often a piece of work must be repeated to last 20 ms; finding that out is its warm-up.
    ///
    /// - Parameter work: the work.
    /// - Returns: a power of two.
    static func repetitions(for work: () throws -> some Any) rethrows -> Int {
        let clock = ContinuousClock()
        var repetitions = 1
        while try clock.measure({ try repeating(repetitions, work) }) < .milliseconds(20) { repetitions *= 2 }
        return repetitions
    }

    /// The timing in the middle.
    var median: Double { nanoseconds[nanoseconds.count / 2] }

    /// The median in a unit that fits.
    var medianText: String { Self.text(median) }

    /// The median with the smallest and the largest timing behind it, in a unit that fits.
    var summary: String {
        "\(medianText) (\(Self.text(nanoseconds.first ?? 0)) to \(Self.text(nanoseconds.last ?? 0)))"
    }

    /// A time in a unit that fits.
    static func text(_ nanoseconds: Double) -> String {
        switch nanoseconds {
        case ..<1_000: "\(rounded(nanoseconds)) ns"
        case ..<1_000_000: "\(rounded(nanoseconds / 1_000)) µs"
        case ..<1_000_000_000: "\(rounded(nanoseconds / 1_000_000)) ms"
        default: "\(rounded(nanoseconds / 1_000_000_000)) s"
        }
    }

    /// The number with one digit behind the point.
    static func rounded(_ number: Double) -> Double {
        (number * 10).rounded() / 10
    }

    /// Does the work so many times.
    private static func repeating(_ count: Int, _ work: () throws -> some Any) rethrows {
        for _ in 0..<count { _ = try work() }
    }
}

extension Duration {
    /// The duration in nanoseconds.
    var nanoseconds: Double {
        Double(components.seconds) * 1e9 + Double(components.attoseconds) / 1e9
    }
}
