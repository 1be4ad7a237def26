import YAMLSource

extension DifferenceReport {
    /// The report for a terminal: some lines for each change that is worse than harmless, one for each that is not.
    public var text: String {
        let changes = shownChanges
        var lines: [String] = []
        for change in changes where change.impact[audience] > .harmless { lines += self.lines(of: change) + [""] }
        let harmless = changes.filter { $0.impact[audience] == .harmless }.map(line)
        if !harmless.isEmpty { lines += harmless + [""] }
        if changes.isEmpty {
            lines.append(difference.changes.isEmpty ? "nothing has changed" : "nothing else has changed")
        }
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

    /// How wide the column of severities is.
    private static let margin = 10

    /// The lines about one change.
    private func lines(of change: Change) -> [String] {
        let sources = [change.old?.source, change.new?.source].compactMap { $0?.description }
        let operations = change.place.isEmpty ? [] : ["in " + operations(of: change)]
        let details =
            ["\(change.sentence); \(judgement(of: change))"] + operations
            + ["\(sources.joined(separator: " → "))  fingerprint \(change.fingerprint)"]
        let margin = String(repeating: " ", count: Self.margin)
        return [title(of: change)] + details.map { margin + $0 }
    }

    /// The line about a change that is harmless.
    private func line(about change: Change) -> String {
        "\(title(of: change)): \(change.sentence); \(judgement(of: change))"
    }

    private func title(of change: Change) -> String {
        let severity = change.impact[audience].rawValue
        let gap = String(repeating: " ", count: max(1, Self.margin - severity.count))
        return severity + gap + change.rule.id + "  " + (change.place.isEmpty ? operations(of: change) : change.place)
    }

    /// How bad a change is for the other side, and why somebody has decided how bad it is.
    private func judgement(of change: Change) -> String {
        let other: Audience = audience == .client ? .vendor : .client
        let judgement = "for a \(other.rawValue) \(change.impact[other].rawValue)"
        return judgement + (change.reason.map { " (decided: \($0))" } ?? "")
    }

    /// The operations of a change; of more than four, the first three and how many more there are.
    func operations(of change: Change) -> String {
        let all = change.operations.map(\.description)
        guard all.count > 4 else { return all.joined(separator: ", ") }
        return all.prefix(3).joined(separator: ", ") + " and \(all.count - 3) more"
    }
}
