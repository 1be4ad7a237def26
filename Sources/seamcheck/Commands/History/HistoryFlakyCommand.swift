import ArgumentParser
import Foundation
import History
import JSON
import Reports
import Results
import Timestamps
import Trends

/// `seamcheck history flaky`: which cases fail by chance and how often, told apart from those that broke or were fixed.
struct HistoryFlakyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flaky",
        abstract: "Tells how often cases fail by chance, apart from those that broke or were fixed for good.",
        discussion: """
            The rate is how probable it is that one attempt fails, with the interval that holds it with 95 %, from runs with \
            the same suite and contract. Cases that came to be broken, or whole again, are told with the run of the change.
            """
    )

    @OptionGroup var runs: RunSelectionOptions

    @Option(help: "Print as table or json.")
    var format: TableFormat = .table

    func run() throws {
        let store = try runs.openStore()
        let (all, runCount) = try store.trends(in: runs.selection(last: 120))
        let order: [Trend.Kind] = [.flaky, .undecided, .regressed, .broken, .fixed]
        let told = order.flatMap { kind in
            all.filter { $0.trend.kind == kind }.sorted { ($1.rate, $0.id) < ($0.rate, $1.id) }
        }
        switch format {
        case .table: Terminal.standardOutput.write(table(told) + summary(all, runCount: runCount))
        case .json:
            let object: JSONValue = [
                "runs": .number(JSONNumber(runCount)), "cases": .number(JSONNumber(all.count)),
                "told": .array(told.map(\.json)),
            ]
            Terminal.standardOutput.write(object.serialized(.pretty) + "\n")
        }
    }

    private func table(_ cases: [CaseTrend]) -> String {
        if cases.isEmpty { return "" }
        let rows = cases.map { item in
            let rate = item.trend.failureRate
            return [
                item.trend.kind.rawValue, item.id, rate.map { percent($0.mean) } ?? "–",
                rate.map { "\(percent($0.quantile(0.025))) to \(percent($0.quantile(0.975)))" } ?? "–",
                "\(item.brokenCount) of \(item.judgedCount)", item.change?.id ?? "–", item.lastBroken?.id ?? "–",
            ]
        }
        let streaks = cases.flatMap { item in item.fixedStreaks.map { $0.words(ofCase: item.id).visible + "\n" } }
            .joined()
        return TextTable(["KIND", "CASE", "RATE", "95 %", "FAILED", "SINCE", "LAST FAILED"], rows: rows).text + streaks
            + "\n"
    }

    private func summary(_ cases: [CaseTrend], runCount: Int) -> String {
        let counts = Trend.Kind.allCases.map { kind in (kind, cases.count { $0.trend.kind == kind }) }
        let words = counts.filter { $0.1 > 0 }.map { "\($1) \($0.rawValue)" }.joined(separator: ", ")
        return "\(words.isEmpty ? "no case" : words), over \(Wording.count(runCount, "run"))\n"
    }
}

extension CaseTrend {
    /// What the cases of one kind are sorted by.
    fileprivate var rate: Double { trend.failureRate?.mean ?? trend.chanceBroken }

    fileprivate var json: JSONValue {
        [
            "case": .string(id), "kind": .string(trend.kind.rawValue), "chance_broken": .number(trend.chanceBroken),
            "failure_rate": trend.failureRate.map { rate in
                [
                    "mean": .number(rate.mean), "low": .number(rate.quantile(0.025)),
                    "high": .number(rate.quantile(0.975)),
                ]
            } ?? .null,
            "failed_runs": .number(JSONNumber(brokenCount)), "judged_runs": .number(JSONNumber(judgedCount)),
            "change": change.map(\.reference) ?? .null, "change_earliest": range?.first.reference ?? .null,
            "change_latest": range?.last.reference ?? .null, "last_failed": lastBroken?.reference ?? .null,
            "fixed_streaks": .array(fixedStreaks.map(\.json)),
        ]
    }
}

/// A share as `8.1 %`.
private func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
}
