import Results
import Trends

extension TrendReport {
    /// The trend as plain text: what is broken, what is flaky, the last nights, and the answer at the end.
    var plainText: String {
        let sections = [
            section("broken", overview.open.map { [$0.id, $0.state, $0.sinceWords, $0.blame] }),
            section(
                "flaky",
                overview.flaky.map { [$0.id, "fails", $0.rateWords, "\($0.failedCount) of \($0.judgedCount) nights"] }
            ),
            section(
                "drift",
                drifts.map { [$0.first.operation, $0.turn, $0.first.since.startedAt.day, $0.words] }
            ),
            section(
                "nights",
                overview.nights.suffix(14).map { [$0.day, $0.passShare ?? "–", $0.endingWords, $0.tallyWords] }
            ),
        ]
        let about = [endpoint, span].filter { !$0.isEmpty }.map(\.told)
        return sections.joined() + (remarks + about + [headline]).map { $0 + "\n" }.joined()
    }

    /// Some rows under their name, cut after the fiftieth; nothing when there are none.
    private func section(_ name: String, _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "" }
        let shown = rows.prefix(50).map { $0.map(\.told) }
        let columns = TextColumns(for: Array(shown), indent: 2, limits: [60, 24, 48], width: 160)
        let rest = rows.count > 50 ? "  and \(rows.count - 50) more\n" : ""
        return name + "\n" + shown.map(columns.text).joined() + rest + "\n"
    }
}
