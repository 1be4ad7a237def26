import Results

/// What stands between the problems and the answer.
extension ConsoleReport {
    /// The cases that were not judged, or not as planned, with the reason.
    func remarks(_ overview: RunOverview) -> [String] {
        let shown = overview.remarks.prefix(Self.remarkLimit)
        let rest = overview.remarks.dropFirst(Self.remarkLimit)
        let more = rest.isEmpty ? [] : ["and \(Wording.count(rest.reduce(0) { $0 + $1.cases.count }, "more case"))"]
        return shown.flatMap { remark in
            let verdict = Wording.verdict(remark.verdict)
            let reason = remark.reason.isEmpty ? "" : ": " + remark.reason.visible(upTo: 300)
            let shown = remark.cases.prefix(3).map(\.visible).joined(separator: ", ")
            let rest = remark.cases.count > 3 ? ", and \(remark.cases.count - 3) more" : ""
            return [
                ink.paint(verdict, .bold, Ink.style(of: remark.verdict))
                    + " \(Wording.count(remark.cases.count, "case"))\(reason)",
                "  " + ink.paint(shown + rest, .faint),
            ]
        } + more
    }

    /// How many reasons why cases were not judged are told.
    private static let remarkLimit = 12

    /// What the contract does not know: members, ten at most, then each status in one line.
    func drifts(_ overview: RunOverview) -> [String] {
        let members = overview.strangeMembers.prefix(10).map { drift, cases in
            "  member \(drift.place.visible(upTo: 120)) of \(drift.operation.visible(upTo: 120)) "
                + ink.paint("in \(Wording.count(cases, "case"))", .faint)
        }
        let rest = overview.strangeMembers.count - members.count
        let statuses = overview.strangeStatuses.prefix(10).map { status, operations in
            "  status \(status.visible(upTo: 120)), which the contract does not declare: "
                + Wording.count(operations.count, "operation")
        }
        let lines = members + (rest > 0 ? ["  and \(Wording.count(rest, "more member"))"] : []) + statuses
        return lines.isEmpty ? [] : [ink.paint("drift", .bold, .cyan) + " not in the contract, and no fault:"] + lines
    }

    /// What belongs to no case, such as what could not be deleted; ten at most.
    var notes: [String] {
        let lines = record.notes.prefix(10).map {
            ink.paint("note", .bold, .cyan) + " " + $0.message.visible(upTo: 400)
        }
        let rest = record.notes.count - lines.count
        return lines + (rest > 0 ? ["and \(Wording.count(rest, "note")) more"] : [])
    }

    /// How much was created, and what became of it; nothing when nothing was created.
    var cleanup: [String] {
        (record.ending?.cleanup?.sentences ?? []).enumerated().map { index, sentence in
            let label = index == 0 ? ink.paint("cleanup", .faint) : ink.paint("left", .bold, .yellow)
            return label + "  " + sentence.visible.clipped(to: 400)
        }
    }

    /// What took longest, and what was tried again on the wire.
    func asides(_ overview: RunOverview) -> [String] {
        let slowest = overview.slowest.prefix(3).map { record in
            "\(record.header.id.visible(upTo: 100)) \(Wording.time(record.result?.duration ?? .zero))"
        }
        let retries = overview.retries.map { "\($0.count) for \($0.reason.visible(upTo: 100))" }
        return [
            slowest.isEmpty ? nil : ink.paint("slowest  " + slowest.joined(separator: ", "), .faint),
            retries.isEmpty ? nil : ink.paint("retried on the wire  " + retries.joined(separator: ", "), .faint),
        ].compactMap(\.self)
    }
}
