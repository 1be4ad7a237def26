import Files
import GRDB

extension Store {
    /// Writes in one transaction, as long as the store's path leads to the file that is open.
    ///
    /// SQLite goes on with a file that was removed or replaced, and what it writes then is gone when the file is closed.
    /// - Parameter work: what is written.
    /// - Returns: what the work returns.
    /// - Throws: `StoreError` with the cause `removed`, before or after the work; or what the work throws, which is undone.
    func write<Value>(_ work: (Database) throws -> Value) throws -> Value {
        try checkPlace()
        let value = try database.write(work)
        try checkPlace()
        return value
    }

    /// Why the store is not where it was when it was opened; nil when it is.
    public var loss: StoreError? {
        guard let identity, FileIdentity(path: path) != identity else { return nil }
        return StoreError(path: path, cause: .removed)
    }

    /// Sees that a run is in the file as another process would find it, with its ending.
    ///
    /// The log is written into the file as far as nobody else reads from it, so that the file alone has the run
    /// (https://www.sqlite.org/wal.html#checkpointing).
    /// - Parameter run: the run's row.
    /// - Throws: `StoreError` or an error of the database when the run can't be found.
    func confirm(run: Int64) throws {
        guard identity != nil else { return }
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)") }
        try checkPlace()
        let queue = try Self.readingQueue(path) { try Schema.check($0, path: path) }
        let isKept = try queue.read { database in
            try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM ending WHERE run = ?)", arguments: [run])
        }
        guard isKept == true else { throw StoreError(path: path, cause: .removed) }
    }

    private func checkPlace() throws {
        if let loss { throw loss }
    }
}
