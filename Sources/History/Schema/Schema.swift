import GRDB

/// The tables of the store and how older stores become newer ones.
///
/// Every migration is immutable once it is released: to change a table, add a migration. `PRAGMA user_version` counts
/// the migrations that a file has seen, and `PRAGMA application_id` tells our files from others.
enum Schema {
    /// `seam` in ASCII.
    static let applicationID = 0x7365_616D
    /// The migrations in order: what each does, and its SQL for SQLite 3.40.1 and later.
    static let migrations: [(name: String, sql: String)] = [
        ("keep runs", keepRuns), ("tell what was not tested", tellUntested),
        ("compress bodies", compressBodies), ("tell what was exercised", tellExercised),
        ("tell latencies", tellLatencies), ("fingerprint findings", fingerprintFindings),
        ("keep attempts", keepAttempts), ("keep shards", keepShards), ("keep a journal", keepJournal),
        ("order runs", orderRuns),
        ("tell what narrowed runs", tellNarrowing),
        ("name witnesses", nameWitnesses),
    ]

    /// The number of the newest schema that this version knows.
    static var newest: Int { migrations.count }

    /// Brings a store up to date.
    ///
    /// A file that is not ours, or newer than we are, is not touched.
    /// - Parameters:
    ///   - queue: the connection.
    ///   - path: the store's file, for the error.
    /// - Throws: `StoreError`, or an error of the database.
    static func prepare(_ queue: DatabaseQueue, path: String) throws {
        let version = try queue.read { try check($0, path: path) }
        if version == 0 { try giveBackPages(queue) }
        try useLog(queue)
        if version == newest { return }
        try queue.write { database in
            let version = try check(database, path: path)
            for migration in migrations[version...] {
                try database.execute(sql: migration.sql)
            }
            try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(newest)")
            try check(database, path: path)
        }
    }

    /// The schema of the file: 0 for an empty one.
    ///
    /// - Parameters:
    ///   - database: the file.
    ///   - path: its path, for the error.
    /// - Returns: how many migrations it has seen.
    /// - Throws: `StoreError` when the file is newer than we are, of another program, or not what it says that it is.
    @discardableResult
    static func check(_ database: Database, path: String) throws -> Int {
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
        if version == 0, application == 0, isEmpty { return 0 }
        guard application == applicationID else { throw StoreError(path: path, cause: .notAStore) }
        guard version >= 0 else { throw StoreError(path: path, cause: .damaged("its schema is \(version)")) }
        if version > newest {
            throw StoreError(path: path, cause: .newer(schema: version, known: newest))
        }
        if version == newest {
            let missing = try SchemaShape.newest.get().missing(from: SchemaShape(of: database))
            guard missing.isEmpty else { throw StoreError(path: path, cause: .damaged("no \(missing[0])")) }
        }
        return version
    }

    /// Lets pages that become free be given back to the disk; this must be said before the first table is made.
    private static func giveBackPages(_ queue: DatabaseQueue) throws {
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL") }
    }

    /// Switches to a write-ahead log, so that readers and writers do not wait for each other.
    private static func useLog(_ queue: DatabaseQueue) throws {
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
        }
    }
}
