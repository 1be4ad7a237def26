import GRDB
public import Results

/// What shows others that a run that has ended is added to, as long as it is there.
///
/// What the run creates meanwhile is not left over yet.
public final class RunHold: Sendable {
    private let lock: RunLock?

    fileprivate init(_ lock: RunLock?) {
        self.lock = lock
    }
}

extension Store {
    /// Shows others that cases of a kept run are run again.
    ///
    /// - Parameter run: the run's id, the beginning of one that only one run has, or `latest`.
    /// - Returns: what shows it, to be kept until all is done.
    /// - Throws: `StoreError` with the cause `unknownRun`, `ambiguousRun` or `noRuns`, or another.
    public func hold(run: String) throws -> RunHold {
        try reporting(path) {
            try database.read { RunHold(locks.takeAgain(run: try self.run(named: run, in: $0))) }
        }
    }

    /// Adds to a kept run how one of its cases came out when it was run once more.
    ///
    /// - Parameters:
    ///   - attempt: how it came out.
    ///   - caseID: the case's id; one that the run does not have is passed over.
    ///   - run: the run's id, the beginning of one that only one run has, or `latest`.
    /// - Throws: `StoreError` with the cause `unknownRun`, `ambiguousRun` or `noRuns`, or another.
    public func add(_ attempt: Attempt, ofCase caseID: String, toRun run: String) throws {
        try reporting(path) {
            try write { database in
                let row = try self.run(named: run, in: database)
                try RowWriter(database: database).write(attempt, ofCase: caseID, ofRun: row)
            }
        }
    }
}
