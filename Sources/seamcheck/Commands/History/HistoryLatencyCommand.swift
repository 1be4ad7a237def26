import ArgumentParser
import History
import JSON
import Reports
import Results
import Trends

/// `seamcheck history latency`: how long operations take to answer, and what of it really changed.
struct HistoryLatencyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "latency",
        abstract: "Tells how long answers take, by operation, and which changes are no luck.",
        discussion: """
            The latest runs are held against those before. A change is told when half of the answers, or 95 % of them, take \
            more than a tenth longer or shorter, and that is no luck with 99 % for all operations together.
            """
    )

    @OptionGroup var runs: RunSelectionOptions

    @Option(help: "How many of the latest runs are held against those before.")
    var recent: Int = 4

    @Option(help: "Print as table or json.")
    var format: TableFormat = .table

    func validate() throws {
        guard recent > 0 else { throw ValidationError("--recent must be at least 1.") }
    }

    func run() throws {
        let store = try runs.openStore()
        let (report, earlier, latest) = try store.latencies(in: runs.selection(last: recent + 30), recent: recent)
        let counts = "the latest \(Wording.count(latest.count, "run")), held against \(earlier.count) before\n"
        switch format {
        case .table:
            let isEmpty = report.operations.isEmpty
            Terminal.standardOutput.write(isEmpty ? "no run tells latencies\n" : report.table + "\n" + counts)
        case .json:
            let object: JSONValue = [
                "latest": .array(latest.map { .string($0.id) }), "earlier": .array(earlier.map { .string($0.id) }),
                "operations": report.json,
            ]
            Terminal.standardOutput.write(object.serialized(.pretty) + "\n")
        }
    }
}

extension LatencyReport {
    /// One line for each operation.
    fileprivate var table: String {
        TextTable(
            ["OPERATION", "ANSWERS", "P50", "P95", "P99", "CHANGED"],
            rows: operations.map { operation in
                [operation.path, "\(operation.latencies.count)"]
                    + [0.5, 0.95, 0.99].map { operation.latencies.quantile($0).map(Wording.time) ?? "–" }
                    + [operation.realMoves.map(\.words).joined(separator: ", ")]
            }
        ).text
    }

    /// The operations.
    fileprivate var json: JSONValue {
        .array(
            operations.map { operation in
                [
                    "operation": .string(operation.path), "latest": operation.latencies.json,
                    "earlier": operation.earlier.json, "moves": .array(operation.moves.map(\.json)),
                ]
            }
        )
    }

    /// The quantiles that really moved, with their operations.
    var realMoves: [(operation: String, move: Move)] {
        operations.flatMap { operation in operation.realMoves.map { (operation.path, $0) } }
    }
}

extension LatencyReport.Move {
    /// How it is said: `p95 12.0 ms → 18.3 ms`.
    var words: String {
        let (before, after) = (Wording.time(comparison.before), Wording.time(comparison.after))
        return "p\(Int((share * 100).rounded())) \(comparison.change.rawValue): \(before) → \(after)"
    }

    /// The move.
    var json: JSONValue {
        [
            "share": .number(share), "before_ms": comparison.before.milliseconds,
            "after_ms": comparison.after.milliseconds, "p_value": .number(comparison.pValue),
            "change": .string(comparison.change.rawValue),
        ]
    }
}

extension LatencyHistogram {
    fileprivate var json: JSONValue {
        [
            "answers": .number(JSONNumber(Int(clamping: count))), "p50_ms": quantile(0.5)?.milliseconds ?? .null,
            "p95_ms": quantile(0.95)?.milliseconds ?? .null, "p99_ms": quantile(0.99)?.milliseconds ?? .null,
        ]
    }
}

extension Duration {
    /// The duration in milliseconds.
    fileprivate var milliseconds: JSONValue { .number(self / .milliseconds(1)) }
}
