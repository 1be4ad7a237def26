extension DifferenceReport {
    /// The report as Markdown, such as for a comment on a pull request.
    public var markdown: String {
        var blocks = ["# \(oldFile.markdownText) → \(newFile.markdownText)"]
        let changes = shownChanges
        if changes.isEmpty {
            blocks.append(difference.changes.isEmpty ? "Nothing has changed." : "Nothing else has changed.")
        }
        if !listedChanges.isEmpty {
            blocks.append(
                Audience.allCases.map { "For a \($0.rawValue): \(counts(for: $0))." }.joined(separator: "  \n")
            )
        }
        for severity in Severity.allCases.reversed() {
            let group = changes.filter { $0.impact[audience] == severity }
            if !group.isEmpty { blocks.append("## \(severity.rawValue.capitalizedFirst)\n\n" + table(of: group)) }
        }
        if let descriptionRemark { blocks.append(descriptionRemark.capitalizedFirst + ".") }
        if !difference.unusedOverrides.isEmpty {
            let keys = difference.unusedOverrides.map { "`\($0.key)`" }.joined(separator: ", ")
            blocks.append("No change has the fingerprint of these decisions: \(keys).")
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// A table of changes that are equally bad for the audience.
    private func table(of changes: [Change]) -> String {
        let other: Audience = audience == .client ? .vendor : .client
        var rows = [
            "| place | change | operations | for a \(other.rawValue) | rule | fingerprint |",
            "|---|---|---|---|---|---|",
        ]
        for change in changes {
            let reason = change.reason.map { " (decided: \($0.markdownText))" } ?? ""
            let cells = [
                change.place.isEmpty ? "" : change.place.markdownCode,
                change.sentence.markdownText + reason,
                operations(of: change).markdownText,
                change.impact[other].rawValue,
                change.rule.id.markdownCode,
                change.fingerprint.markdownCode,
            ]
            rows.append("| " + cells.joined(separator: " | ") + " |")
        }
        return rows.joined(separator: "\n")
    }
}

extension String {
    /// The text with what Markdown and HTML would take for marks escaped, in one line.
    fileprivate var markdownText: String {
        reduce(into: "") { text, character in
            switch character {
            case "\\", "`", "*", "_", "[", "]", "|", "#", "~": text += "\\" + String(character)
            case "<": text += "&lt;"
            case "&": text += "&amp;"
            case _ where character.isNewline: text += " "
            default: text.append(character)
            }
        }
    }

    /// The text as code in the cell of a table, in one line.
    fileprivate var markdownCode: String {
        "`" + replacing("`", with: "'").replacing("|", with: "\\|").replacing("\n", with: " ") + "`"
    }

    /// The text with a capital at its beginning.
    fileprivate var capitalizedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
