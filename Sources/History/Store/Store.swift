import Files
import Foundation
import GRDB

/// The history of runs: one SQLite file, which several processes may use at once.
///
/// Everything that is written is already redacted. Text is kept as it is, but that U+0000, which a TEXT column can't hold
/// for other programs, becomes U+2400 in everything that is not a body or a header field.
public struct Store: Sendable {
    /// The file; `:memory:` for a store that has none.
    public let path: String
    let database: DatabaseQueue
    let locks: RunLocks
    /// Which file was opened; nil for a store in memory, and one that is only read.
    let identity: FileIdentity?

    /// Opens the store, making it and its folder when they are missing, and brings its tables up to date.
    ///
    /// Runs whose process died are marked as interrupted.
    /// - Parameter path: the file.
    /// - Throws: `StoreError`; a file that is no store or a newer one is left as it is.
    public init(path: String) throws {
        try self.init(path: path, largestPageCount: nil, patience: 10)
    }

    /// Opens a store that must be there, for reading, be it on a medium that can't be written.
    ///
    /// Where it can be written it is opened as by `init(path:)`.
    /// - Parameter path: the file.
    /// - Throws: `StoreError`.
    public init(reading path: String) throws {
        try StoreError.checkName(path)
        guard FileManager.default.fileExists(atPath: path) else { throw StoreError(path: path, cause: .missing) }
        do {
            try self.init(path: path)
        } catch let error as StoreError where error.cause == .readOnly {
            try self.init(readOnly: path)
        }
    }

    /// A store without a file, which is gone with its last copy.
    ///
    /// - Returns: an empty store.
    /// - Throws: `StoreError` when there is no memory.
    public static func inMemory() throws -> Store {
        let path = ":memory:"
        let database = try reporting(path) { try DatabaseQueue(configuration: configuration()) }
        return try Store(path: path, database: database, locks: RunLocks(store: nil), identity: nil)
    }

    /// Opens a file, of which no more than so many pages may be used, and with less patience: how a full disk and a locked file
    /// are played in tests.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - largestPageCount: how many pages it may have; nil for any number.
    ///   - patience: how long other processes are waited for that keep it locked, in seconds.
    /// - Throws: `StoreError`.
    package init(path: String, largestPageCount: Int? = nil, patience: Double = 10) throws {
        try StoreError.checkName(path)
        let database = try reporting(path) {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            try makeFolder(folder.path)
            return try DatabaseQueue(
                path: path,
                configuration: configuration(largestPageCount: largestPageCount, patience: patience)
            )
        }
        try self.init(
            path: path,
            database: database,
            locks: RunLocks(store: path),
            identity: FileIdentity(path: path)
        )
    }

    /// Brings the tables up to date and looks after runs that died.
    private init(path: String, database: DatabaseQueue, locks: RunLocks, identity: FileIdentity?) throws {
        self.path = path
        self.identity = identity
        self.database = database
        self.locks = locks
        try reporting(path) {
            try Schema.prepare(database, path: path)
            try markDeadRuns()
        }
    }

    /// Opens a file without ever writing to it.
    private init(readOnly path: String) throws {
        self.path = path
        identity = nil
        locks = RunLocks(store: path)
        database = try reporting(path) {
            try Self.readingQueue(path) { database in
                let version = try Schema.check(database, path: path)
                guard version == Schema.newest || version == 0 else {
                    throw StoreError(path: path, cause: .older(schema: version, known: Schema.newest))
                }
            }
        }
    }

    /// Opens a copy of a store, brought up to date and looked over, while the original is left as it is.
    ///
    /// SQLite keeps the copy in memory as far as it is small, else in a file without a name, so that it is gone with its last
    /// use (https://www.sqlite.org/inmemorydb.html#temp_db). Its errors name the original, and the original's locks tell which
    /// runs go on.
    /// - Parameter path: the original.
    /// - Throws: `StoreError` when it is missing, no store, newer than we are, or damaged.
    init(copyOf path: String) throws {
        try StoreError.checkName(path)
        guard FileManager.default.fileExists(atPath: path) else { throw StoreError(path: path, cause: .missing) }
        let copy = try reporting(path) {
            let isAtRest = !FileManager.default.fileExists(atPath: path + "-wal")
            let original = try Self.readingQueue(path, isAtRest: isAtRest) { try Schema.check($0, path: path) }
            let copy = try DatabaseQueue(path: "", configuration: configuration())
            try original.backup(to: copy)
            return copy
        }
        try self.init(path: path, database: copy, locks: RunLocks(store: path, areTidied: false), identity: nil)
        if let problem = try problems().first { throw StoreError(path: path, cause: .damaged(problem)) }
    }

    /// A connection that only reads.
    ///
    /// SQLite needs a file beside the store to read it, even so; where it can't make one, `immutable` tells it that nobody
    /// writes meanwhile (https://www.sqlite.org/wal.html#read_only_databases).
    /// - Parameters:
    ///   - path: the store's file.
    ///   - isAtRest: whether it is read as if it could not be written, so that nothing is made beside it.
    ///   - check: says whether it can be used as it is.
    /// - Returns: the connection.
    /// - Throws: what the check throws, or an error of the database.
    static func readingQueue(
        _ path: String,
        isAtRest: Bool = false,
        check: (Database) throws -> Void
    ) throws -> DatabaseQueue {
        let unwritable = URL(fileURLWithPath: path).absoluteString + "?immutable=1"
        do {
            let file = isAtRest ? unwritable : path
            let queue = try DatabaseQueue(path: file, configuration: configuration(isReadOnly: true))
            try queue.read(check)
            return queue
        } catch let error as DatabaseError where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) {
            let queue = try DatabaseQueue(path: unwritable, configuration: configuration(isReadOnly: true))
            try queue.read(check)
            return queue
        }
    }
}

/// Runs the work, so that any error that comes out is a `StoreError`.
func reporting<Value>(_ path: String, _ work: () throws -> Value) throws -> Value {
    do {
        return try work()
    } catch {
        throw StoreError(error, path: path)
    }
}

/// How every connection is set up: others are waited for, and a commit costs no wait for the disk.
///
/// With `synchronous = NORMAL` a crash of the process loses nothing; a loss of power may cost the last commits, never
/// the file (https://www.sqlite.org/pragma.html#pragma_synchronous).
private func configuration(
    isReadOnly: Bool = false,
    largestPageCount: Int? = nil,
    patience: Double = 10
) -> Configuration {
    var configuration = Configuration()
    configuration.label = "seamcheck.store"
    configuration.busyMode = .timeout(patience)
    configuration.readonly = isReadOnly
    configuration.prepareDatabase { database in
        database.add(function: Schema.fingerprintFunction)
        if let largestPageCount {
            try database.execute(sql: "PRAGMA max_page_count = \(largestPageCount)")
        }
    }
    return configuration
}

/// Makes the folder and those above it.
private func makeFolder(_ path: String) throws {
    do {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
        throw DatabaseError(resultCode: .SQLITE_CANTOPEN, message: "can't make the folder \(path)")
    }
}
