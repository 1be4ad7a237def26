import GRDB
import Results
import Timestamps

/// The runs of one store by the ids that they have after a merge.
struct RunCollection {
    private let store: Store
    /// The rows of the runs; those of one run's shards are together.
    let runs: [String: [Int64]]
    /// When they began.
    let starts: [String: Timestamp]
    /// The ids of the runs that go on, which are not among ``runs``.
    let goingOn: [String]
    /// The creates of its runs of which something may be left in the endpoint.
    let journal: [JournalEntry]
    /// The ids that runs have already.
    private let names: Set<String>

    /// The runs of a store that is not being written.
    ///
    /// - Parameter store: the store.
    /// - Throws: `StoreError`.
    init(of store: Store) throws {
        self = try reporting(store.path) {
            try store.database.read { try RunCollection(of: store, in: $0) }
        }
    }

    /// The runs of a store, within a transaction.
    ///
    /// - Parameters:
    ///   - store: the store.
    ///   - database: its connection.
    /// - Throws: `StoreError`, or an error of the database.
    init(of store: Store, in database: Database) throws {
        let rows = RowReader(database: database, path: store.path)
        var runs: [String: [Int64]] = [:]
        var starts: [String: Timestamp] = [:]
        var goingOn: [String] = []
        var names: Set<String> = []
        for row in try Row.fetchAll(database, sql: Self.all) {
            let header = try rows.header(row)
            if try row["isOpen"], store.locks.isHeld(run: try row["id"]) {
                goingOn.append(header.id)
            } else {
                names.insert(header.id)
                let id = ShardedRun.id(for: header) ?? header.id
                try runs[id, default: []].append(row["id"])
                starts[id] = starts[id].map { min($0, header.startedAt) } ?? header.startedAt
            }
        }
        journal = try store.journal(in: database)
        (self.store, self.runs, self.starts, self.goingOn, self.names) = (store, runs, starts, goingOn, names)
    }

    /// Whether the run has its id already, rather than being made of shards that stand alone.
    ///
    /// - Parameter id: the id.
    /// - Returns: whether it has.
    func isSettled(_ id: String) -> Bool { names.contains(id) }

    /// What is kept of a run.
    ///
    /// - Parameter id: its id after a merge.
    /// - Returns: the records; empty when the store does not have it.
    /// - Throws: `StoreError`.
    func records(of id: String) throws -> [KeptRun] {
        guard runs[id] != nil else { return [] }
        return try reporting(store.path) {
            try store.database.read { try records(of: id, in: $0) }
        }
    }

    /// What is kept of a run, within a transaction.
    ///
    /// - Parameters:
    ///   - id: its id after a merge.
    ///   - database: the store's connection.
    /// - Returns: the records; empty when the store does not have it.
    /// - Throws: `StoreError`, or an error of the database.
    func records(of id: String, in database: Database) throws -> [KeptRun] {
        let rows = RowReader(database: database, path: store.path)
        return try (runs[id] ?? []).map { row in
            if let sharded = try rows.shardedRun(ofRun: row) { return .sharded(sharded) }
            guard let record = RunRecord(events: try rows.events(ofRun: row)) else { throw rows.damage("no header") }
            return .whole(record, latencies: try rows.encodedLatencies(ofRun: row))
        }
    }

    private static let all = """
        SELECT run.*, ending.run IS NULL AS isOpen FROM run LEFT JOIN ending ON ending.run = run.id ORDER BY run.name
        """
}
