import Results

/// How long the endpoint took to answer, by operation.
struct LatencyMetrics {
    /// The upper edges of the buckets in milliseconds, and as OpenMetrics writes them.
    private static let edges: [(milliseconds: Int, label: String)] = [
        (5, "0.005"), (10, "0.01"), (25, "0.025"), (50, "0.05"), (100, "0.1"), (250, "0.25"), (500, "0.5"),
        (1000, "1.0"), (2500, "2.5"), (5000, "5.0"), (10_000, "10.0"),
    ]
    /// How many operations have a series of their own; the others, and what no contract names, are `other`.
    private static let operationLimit = 200

    private let subject: ReportSubject

    /// The latencies of a run.
    ///
    /// - Parameter subject: the run.
    init(_ subject: ReportSubject) {
        self.subject = subject
    }

    /// The histogram; none when the run does not have all its exchanges, since a part of them would be a lie.
    var families: [MetricFamily] {
        guard subject.evidence == .whole else { return [] }
        let answered = subject.record.cases.filter { !EveryResponse.isOne($0.header.id) }
            .flatMap(\.exchanges).filter { $0.response != nil }
        let operations = Set(answered.compactMap(\.operation)).sorted().prefix(Self.operationLimit)
        let known = Set(operations)
        let groups = Dictionary(grouping: answered) { exchange in
            exchange.operation.flatMap { known.contains($0) ? $0.visible(upTo: 200) : nil } ?? "other"
        }
        let samples = groups.sorted { $0.key < $1.key }.flatMap { buckets(of: $0.key, $0.value.map(\.duration)) }
        let name = "seamcheck_request_duration_seconds"
        let help = "How long the endpoint took to answer."
        return samples.isEmpty ? [] : [MetricFamily(name: name, kind: .histogram, help: help, samples: samples)]
    }

    private func buckets(of operation: String, _ durations: [Duration]) -> [MetricFamily.Sample] {
        let labels = [("operation", operation)]
        let edges = Self.edges.map { edge in
            let count = durations.count { $0 <= .milliseconds(edge.milliseconds) }
            return MetricFamily.Sample(suffix: "_bucket", labels: labels + [("le", edge.label)], value: String(count))
        }
        let total = durations.reduce(.zero, +)
        return edges + [
            MetricFamily.Sample(suffix: "_bucket", labels: labels + [("le", "+Inf")], value: String(durations.count)),
            MetricFamily.Sample(suffix: "_sum", labels: labels, value: Wording.preciseSeconds(total)),
            MetricFamily.Sample(suffix: "_count", labels: labels, value: String(durations.count)),
        ]
    }
}
