import GRDB
import Results
import Timestamps

extension RowWriter {
    /// Writes how a case came out when it was run once more, behind the times before.
    ///
    /// - Parameters:
    ///   - attempt: how it came out.
    ///   - caseID: the case's id; one that the run does not have is passed over.
    ///   - run: the run's row.
    /// - Throws: an error of the database.
    func write(_ attempt: Attempt, ofCase caseID: String, ofRun run: Int64) throws {
        let sql = """
            SELECT runCase.id FROM runCase JOIN scenarioCase ON scenarioCase.id = runCase.scenarioCase
            WHERE run = ? AND name = ?
            """
        let row = try Int64.fetchOne(
            database.cachedStatement(sql: sql),
            arguments: [run, caseID.storable]
        )
        guard let row else { return }
        let earlier = try Int.fetchOne(
            database.cachedStatement(sql: "SELECT count(*) FROM attempt WHERE runCase = ?"),
            arguments: [row]
        )
        try insert(
            into: "attempt",
            [
                "runCase": row, "position": earlier, "verdict": attempt.verdict.rawValue,
                "breaches": ColumnJSON.text(attempt.breaches), "finishedAt": attempt.finishedAt.nanoseconds,
            ]
        )
    }
}
