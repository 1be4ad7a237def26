import GRDB
import Results
import Timestamps

extension RowReader {
    /// How the cases of a run came out when they were run once more, by the case's id.
    ///
    /// - Parameter run: the run's row.
    /// - Returns: the attempts in order; cases that were not run again are left out.
    /// - Throws: `StoreError`, or an error of the database.
    func attempts(ofRun run: Int64) throws -> [String: [Attempt]] {
        let sql = """
            SELECT name, attempt.* FROM runCase
            JOIN attempt ON attempt.runCase = runCase.id
            JOIN scenarioCase ON scenarioCase.id = scenarioCase
            WHERE run = ? ORDER BY runCase.id, attempt.position
            """
        return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [run])
            .reduce(into: [:]) { attempts, row in try attempts[row["name"], default: []].append(attempt(row)) }
    }

    private func attempt(_ row: Row) throws -> Attempt {
        guard let breaches = try ColumnJSON.breaches(row["breaches"]) else {
            throw damage("column breaches of an attempt")
        }
        return try Attempt(
            verdict: word(row, "verdict"),
            breaches: breaches,
            finishedAt: Timestamp(nanoseconds: row["finishedAt"])
        )
    }

    /// What was found wrong in the cases of a run, by the case's id.
    ///
    /// - Parameter run: the run's row.
    /// - Returns: the breaches of each case, each fault once, sorted by fingerprint; cases without any are left out.
    /// - Throws: `StoreError`, or an error of the database.
    func breaches(ofRun run: Int64) throws -> [String: [FindingTrace]] {
        let sql = """
            SELECT name, fingerprint, severity, requirements FROM runCase
            JOIN finding ON finding.runCase = runCase.id
            JOIN scenarioCase ON scenarioCase.id = scenarioCase
            WHERE run = ? AND severity IN ('must', 'should')
            """
        return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [run])
            .reduce(into: [String: [FindingTrace]]()) { traces, row in
                guard let requirements = try ColumnJSON.strings(row["requirements"]) else {
                    throw damage("column requirements of a finding")
                }
                let trace = try FindingTrace(
                    fingerprint: row["fingerprint"],
                    requirements: requirements,
                    severity: word(row, "severity")
                )
                try traces[row["name"], default: []].append(trace)
            }
            .mapValues(\.distinct)
    }
}
