import ArgumentParser
import History
import JSON
import Reports
import Results
import Timestamps
import Trends

/// `seamcheck history drift`: what appeared in the answers, and what vanished from them.
struct HistoryDriftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drift",
        abstract: "Tells which statuses, fields, nulls and enum values appeared or vanished, each once.",
        discussion: """
            Looked at are complete runs of the whole suite. What comes and goes by chance is told as vanished only when it \
            stays away for longer than ever before. Where the suite changed, it may be why.
            """
    )

    @OptionGroup var runs: RunSelectionOptions

    @Option(help: "Print as table or json.")
    var format: TableFormat = .table

    func run() throws {
        let report = try runs.openStore().drift(in: runs.selection())
        switch format {
        case .table: Terminal.standardOutput.write(table(report))
        case .json:
            let object: JSONValue = [
                "runs": .number(JSONNumber(report.runCount)), "turns": .array(report.turns.map(\.json)),
            ]
            Terminal.standardOutput.write(object.serialized(.pretty) + "\n")
        }
    }

    private func table(_ report: DriftReport) -> String {
        let count = "\(report.turns.count) over \(Wording.count(report.runCount, "run"))\n"
        guard !report.turns.isEmpty else {
            return "nothing appeared or vanished in \(Wording.count(report.runCount, "run")) that can tell\n"
        }
        let rows = report.turns.map { turn in
            [
                turn.run.startedAt.rfc3339, turn.isGone ? "vanished" : "appeared", turn.operation, turn.trait.words,
                turn.suspects.words, turn.run.id,
            ]
        }
        return TextTable(["SINCE", "CHANGE", "OPERATION", "WHAT", "SUSPECT", "RUN"], rows: rows).text + "\n" + count
    }
}

extension DriftReport.Turn {
    fileprivate var json: JSONValue {
        [
            "change": .string(isGone ? "vanished" : "appeared"), "operation": .string(operation),
            "what": .string(trait.kind.rawValue), "status": .number(JSONNumber(trait.status)),
            "place": trait.place.isEmpty ? .null : .string(trait.place),
            "value": trait.kind == .word ? .string(trait.word) : .null, "run": run.reference,
            "suspects": .array(suspects.map { .string($0.rawValue) }),
        ]
    }
}
