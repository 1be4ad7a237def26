import GRDB
import Results
import Timestamps

extension Store {
    /// Gives an ending to each run that has none and whose process is gone: it was interrupted when it was last heard of.
    func markDeadRuns() throws {
        let runs = try database.read { try Int64.fetchAll($0, sql: Self.runsWithoutEnding) }
        let dead = runs.filter { !locks.isHeld(run: $0) }
        if dead.isEmpty { return }
        try write { database in
            for run in dead {
                let last = try Int64.fetchOne(database, sql: Self.lastSign, arguments: [run])
                let ending = RunEnding(
                    reason: .interrupted,
                    message: "the process died without a word",
                    finishedAt: Timestamp(nanoseconds: last ?? 0)
                )
                try RowWriter(database: database).write(ending, ofRun: run, keepsFirst: true)
            }
        }
    }

    private static let runsWithoutEnding = """
        SELECT run.id FROM run LEFT JOIN ending ON ending.run = run.id WHERE ending.run IS NULL ORDER BY run.id
        """

    private static let lastSign = """
        SELECT max(run.startedAt, coalesce((SELECT max(finishedAt) FROM runCase WHERE run = run.id), 0))
        FROM run WHERE run.id = ?
        """
}
