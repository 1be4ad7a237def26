import ArgumentParser
import History
import JSON
import Results
import Timestamps

/// `seamcheck history case ID`: how one case came out, run by run.
struct HistoryCaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract: "Shows how one case came out in each run, oldest first."
    )

    @OptionGroup var storeOptions: KeptRunsOptions

    @Argument(help: ArgumentHelp("The case's id, such as identity-value-unique[email].", valueName: "case"))
    var caseID: String

    @Option(help: "How many runs at most, the newest.")
    var last: Int = 60

    @Option(help: "Print as table or json.")
    var format: TableFormat = .table

    func validate() throws {
        guard last > 0 else { throw ValidationError("--last must be at least 1.") }
    }

    func run() throws {
        let store = try Store(reading: storeOptions.store)
        let line = try store.line(ofCase: caseID)
        guard !line.entries.isEmpty else { throw try CommandFailure(unknownCase: caseID, in: store) }
        let entries = Array(line.entries.suffix(last))
        Terminal.standardOutput.write(format == .table ? table(entries) : json(entries))
    }

    private func table(_ entries: [CaseLine.Entry]) -> String {
        TextTable(
            ["STARTED", "VERDICT", "BREAKS", "LABELS", "RUN"],
            rows: entries.map { entry in
                [
                    entry.header.startedAt.rfc3339, entry.outcome.verdict?.rawValue ?? "unfinished",
                    entry.outcome.broken.joined(separator: " "),
                    entry.header.labels.map { "\($0.key)=\($0.value)" }.joined(separator: " "), entry.header.id,
                ]
            }
        ).text
    }

    private func json(_ entries: [CaseLine.Entry]) -> String {
        let runs = entries.map { entry -> JSONValue in
            [
                "run": .string(entry.header.id), "started_at": .string(entry.header.startedAt.rfc3339),
                "verdict": entry.outcome.verdict.map { .string($0.rawValue) } ?? .null,
                "broken": .array(entry.outcome.broken.map { .string($0) }), "labels": entry.header.labelsJSON,
                "contract": .string(entry.header.contract.fingerprint),
                "suite": .string(entry.header.suite.fingerprint), "endpoint": .string(entry.header.endpoint),
            ]
        }
        let object: JSONValue = ["case": .string(caseID), "runs": .array(runs)]
        return object.serialized(.pretty) + "\n"
    }
}

extension RunHeader {
    /// The labels as an object.
    var labelsJSON: JSONValue {
        var object = JSONObject()
        for label in labels { object[label.key] = .string(label.value) }
        return .object(object)
    }
}
