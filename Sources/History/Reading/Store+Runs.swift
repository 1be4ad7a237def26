import GRDB
public import Results

extension Store {
    /// The runs, newest first: the one that was written last, whatever the clocks say.
    ///
    /// - Parameter limit: how many at most; nil for all.
    /// - Returns: the runs; empty when the store holds none.
    /// - Throws: `StoreError`.
    public func runs(limit: Int? = nil) throws -> [RunSummary] {
        try reporting(path) {
            try database.read { database in
                let rows = RowReader(database: database, path: path)
                return try Row.fetchAll(database, sql: Self.newestRuns, arguments: [limit ?? -1]).map { row in
                    let id: Int64 = try row["id"]
                    let ending = try rows.ending(ofRun: id)
                    let header = try rows.header(row)
                    return RunSummary(
                        header: header,
                        ending: ending,
                        isRunning: ending == nil && locks.isHeld(run: id),
                        counts: try rows.counts(ofRun: id),
                        errorCause: try rows.errorCause(ofRun: id, suite: header.suite),
                        hasCause: try rows.hasCause(run: id),
                        testsProfile: try rows.testsProfile(run: id)
                    )
                }
            }
        }
    }

    /// One run with everything that is kept of it.
    ///
    /// Its exchanges are those that were kept as evidence, and cases that had not ended when the process died are missing.
    /// - Parameter id: the run's id, the beginning of one that only one run has, or `latest`.
    /// - Returns: the run.
    /// - Throws: `StoreError` with the cause `unknownRun`, `ambiguousRun` or `noRuns`, or another.
    public func record(of id: String) throws -> RunRecord {
        try reporting(path) {
            try database.read { database in
                let run = try run(named: id, in: database)
                let rows = RowReader(database: database, path: path)
                guard let record = RunRecord(events: try rows.events(ofRun: run)) else {
                    throw rows.damage("no header")
                }
                return record
            }
        }
    }

    /// The row of the run that a text names.
    func run(named id: String, in database: Database) throws -> Int64 {
        if id == "latest" {
            let latest = try Int64.fetchOne(database, sql: Self.newestRuns, arguments: [1])
            guard let latest else { throw StoreError(path: path, cause: .noRuns) }
            return latest
        }
        let exact = try Int64.fetchOne(database, sql: "SELECT id FROM run WHERE name = ?", arguments: [id])
        if let exact { return exact }
        let matches = try Row.fetchAll(
            database,
            sql: "SELECT id, name FROM run WHERE substr(name, 1, length(:id)) = :id ORDER BY name LIMIT 5",
            arguments: ["id": id.storable]
        )
        guard let match = matches.first, !id.isEmpty else { throw StoreError(path: path, cause: .unknownRun(id)) }
        if matches.count > 1 {
            throw StoreError(path: path, cause: .ambiguousRun(id, matches: try matches.map { try $0["name"] }))
        }
        return try match["id"]
    }

    private static let newestRuns = "SELECT * FROM run ORDER BY place DESC LIMIT ?"
}

extension Store {
    /// How many rows a table has: how tests see that what is equal is stored once.
    package func rowCount(of table: String) throws -> Int {
        try reporting(path) {
            try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
        }
    }
}
