import GRDB

extension Store {
    /// What is wrong with the file, as far as can be told from outside of its meaning.
    ///
    /// SQLite's own check of every page, row, index and constraint (https://www.sqlite.org/pragma.html#pragma_integrity_check),
    /// its check of references, and that every run can be read.
    /// - Returns: one line for each problem, at most 100; empty when the store is whole.
    /// - Throws: `StoreError` when the file can't be read at all.
    public func problems() throws -> [String] {
        try reporting(path) {
            try database.read { database in
                let pages = try String.fetchAll(database, sql: "PRAGMA integrity_check(100)").filter { $0 != "ok" }
                let references = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
                    try
                        "a row of \(row["table"] as String) refers to a row of \(row["parent"] as String) that is not there"
                }
                guard pages.isEmpty else { return pages }
                return Array((references + (try unreadable(in: database))).prefix(100))
            }
        }
    }

    /// The runs that can't be read, and why.
    private func unreadable(in database: Database) throws -> [String] {
        let rows = RowReader(database: database, path: path)
        return try Row.fetchAll(database, sql: "SELECT id, name FROM run ORDER BY place").compactMap { row in
            do {
                _ = try rows.events(ofRun: row["id"])
                _ = try rows.latencies(ofRuns: [row["id"]])
                return nil
            } catch let error as StoreError {
                guard case .damaged(let what) = error.cause else { throw error }
                return try "run \(row["name"] as String): \(what)"
            }
        }
    }
}
