import GRDB
public import Results
import Timestamps
public import Trends

extension Store {
    /// How cases came out in the complete runs with a label, the latest before a run.
    ///
    /// - Parameters:
    ///   - cases: the ids of the cases.
    ///   - label: the label and its value.
    ///   - run: what is known of the run; only runs that were written before it count.
    ///   - limit: how many runs at most.
    /// - Returns: the line of verdicts of each case, re-runs included; cases without any are left out.
    /// - Throws: `StoreError`.
    public func series(
        ofCases cases: some Sequence<String>,
        labelled label: Label,
        before run: RunHeader,
        limit: Int
    ) throws -> [String: VerdictSeries] {
        try reporting(path) {
            try database.read { database in
                let rows = RowReader(database: database, path: path)
                let runs = try Row.fetchAll(
                    database,
                    sql: Self.labelledRuns,
                    arguments: [label.key.storable, label.value.storable, run.id, limit]
                )
                let headers = try runs.reversed().map { (run: try $0["id"] as Int64, header: try rows.header($0)) }
                return try cases.reduce(into: [:]) { series, id in
                    let nights = try rows.nights(ofCase: id, in: headers)
                    if !nights.isEmpty { series[id] = VerdictSeries(caseID: id, nights: nights) }
                }
            }
        }
    }

    /// How long the answers took in the complete runs with a label, the latest before a run, together.
    ///
    /// Runs of the embedded reference server are left out: they tell how fast this machine is, not an endpoint.
    /// - Parameters:
    ///   - label: the label and its value.
    ///   - run: what is known of the run; only runs that were written before it count.
    ///   - limit: how many runs at most.
    /// - Returns: the latencies by the path of the operation; empty when there is no such run.
    /// - Throws: `StoreError`.
    public func latencies(
        labelled label: Label,
        before run: RunHeader,
        limit: Int
    ) throws -> [String: LatencyHistogram] {
        try reporting(path) {
            try database.read { database in
                let runs = try Row.fetchAll(
                    database,
                    sql: Self.labelledRuns,
                    arguments: [label.key.storable, label.value.storable, run.id, limit]
                )
                return try RowReader(database: database, path: path)
                    .latencies(ofRuns: runs.filter { try !($0["isEmbedded"] as Bool) }.map { try $0["id"] as Int64 })
            }
        }
    }

    /// How long the answers took in one run.
    ///
    /// - Parameter run: the run's id, the beginning of one that only one run has, or `latest`.
    /// - Returns: the latencies by the path of the operation; empty when the run tells none.
    /// - Throws: `StoreError` with the cause `unknownRun`, `ambiguousRun` or `noRuns`, or another.
    public func latencies(ofRun run: String) throws -> [String: LatencyHistogram] {
        try reporting(path) {
            try database.read { database in
                try RowReader(database: database, path: path).latencies(ofRuns: [self.run(named: run, in: database)])
            }
        }
    }

    private static let labelledRuns = """
        SELECT DISTINCT run.* FROM run
        JOIN label ON label.run = run.id AND label.key = ? AND label.value = ?
        JOIN ending ON ending.run = run.id AND ending.reason = 'complete'
        WHERE run.place < coalesce((SELECT place FROM run WHERE name = ?), 9223372036854775807)
        ORDER BY run.place DESC LIMIT ?
        """
}

extension RowReader {
    /// How a case came out in each of some runs, in their order.
    fileprivate func nights(ofCase id: String, in headers: [(run: Int64, header: RunHeader)]) throws -> [VerdictSeries.Night] {
        let sql = """
            SELECT runCase.run AS run, 0 AS place, runCase.verdict AS verdict FROM scenarioCase
            JOIN runCase ON runCase.scenarioCase = scenarioCase.id WHERE name = :id AND verdict IS NOT NULL
            UNION ALL
            SELECT runCase.run, 1 + attempt.position, attempt.verdict FROM scenarioCase
            JOIN runCase ON runCase.scenarioCase = scenarioCase.id
            JOIN attempt ON attempt.runCase = runCase.id WHERE name = :id
            ORDER BY 1, 2
            """
        let statement = try database.cachedStatement(sql: sql)
        let verdicts = try Row.fetchAll(statement, arguments: ["id": id.storable])
            .reduce(into: [Int64: [Verdict]]()) { verdicts, row in
                try verdicts[row["run"], default: []].append(word(row, "verdict"))
            }
        return headers.compactMap { run, header in
            verdicts[run].map { verdicts in
                VerdictSeries.Night(
                    run: header.id,
                    startedAt: header.startedAt,
                    verdicts: verdicts,
                    context: RunContext(header)
                )
            }
        }
    }
}
