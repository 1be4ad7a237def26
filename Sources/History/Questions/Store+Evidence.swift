import GRDB
import Results
import Timestamps

extension Store {
    /// What is kept of each of some runs, one run after the other, oldest first.
    ///
    /// - Parameters:
    ///   - selection: which runs.
    ///   - ids: the cases that are asked about; nil for all.
    ///   - body: what is done with a run's evidence.
    /// - Throws: `StoreError` with the cause `noRuns`, or another.
    public func forEachEvidence(
        in selection: RunSelection,
        ofCases ids: Set<String>?,
        _ body: (RunEvidence) -> Void
    ) throws {
        try reporting(path) {
            try database.read { database in
                let rows = RowReader(database: database, path: path)
                for run in try rows.line(selection).runs { body(try rows.evidence(of: run, cases: ids)) }
            }
        }
    }
}

extension RowReader {
    /// What is kept of a run.
    ///
    /// Cases are written in one piece, so that a run's rows lie between its first and its last.
    fileprivate func evidence(of run: RunLine.Run, cases ids: Set<String>?) throws -> RunEvidence {
        let sql = "SELECT min(id), max(id), count(*) FROM runCase WHERE run = ?"
        let bounds = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [run.row])
        guard let bounds, let first = try bounds[0] as Int64?, let last = try bounds[1] as Int64? else {
            return RunEvidence(header: run.header, caseCount: 0, cases: [])
        }
        var cases: [(id: String, startedAt: Timestamp, exchanges: [Exchange])] = []
        let cursor = try Row.fetchCursor(
            database.cachedStatement(sql: Self.exchangesBetween),
            arguments: [first, last, run.row]
        )
        var previous: Int64?
        while let row = try cursor.next() {
            let id: String = try row["caseName"]
            if let ids, !ids.contains(id) { continue }
            let rowID: Int64 = try row["runCase"]
            if rowID != previous { cases.append((id, Timestamp(nanoseconds: try row["caseStart"]), [])) }
            previous = rowID
            cases[cases.count - 1].exchanges.append(try exchange(row))
        }
        return RunEvidence(
            header: run.header,
            caseCount: try bounds[2],
            cases: cases.map { item in
                let sorted = item.exchanges.sorted { $0.ordinal < $1.ordinal }
                return RunEvidence.Case(id: item.id, startedAt: item.startedAt, exchanges: sorted)
            }
        )
    }

    private static let exchangesBetween = """
        SELECT exchange.*, scenarioCase.name AS caseName, runCase.startedAt AS caseStart,
            sent.content AS sentContent, sent.expandedCount AS sentExpanded,
            sent.byteCount AS sentBytes, sent.isTruncated AS sentCut,
            received.content AS receivedContent, received.expandedCount AS receivedExpanded,
            received.byteCount AS receivedBytes, received.isTruncated AS receivedCut
        FROM exchange JOIN runCase ON runCase.id = exchange.runCase
        JOIN scenarioCase ON scenarioCase.id = runCase.scenarioCase
        LEFT JOIN body AS sent ON sent.id = requestBody
        LEFT JOIN body AS received ON received.id = responseBody
        WHERE exchange.runCase BETWEEN ? AND ? AND runCase.run = ?
        ORDER BY exchange.runCase, exchange.id
        """
}
