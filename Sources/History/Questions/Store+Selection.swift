import GRDB

extension Store {
    /// Whether a question about some runs has any to look at.
    ///
    /// - Parameter selection: which runs.
    /// - Returns: whether there are any.
    /// - Throws: `StoreError` with the cause `noRuns` when the store has none at all, or another.
    public func hasRuns(in selection: RunSelection) throws -> Bool {
        try reporting(path) {
            try database.read { database in
                try !RowReader(database: database, path: path).line(selection).runs.isEmpty
            }
        }
    }
}
