import GRDB
public import Results

extension Store {
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
