import YAMLSource

extension DifferenceReport {
    /// The report for a terminal, in lines.
    public var text: String {
        let changes = shownChanges
        var lines: [String] = []
        for change in changes { lines += self.lines(of: change) + [""] }
        if changes.isEmpty { lines.append(difference.changes.isEmpty ? "nothing has changed" : "nothing else has changed") }
        if !listedChanges.isEmpty {
            lines += Audience.allCases.map { "for a \($0.rawValue): \(counts(for: $0))" }
        }
        if let descriptionRemark { lines.append(descriptionRemark) }
        lines += unusedRemarks
        return lines.joined(separator: "\n") + "\n"
    }

    /// One line for each decision about a fingerprint that no change has.
    private var unusedRemarks: [String] {
        difference.unusedOverrides.map { "\($0.place): no change has the fingerprint '\($0.key)' (remove the line)" }
    }

    /// The lines about one change.
    private func lines(of change: Change) -> [String] {
        let other: Audience = audience == .client ? .vendor : .client
        let severity = change.impact[audience].rawValue
        let title = [change.rule.id, change.place].filter { !$0.isEmpty }.joined(separator: "  ")
        let sources = [change.old?.source, change.new?.source].compactMap { $0?.description }
        let details = [
            change.sentence,
            "\(change.operations.count == 1 ? "in" : "in \(change.operations.count) operations:") \(operations(of: change))",
            sources.joined(separator: " → "),
            "for a \(other.rawValue) \(change.impact[other].rawValue)" + (change.reason.map { "; decided: \($0)" } ?? ""),
            "fingerprint \(change.fingerprint)",
        ]
        let margin = String(repeating: " ", count: 10)
        return [severity + margin.dropFirst(severity.count) + title] + details.map { margin + $0 }
    }

    /// The operations of a change; of more than four, the first three and how many more there are.
    func operations(of change: Change) -> String {
        let all = change.operations.map(\.description)
        guard all.count > 4 else { return all.joined(separator: ", ") }
        return all.prefix(3).joined(separator: ", ") + " and \(all.count - 3) more"
    }
}
