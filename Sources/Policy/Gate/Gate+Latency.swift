import Trends

extension Gate {
    /// No operation answers slower by more than is allowed, luck left aside; nil when latencies are not to be compared.
    ///
    /// The significance of 1 % is that of all operations together, so that luck shuts one gate in a hundred at most.
    func latency(_ subject: GateSubject) -> GateDecision.Rule? {
        guard let percentage = policy.gate.slowdown, let latencies = subject.latencies else { return nil }
        let shared = latencies.after.keys.filter { latencies.before[$0] != nil }.sorted()
        let comparisons = shared.compactMap { operation in
            LatencyComparison(
                latencies.before[operation] ?? LatencyHistogram(),
                latencies.after[operation] ?? LatencyHistogram(),
                tolerance: Double(percentage) / 100,
                significance: 0.01 / Double(shared.count)
            ).map { (operation: operation, comparison: $0) }
        }
        let slower = comparisons.filter { $0.comparison.change == .slower }
        let others = comparisons.filter { $0.comparison.change != .slower }
        return GateDecision.Rule(
            "latency",
            "\(slower.count) of \(comparisons.count) operations slower by more than \(percentage) %",
            brokenBy: slower.map { "\($0.operation): \($0.comparison.words)" },
            notes: others.map { "\($0.operation): \($0.comparison.words)" }
        )
    }
}

extension LatencyComparison {
    /// `p95 12.0 ms → 31.5 ms, slower (by luck with under 0.1 %)`.
    fileprivate var words: String {
        let move = "p95 \(before.milliseconds) → \(after.milliseconds)"
        return change == .same
            ? "\(move), \(change.rawValue)" : "\(move), \(change.rawValue) (by luck with \(pValue.percent))"
    }
}

extension Duration {
    /// In milliseconds with one decimal.
    fileprivate var milliseconds: String {
        let (seconds, attoseconds) = components
        let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
