/// Numbers of one name, in the words of OpenMetrics 1.0.
struct MetricFamily {
    /// What kind of numbers they are.
    enum Kind: String {
        /// A number as it is now, one that only grows, a text in labels, or counts by size.
        case gauge, counter, info, histogram
    }

    /// One number.
    struct Sample {
        /// What stands behind the family's name, such as `_total`; empty for a gauge.
        var suffix = ""
        /// The labels beside those that all have, in their order.
        var labels: [(name: String, value: String)] = []
        /// The number as it is written.
        let value: String
    }

    /// The name, without a suffix.
    let name: String
    /// What kind of numbers they are.
    let kind: Kind
    /// What is measured, in one sentence.
    let help: String
    /// The numbers; no two have the same labels.
    let samples: [Sample]

    /// The unit, which the name ends in; empty for a mere number.
    var unit: String { name.hasSuffix("_seconds") ? "seconds" : "" }

    /// A gauge with one number.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - help: what is measured.
    ///   - value: the number as it is written.
    /// - Returns: the family.
    static func gauge(_ name: String, _ help: String, _ value: String) -> MetricFamily {
        MetricFamily(name: name, kind: .gauge, help: help, samples: [Sample(value: value)])
    }

    /// A gauge with a number for each value of a label.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - help: what is measured.
    ///   - label: the label's name.
    ///   - counts: the numbers by the label's value, in their order.
    /// - Returns: the family.
    static func gauge(_ name: String, _ help: String, by label: String, _ counts: [(String, Int)]) -> MetricFamily {
        let samples = counts.map { Sample(labels: [(label, $0.0)], value: String($0.1)) }
        return MetricFamily(name: name, kind: .gauge, help: help, samples: samples)
    }
}
