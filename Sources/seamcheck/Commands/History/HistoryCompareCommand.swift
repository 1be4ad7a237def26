import ArgumentParser
import History
import JSON
import Reports
import Results

/// `seamcheck history compare A B`: what two runs differ in.
struct HistoryCompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Tells what two runs differ in: new failures, fixed, still failing, appeared, vanished."
    )

    @OptionGroup var storeOptions: KeptRunsOptions

    @Argument(help: ArgumentHelp("The run to start from: its id or the beginning of one.", valueName: "earlier"))
    var earlier: String

    @Argument(help: ArgumentHelp("The run that is asked about; 'latest' is the last one.", valueName: "later"))
    var later: String = "latest"

    @Option(help: "Print as table or json.")
    var format: TableFormat = .table

    func run() throws {
        let store = try Store(reading: storeOptions.store)
        let comparison = RunComparison(try store.outcome(of: earlier), try store.outcome(of: later))
        let moves = try store.latencies(from: earlier, to: later).realMoves
        let slower = moves.map { "\($0.operation.visible) \($0.move.words)\n" }.joined()
        Terminal.standardOutput.write(format == .table ? slower + comparison.table : comparison.json(with: moves))
    }
}

extension RunComparison {
    /// The cases that changed, under what became of them, and how many of each.
    fileprivate var table: String {
        let rows = cases.map { item in
            [
                item.change.words, "\(item.before?.rawValue ?? "–") → \(item.after?.rawValue ?? "–")", item.id,
                item.broken.joined(separator: " "),
            ]
        }
        let counts = Change.allCases.filter { !cases($0).isEmpty }.map { change in
            change == .new ? Wording.count(cases(.new).count, change.words) : "\(cases(change).count) \(change.words)"
        }
        let total = counts.isEmpty ? "no difference" : counts.joined(separator: ", ")
        let table = rows.isEmpty ? "" : TextTable(["CHANGE", "VERDICT", "CASE", "BREAKS"], rows: rows).text + "\n"
        return table + differences + total + "\n"
    }

    /// What else is not the same, one line each: without it a reader may blame the endpoint for a new scenario.
    private var differences: String {
        let changed = [
            ("endpoint", before.header.endpoint, after.header.endpoint),
            ("contract", before.header.contract.fingerprint, after.header.contract.fingerprint),
            ("suite", before.header.suite.fingerprint, after.header.suite.fingerprint),
            ("seamcheck", before.header.version, after.header.version),
        ].filter { $0.1 != $0.2 }
        return changed.map { "the \($0.0) is another: \($0.1.visible) → \($0.2.visible)\n" }.joined()
    }

    fileprivate func json(with moves: [(operation: String, move: LatencyReport.Move)]) -> String {
        let latencies = moves.map { operation, move -> JSONValue in
            ["operation": .string(operation), "move": move.json]
        }
        let object: JSONValue = [
            "before": .string(before.header.id), "after": .string(after.header.id),
            "same_endpoint": .bool(before.header.endpoint == after.header.endpoint),
            "same_contract": .bool(before.header.contract.fingerprint == after.header.contract.fingerprint),
            "same_suite": .bool(before.header.suite.fingerprint == after.header.suite.fingerprint),
            "cases": .array(cases.map(\.json)), "latencies": .array(latencies),
        ]
        return object.serialized(.pretty) + "\n"
    }
}

extension RunComparison.Case {
    fileprivate var json: JSONValue {
        [
            "case": .string(id), "change": .string(change.rawValue),
            "before": before.map { .string($0.rawValue) } ?? .null,
            "after": after.map { .string($0.rawValue) } ?? .null, "broken": .array(broken.map { .string($0) }),
        ]
    }
}

extension RunComparison.Change {
    /// How it is said.
    fileprivate var words: String {
        switch self {
        case .new: "new failure"
        case .stillFailing: "still failing"
        case .worse: "failing in another way, too"
        case .untold: "no longer told"
        case .fixed, .waived, .appeared, .vanished: rawValue
        }
    }
}
