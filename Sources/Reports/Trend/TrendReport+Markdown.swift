import Results
import Trends

extension TrendReport {
    /// The trend as Markdown, for a pull request or a step summary.
    var markdown: String {
        let about = [endpoint, span].filter { !$0.isEmpty }.map { MarkdownText.plain($0) }.joined(separator: ", ")
        let lines =
            ["# Trend: " + MarkdownText.plain(headline), "", about, ""]
            + remarks.map { "- " + MarkdownText.plain($0) }
            + table(
                "What is broken",
                ["case", "state", "since", "to blame"],
                overview.open.map { [code($0.id), $0.state, $0.sinceWords, code($0.blame)] }
            )
            + table(
                "Flaky",
                ["case", "fails", "failed nights"],
                overview.flaky.map { [code($0.id), $0.rateWords, "\($0.failedCount) of \($0.judgedCount)"] }
            )
            + table(
                "Drift",
                ["operation", "what", "since"],
                drifts.map {
                    [code($0.first.operation), "\($0.turn): \(code($0.words))", $0.first.since.startedAt.day]
                }
            )
            + table(
                "Nights",
                ["night", "passed", "ending", "cases"],
                overview.nights.reversed().map { [$0.day, $0.passShare ?? "–", $0.endingWords, $0.tallyWords] }
            )
        return lines.joined(separator: "\n") + "\n"
    }

    private func code(_ text: String) -> String { MarkdownText.code(text, isInTable: true) }

    /// A table under a heading, cut after the hundredth row; nothing when there is no row.
    private func table(_ title: String, _ head: [String], _ rows: [[String]]) -> [String] {
        guard !rows.isEmpty else { return [] }
        let shown = ([head, head.map { _ in "---" }] + rows.prefix(100)).map {
            "| " + $0.joined(separator: " | ") + " |"
        }
        let rest = rows.count > 100 ? ["", "and \(rows.count - 100) more"] : []
        return ["", "## \(title)", ""] + shown + rest
    }
}
