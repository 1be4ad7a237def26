import Results

/// What stands between the answer and the problems; each is empty when there is nothing to say.
extension MarkdownReport {
    /// The cases that were not judged, or not as planned, with the reason; fifty rows at most.
    var remarks: String {
        let remarks = subject.overview.remarks
        let rows = remarks.prefix(50).map { remark in
            let cases = remark.cases.prefix(3).map { MarkdownText.code($0, limit: 120, isInTable: true) }
            let rest = remark.cases.count > 3 ? ", and \(remark.cases.count - 3) more" : ""
            let reason = MarkdownText.code(remark.reason, isInTable: true)
            let verdict = Wording.verdict(remark.verdict)
            return "| \(verdict) | \(remark.cases.count) | \(reason) | \(cases.joined(separator: ", "))\(rest) |"
        }
        guard !rows.isEmpty else { return "" }
        let rest = remarks.count > rows.count ? ["", "and \(remarks.count - rows.count) more"] : []
        let head = [
            "## Not judged, or not as planned", "", "| verdict | cases | reason | |", "| --- | ---: | --- | --- |",
        ]
        return (head + rows + rest).joined(separator: "\n")
    }

    /// What the contract does not know: members, then statuses, twenty of each at most.
    var drifts: String {
        let members = subject.overview.strangeMembers.prefix(20).map { drift, cases in
            "- member \(MarkdownText.code(drift.place, limit: 120)) of \(MarkdownText.code(drift.operation, limit: 120))"
                + " in \(Wording.count(cases, "case"))"
        }
        let statuses = subject.overview.strangeStatuses.prefix(20).map { status, operations in
            "- status \(MarkdownText.code(status, limit: 120)) of \(Wording.count(operations.count, "operation"))"
        }
        let count = subject.overview.strangeMembers.count + subject.overview.strangeStatuses.count
        let lines = members + statuses
        let rest = count > lines.count ? ["- and \(count - lines.count) more"] : []
        return lines.isEmpty
            ? "" : (["## Drift: not in the contract, and no fault", ""] + lines + rest).joined(separator: "\n")
    }

    /// What was created and left, and what else belongs to no case: twenty notes at most.
    var notes: String {
        let cleanup = subject.record.ending?.cleanup?.sentences ?? []
        let shown = subject.record.notes.prefix(20).map(\.message)
        let lines = (cleanup + shown).map { "- \(MarkdownText.code($0, limit: 400))" }
        let rest = subject.record.notes.count - shown.count
        let more = rest > 0 ? ["- and \(Wording.count(rest, "note")) more"] : []
        return lines.isEmpty ? "" : (["## Notes", ""] + lines + more).joined(separator: "\n")
    }
}
