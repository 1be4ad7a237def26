import History
import JSON
import Reports
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
        return TextTable(["RUN", "STARTED", "VERDICT", "CASES", "ENDPOINT"], rows: runs.map(row)).text
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
        let counts = parts.isEmpty ? "none" : parts.joined(separator: ", ")
        return counts + (run.header.shards.map { " (\($0.share))" } ?? "")
    }

    /// One run as JSON.
    private func object(_ run: RunSummary) -> JSONValue {
        var counts = JSONObject()
        for verdict in Verdict.allCases {
            if let count = run.counts[verdict] { counts[verdict.rawValue] = .number(JSONNumber(count)) }
        }
        return [
            "id": .string(run.header.id), "started_at": .string(run.header.startedAt.rfc3339),
            "verdict": .string(verdict(run)), "counts": .object(counts), "endpoint": .string(run.header.endpoint),
            "is_embedded": .bool(run.header.isEmbedded), "labels": run.header.labelsJSON,
            "contract": .string(run.header.contract.fingerprint), "suite": .string(run.header.suite.fingerprint),
            "shards": run.header.shards?.json ?? .null,
        ]
    }
}
