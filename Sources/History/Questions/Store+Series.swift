import GRDB
public import Results
import Timestamps
public import Trends

extension Store {
    /// How cases came out in the runs that a run may be compared with, the latest before it.
    ///
    /// - Parameters:
    ///   - cases: the ids of the cases.
    ///   - run: what is known of the run; only runs that were written before it count.
    ///   - rule: which runs count.
    ///   - limit: how many runs at most.
    /// - Returns: the line of verdicts of each case, re-runs included; cases without any are left out.
    /// - Throws: `StoreError`.
    public func series(
        ofCases cases: some Sequence<String>,
        before run: RunHeader,
        by rule: BaselineRule,
        limit: Int
    ) throws -> [String: VerdictSeries] {
        try reporting(path) {
            try database.read { database in
                let rows = RowReader(database: database, path: path)
                let runs = try rows.baselines(of: run, by: rule, before: true, limit: limit).fit.reversed()
                return try cases.reduce(into: [:]) { series, id in
                    let nights = try rows.nights(ofCase: id, in: runs)
                    if !nights.isEmpty { series[id] = VerdictSeries(caseID: id, nights: nights) }
                }
            }
        }
    }

    /// How long the answers took in the runs that a run may be compared with, the latest before it, together.
    ///
    /// Runs of the embedded reference server are left out: they tell how fast this machine is, not an endpoint.
    /// - Parameters:
    ///   - run: what is known of the run; only runs that were written before it count.
    ///   - rule: which runs count.
    ///   - limit: how many runs at most.
    /// - Returns: the latencies by the path of the operation; empty when there is no such run.
    /// - Throws: `StoreError`.
    public func latencies(
        before run: RunHeader,
        by rule: BaselineRule,
        limit: Int
    ) throws -> [String: LatencyHistogram] {
        try reporting(path) {
            try database.read { database in
                let rows = RowReader(database: database, path: path)
                let runs = try rows.baselines(of: run, by: rule, before: true, limit: limit).fit
                return try rows.latencies(ofRuns: runs.filter { !$0.header.isEmbedded }.map(\.row))
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
}

extension RowReader {
    /// How a case came out in each of some runs, in their order.
    fileprivate func nights(
        ofCase id: String,
        in runs: some Sequence<(row: Int64, header: RunHeader)>
    ) throws -> [VerdictSeries.Night] {
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
        return runs.compactMap { row, header in
            verdicts[row].map { verdicts in
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
