import History
import JSON
import Results
import Timestamps

/// The runs of a store as a list: newest first, one line or one JSON object each.
struct RunListing {
    private let runs: [RunSummary]

    /// The listing of these runs.
    init(_ runs: [RunSummary]) {
        self.runs = runs
    }

    /// One line for each run under a heading.
    var text: String {
        guard !runs.isEmpty else { return "no run is kept yet (`seamcheck run` keeps one)\n" }
        let rows = [["RUN", "STARTED", "VERDICT", "CASES", "ENDPOINT"]] + runs.map(row)
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { $0.padding(to: $1) }
            return cells.joined(separator: "  ").trimmingTrailingSpaces + "\n"
        }.joined()
    }

    /// An array with one object for each run.
    var json: String {
        JSONValue.array(runs.map(object)).serialized(.pretty) + "\n"
    }

    /// The cells of one run.
    private func row(_ run: RunSummary) -> [String] {
        [
            run.header.id, run.header.startedAt.rfc3339, verdict(run), cases(run),
            run.header.isEmbedded ? "embedded reference server" : run.header.endpoint,
        ]
    }

    /// The answer of the run, or that it still runs.
    private func verdict(_ run: RunSummary) -> String {
        run.isRunning ? "running" : run.conclusion().rawValue
    }

    /// How many cases have each verdict: `96 passed, 2 failed`.
    private func cases(_ run: RunSummary) -> String {
        let parts = Verdict.allCases.compactMap { verdict in run.counts[verdict].map { "\($0) \(verdict.rawValue)" } }
        return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }

    /// One run as JSON.
    private func object(_ run: RunSummary) -> JSONValue {
        var counts = JSONObject()
        for verdict in Verdict.allCases {
            if let count = run.counts[verdict] { counts[verdict.rawValue] = .number(JSONNumber(count)) }
        }
        var labels = JSONObject()
        for label in run.header.labels { labels[label.key] = .string(label.value) }
        return [
            "id": .string(run.header.id), "started_at": .string(run.header.startedAt.rfc3339),
            "verdict": .string(verdict(run)), "counts": .object(counts), "endpoint": .string(run.header.endpoint),
            "is_embedded": .bool(run.header.isEmbedded), "labels": .object(labels),
            "contract": .string(run.header.contract.fingerprint), "suite": .string(run.header.suite.fingerprint),
        ]
    }
}

extension String {
    /// The text without the spaces at its end.
    fileprivate var trimmingTrailingSpaces: String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}
