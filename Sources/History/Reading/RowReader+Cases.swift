import Foundation
import GRDB
import Results
import Timestamps

extension RowReader {
    /// The cases of a run with all that is kept of them, in the order they began.
    ///
    /// - Parameter run: the run's row.
    /// - Returns: the cases.
    /// - Throws: `StoreError`, or an error of the database.
    func cases(ofRun run: Int64) throws -> [CaseRecord] {
        let exchanges = try rows(Self.exchanges, ofRun: run)
        let findings = try rows("SELECT finding.* FROM finding JOIN runCase ON runCase.id = runCase", ofRun: run)
        let drifts = try rows(Self.drifts, ofRun: run)
        let attempts = try attempts(ofRun: run)
        return try Row.fetchAll(database, sql: Self.cases, arguments: [run]).map { row in
            let id: Int64 = try row["id"]
            var record = CaseRecord(header: try caseHeader(row))
            record.exchanges = try exchanges[id, default: []].map(exchange)
            record.findings = try findings[id, default: []].map(finding)
            record.drifts = try drifts[id, default: []].map(drift)
            record.result = try result(row)
            record.attempts = attempts[record.header.id] ?? []
            return record
        }
    }

    /// The rows that belong to cases of a run, by the case's row, in the order they were written.
    private func rows(_ query: String, ofRun run: Int64) throws -> [Int64: [Row]] {
        let sql = query + " WHERE runCase.run = ? ORDER BY 1"
        return try Dictionary(grouping: Row.fetchAll(database, sql: sql, arguments: [run])) { try $0["runCase"] }
    }

    private func caseHeader(_ row: Row) throws -> CaseHeader {
        try CaseHeader(
            id: row["name"],
            scenario: row["scenario"],
            title: row["title"],
            area: row["area"],
            place: row["place"],
            startedAt: Timestamp(nanoseconds: row["startedAt"]),
            scenarioHash: (row["scenarioHash"] as Int64?).map { UInt64(bitPattern: $0) }
        )
    }

    private func result(_ row: Row) throws -> CaseResult? {
        guard try (row["verdict"] as String?) != nil else { return nil }
        guard let requirements = try ColumnJSON.requirements(row["requirements"]) else {
            throw damage("column requirements of an outcome")
        }
        guard let untested = try ColumnJSON.strings(row["untested"]) else { throw damage("column untested of a case") }
        guard let witnesses = try ColumnJSON.strings(row["witnesses"]) else {
            throw damage("column witnesses of a case")
        }
        let evidence: String? = try row["causeEvidence"]
        return try CaseResult(
            id: row["name"],
            verdict: word(row, "verdict"),
            reason: row["reason"],
            requirements: requirements,
            untested: untested,
            cause: (row["causeOperation"] as String?).map { Cause(operation: $0, evidence: evidence ?? "") },
            witnesses: witnesses,
            duration: .nanoseconds(row["duration"] as Int64),
            finishedAt: Timestamp(nanoseconds: row["finishedAt"])
        )
    }

    private func finding(_ row: Row) throws -> Finding {
        guard let requirements = try ColumnJSON.strings(row["requirements"]) else {
            throw damage("column requirements of a finding")
        }
        return try Finding(
            code: row["code"],
            requirements: requirements,
            severity: word(row, "severity"),
            step: row["step"],
            exchange: row["exchange"],
            operation: row["operation"],
            place: row["place"],
            message: row["message"],
            expected: row["expected"],
            actual: row["actual"]
        )
    }

    private func drift(_ row: Row) throws -> Drift {
        try Drift(kind: word(row, "kind"), operation: row["operation"], place: row["place"])
    }

    private static let cases = """
        SELECT runCase.*, scenarioCase.name, scenario, title, area, place, outcome.requirements
        FROM runCase
        JOIN scenarioCase ON scenarioCase.id = runCase.scenarioCase
        LEFT JOIN outcome ON outcome.id = runCase.outcome
        WHERE run = ? ORDER BY position
        """

    private static let drifts = """
        SELECT caseDrift.position, runCase, kind, operation, place
        FROM caseDrift JOIN drift ON drift.id = drift JOIN runCase ON runCase.id = runCase
        """

    private static let exchanges = """
        SELECT exchange.*, sent.content AS sentContent, sent.expandedCount AS sentExpanded,
            sent.byteCount AS sentBytes, sent.isTruncated AS sentCut,
            received.content AS receivedContent, received.expandedCount AS receivedExpanded,
            received.byteCount AS receivedBytes, received.isTruncated AS receivedCut
        FROM exchange JOIN runCase ON runCase.id = runCase
        LEFT JOIN body AS sent ON sent.id = requestBody
        LEFT JOIN body AS received ON received.id = responseBody
        """
}
