import GRDB
public import Results

extension Store {
    /// How a run and those after it came out that judged the same endpoint.
    ///
    /// - Parameter id: the run's id, the beginning of one that only one run has, or `latest`.
    /// - Returns: the outcomes, oldest first, that of the run itself included.
    /// - Throws: `StoreError` with the cause `unknownRun`, `ambiguousRun` or `noRuns`, or another.
    public func outcomes(since id: String) throws -> [RunOutcome] {
        let names = try reporting(path) {
            try database.read { database in
                try String.fetchAll(
                    database,
                    sql: """
                        SELECT later.name FROM run AS first
                        JOIN run AS later ON later.place >= first.place
                            AND later.isEmbedded = first.isEmbedded
                            AND (first.isEmbedded OR later.endpoint = first.endpoint)
                        WHERE first.id = ? ORDER BY later.place
                        """,
                    arguments: [try run(named: id, in: database)]
                )
            }
        }
        return try names.map { try outcome(of: $0) }
    }
}
