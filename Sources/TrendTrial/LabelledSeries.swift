public import SeamModel

/// A made-up case whose truth is known: how often it fails in each night, and how its attempts came out.
public struct LabelledSeries: Sendable, Hashable {
    /// What is true of it.
    public enum Label: String, Sendable, Hashable, CaseIterable {
        /// It never fails.
        case stable
        /// It fails in 1 to 20 % of all attempts.
        case flaky
        /// It is stable or flaky, and from one night on fails in 95 to 100 %.
        case regressed
        /// It fails in 95 to 100 %, and from one night on is stable or flaky.
        case fixed
    }

    /// What is true of it.
    public let label: Label
    /// The failure rate of each night, 0 to 1.
    public let rates: [Double]
    /// The first night with the second rate, counted from 0; nil without a change.
    public let change: Int?
    /// Whether each attempt failed: for each night the first attempt, then as many re-runs as any rule may ask for.
    public let attempts: [[Bool]]

    /// How many re-runs are drawn for a night.
    public static let rerunCount = 10
    /// The failure rates from which a night counts as broken.
    static let brokenRates = 0.95...1

    /// Draws a case.
    ///
    /// It has 40 to 120 nights. A change comes after the tenth night at the earliest (to a fixed one: after the fifth) and five
    /// nights before the end at the latest; every second case that changes is stable while it works, and every second one fails always
    /// while it is broken.
    /// - Parameters:
    ///   - label: what is to be true of it.
    ///   - stickiness: the chance that a re-run is no draw of its own, but repeats the first attempt of its night: 0 when re-runs
    ///     are independent.
    ///   - generator: where chance comes from.
    public init(_ label: Label, stickiness: Double = 0, using generator: inout SeededGenerator) {
        let count = Int.random(in: 40...120, using: &generator)
        let flaky = Double.random(in: 0.01...0.2, using: &generator)
        let working = Bool.random(using: &generator) ? flaky : 0
        let broken = Bool.random(using: &generator) ? 1 : Double.random(in: Self.brokenRates, using: &generator)
        let earliest = label == .fixed ? 5 : 10
        let change = Int.random(in: earliest...count - 5, using: &generator)
        let (before, after) =
            switch label {
            case .stable: (0.0, 0.0)
            case .flaky: (flaky, flaky)
            case .regressed: (working, broken)
            case .fixed: (broken, working)
            }
        let rates = (0..<count).map { $0 < change ? before : after }
        self.init(
            label,
            rates: rates,
            change: before == after ? nil : change,
            stickiness: stickiness,
            using: &generator
        )
    }

    /// Draws the attempts of a case.
    ///
    /// - Parameters:
    ///   - label: what is true of it.
    ///   - rates: the failure rate of each night.
    ///   - change: the first night with the second rate.
    ///   - stickiness: the chance that a re-run repeats the first attempt of its night.
    ///   - generator: where chance comes from.
    public init(
        _ label: Label,
        rates: [Double],
        change: Int?,
        stickiness: Double = 0,
        using generator: inout SeededGenerator
    ) {
        self.label = label
        self.rates = rates
        self.change = change
        attempts = rates.map { rate in
            let first = generator.happens(rate)
            let reruns = (0..<Self.rerunCount).map { _ in
                generator.happens(stickiness) ? first : generator.happens(rate)
            }
            return [first] + reruns
        }
    }

    /// Whether it is truly broken in a night.
    func isBroken(inNight night: Int) -> Bool {
        rates[night] >= Self.brokenRates.lowerBound
    }
}

extension SeededGenerator {
    /// Whether something happens that has this chance.
    fileprivate mutating func happens(_ chance: Double) -> Bool {
        Double.random(in: 0..<1, using: &self) < chance
    }
}
