import ArgumentParser
import History
import JSON
import Reports
import Results
import Timestamps
import Trends

/// `seamcheck history first-bad [CASE]`: since when a case is broken, and whose change may be why.
struct HistoryFirstBadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "first-bad",
        abstract: "Tells in which run each streak of failures began, and what was another before it.",
        discussion: """
            Compared are the first bad run and the last good one before it: suite, contract, endpoint and labels. The same \
            suite under the same contract asks the same, so that where neither changed the endpoint is to blame. A case that \
            fails by chance has, beside it, the range of runs in which it really broke.
            """
    )

    @OptionGroup var runs: RunSelectionOptions

    @Argument(help: ArgumentHelp("The case's id; without it, every case that is broken now.", valueName: "case"))
    var caseID: String?

    @Option(help: "Print as table or json.")
    var format: TableFormat = .table

    func run() throws {
        let store = try runs.openStore()
        let streaks = try caseID.map { [try streak(of: $0, in: store)] } ?? store.streaks(in: runs.selection())
        switch format {
        case .table: Terminal.standardOutput.write(table(streaks))
        case .json: Terminal.standardOutput.write(JSONValue.array(streaks.map(\.json)).serialized(.pretty) + "\n")
        }
    }

    /// The streak of one case.
    private func streak(of id: String, in store: Store) throws -> CaseStreak {
        if let streak = try store.streak(ofCase: id, in: runs.selection()) { return streak }
        throw try CommandFailure(unknownCase: id, in: store)
    }

    private func table(_ streaks: [CaseStreak]) -> String {
        let rows = streaks.compactMap(\.row)
        let remarks = streaks.flatMap(\.remarks).map { $0.visible + "\n" }.joined()
        if streaks.isEmpty { return "no case is broken\n" }
        guard !rows.isEmpty else { return remarks }
        return TextTable(["SINCE", "CASE", "RUNS", "FIRST BAD", "LAST GOOD", "CHANGED", "SUSPECT"], rows: rows).text
            + remarks
    }
}

extension CaseStreak {
    /// The cells of the table; nil without a streak.
    fileprivate var row: [String]? {
        guard let firstBad else { return nil }
        let turn = firstBad.streak
        return [
            runs[turn.first].startedAt.rfc3339, id, "\(firstBad.length)", runs[turn.first].id,
            turn.lastGood.map { runs[$0].id } ?? "–", turn.changedText, turn.suspects.words,
        ]
    }

    /// What a row does not tell, one line each.
    fileprivate var remarks: [String] {
        var remarks: [String] = []
        if firstBad == nil {
            remarks.append("\(id) is not broken: the last run that judged it found it well, or none did")
        }
        if let lastFixed { remarks.append(lastFixed.words(ofCase: id)) }
        if !isInLatest, let last = runs.last {
            remarks.append(
                "\(id) is not in the latest run: the last with it is \(last.id) of \(last.startedAt.rfc3339)"
            )
        }
        if let firstBad, !firstBad.isClear, let onset = firstBad.onset, let credible = firstBad.credible {
            let chance =
                onset.range.lowerBound < firstBad.streak.first ? "fails or holds by chance, too" : "can't be dated"
            remarks.append(
                "\(id) \(chance): it broke between \(runs[onset.range.lowerBound].id) and "
                    + "\(runs[onset.range.upperBound].id) (changed: \(credible.changedText); suspect: "
                    + "\(credible.suspects.words))"
            )
        }
        return remarks
    }

    fileprivate var json: JSONValue {
        guard let firstBad else {
            return [
                "case": .string(id), "broken": false, "in_latest_run": .bool(isInLatest),
                "last_fixed": lastFixed.map(\.json) ?? .null,
            ]
        }
        return [
            "case": .string(id), "broken": true, "in_latest_run": .bool(isInLatest),
            "bad_runs": .number(JSONNumber(firstBad.length)), "streak": json(firstBad.streak),
            "onset": firstBad.onset.map { onset in
                [
                    "run": runs[onset.night].reference, "probability": .number(onset.probability),
                    "earliest": runs[onset.range.lowerBound].reference,
                    "latest": runs[onset.range.upperBound].reference,
                ]
            } ?? .null,
            "onset_turn": firstBad.credible.map(json) ?? .null, "is_clear": .bool(firstBad.isClear),
            "last_fixed": lastFixed.map(\.json) ?? .null,
        ]
    }

    private func json(_ turn: FirstBad.Turn) -> JSONValue {
        [
            "first_bad": runs[turn.first].reference, "last_good": turn.lastGood.map { runs[$0].reference } ?? .null,
            "changed": .array(turn.differences.map(\.json)),
            "suspects": .array(turn.suspects.map { .string($0.rawValue) }),
        ]
    }
}

extension FirstBad.Turn {
    /// What is not the same on either side.
    fileprivate var changedText: String {
        if lastGood == nil { return "no good run before" }
        return differences.isEmpty ? "nothing" : differences.map(\.words).joined(separator: "; ")
    }
}
