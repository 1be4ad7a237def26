import Foundation
import GRDB
import JSON
public import Results
import Timestamps

extension Store {
    /// Writes down creates that are about to be sent, in one transaction.
    ///
    /// - Parameters:
    ///   - intents: the creates.
    ///   - run: the id of the run.
    ///   - endpoint: the URL of the endpoint.
    /// - Returns: the number of each entry, in the same order.
    /// - Throws: `StoreError`.
    public func intend(_ intents: [CreationIntent], ofRun run: String, at endpoint: String) throws -> [Int64] {
        try reporting(path) {
            try write { database in
                try intents.map { try insert($0, ofRun: run, at: endpoint, in: database) }
            }
        }
    }

    /// Writes down the id of what a create has made.
    ///
    /// - Parameters:
    ///   - entry: the number of the entry.
    ///   - parameter: the parameter that takes such ids, such as `user_identity_id`.
    ///   - id: the id.
    /// - Throws: `StoreError`.
    public func identify(_ entry: Int64, parameter: String, id: String) throws {
        try reporting(path) {
            try write { try identify(entry, parameter: parameter, id: id, in: $0) }
        }
    }

    private func identify(_ entry: Int64, parameter: String, id: String, in database: Database) throws {
        try database.cachedStatement(sql: "UPDATE creation SET parameter = ?, value = ? WHERE id = ?")
            .execute(arguments: [parameter.storable, id.storable, entry])
    }

    private func insert(
        _ intent: CreationIntent,
        ofRun run: String,
        at endpoint: String,
        in database: Database
    ) throws -> Int64 {
        try database.cachedStatement(sql: Self.insertion).execute(
            arguments: [
                run.storable, endpoint.storable, intent.operation.storable, intent.credential,
                Int64(bitPattern: intent.seed), intent.caseID.storable, ColumnJSON.text(intent.values),
                intent.identityID?.storable, intent.sentAt.nanoseconds, intent.begin?.nanoseconds,
            ]
        )
        return database.lastInsertedRowID
    }

    /// Takes entries out of the journal, since nothing of them is left.
    ///
    /// - Parameter entries: their numbers.
    /// - Throws: `StoreError`.
    public func settle(_ entries: [Int64]) throws {
        try reporting(path) {
            try write { database in
                let statement = try database.cachedStatement(sql: "DELETE FROM creation WHERE id = ?")
                for entry in entries { try statement.execute(arguments: [entry]) }
            }
        }
    }

    /// The creates of runs that have ended or died, of which something may be left.
    ///
    /// - Returns: the entries, oldest first.
    /// - Throws: `StoreError`.
    public func journal() throws -> [JournalEntry] {
        try reporting(path) {
            try database.read { try journal(in: $0) }
        }
    }

    /// The creates of runs that have ended or died, within a transaction.
    ///
    /// - Parameter database: the store's connection.
    /// - Returns: the entries, oldest first.
    /// - Throws: `StoreError`, or an error of the database.
    func journal(in database: Database) throws -> [JournalEntry] {
        let rows = try Row.fetchAll(database, sql: "SELECT * FROM creation ORDER BY id")
        let entries = try rows.map { try entry($0) }
        let going = try goingRuns(in: database)
        return entries.filter { !going.contains($0.run) }
    }

    /// Takes over the entries of another store that this one does not have.
    ///
    /// - Parameters:
    ///   - entries: the entries of the other store.
    ///   - database: this store's connection, in a transaction.
    /// - Throws: `StoreError`, or an error of the database.
    func takeOver(_ entries: [JournalEntry], in database: Database) throws {
        let own = try Row.fetchAll(database, sql: "SELECT * FROM creation").map { try entry($0).content }
        // Two creates may be equal in all that is written down of them; then there are two entries.
        var counts = Dictionary(own.map { ($0, 1) }, uniquingKeysWith: +)
        for entry in entries {
            if let count = counts[entry.content], count > 0 {
                counts[entry.content] = count - 1
                continue
            }
            let number = try insert(entry.intent, ofRun: entry.run, at: entry.endpoint, in: database)
            guard let parameter = entry.parameter, let id = entry.id else { continue }
            try identify(number, parameter: parameter, id: id, in: database)
        }
    }

    /// How many creates of runs that have ended or died may have left something at an endpoint.
    ///
    /// - Parameter endpoint: the URL of the endpoint.
    /// - Returns: the number.
    /// - Throws: `StoreError`.
    public func leftoverCount(at endpoint: String) throws -> Int {
        try reporting(path) {
            try database.read { database in
                let sql = "SELECT run, count(*) AS number FROM creation WHERE endpoint = ? GROUP BY run"
                let counts = try Row.fetchAll(database, sql: sql, arguments: [endpoint.storable])
                if counts.isEmpty { return 0 }
                let going = try goingRuns(in: database)
                return try counts.reduce(0) { try $0 + (going.contains($1["run"]) ? 0 : $1["number"]) }
            }
        }
    }

    /// The ids of runs that create something at this moment: they go on, or have ended and are added to.
    private func goingRuns(in database: Database) throws -> Set<String> {
        let sql = """
            SELECT run.id, run.name, ending.run IS NULL AS isOpen FROM run LEFT JOIN ending ON ending.run = run.id
            WHERE isOpen OR run.name IN (SELECT run FROM creation)
            """
        let runs = try Row.fetchAll(database, sql: sql)
        let going = try runs.filter { run in
            let (id, isOpen): (Int64, Bool) = (try run["id"], try run["isOpen"])
            return (isOpen || locks.store != nil) && locks.isHeld(run: id)
        }
        return Set(try going.map { try $0["name"] })
    }

    private func entry(_ row: Row) throws -> JournalEntry {
        guard let values = ColumnJSON.values(try row["sent"]) else {
            throw StoreError(path: path, cause: .damaged("column sent of a creation"))
        }
        let notBefore: Int64? = try row["notBefore"]
        let intent = CreationIntent(
            operation: try row["operation"],
            credential: try row["credential"],
            seed: UInt64(bitPattern: try row["seed"]),
            caseID: try row["caseID"],
            values: values,
            identityID: try row["identityID"],
            sentAt: Timestamp(nanoseconds: try row["sentAt"]),
            begin: notBefore.map { Timestamp(nanoseconds: $0) }
        )
        return JournalEntry(
            number: try row["id"],
            run: try row["run"],
            endpoint: try row["endpoint"],
            intent: intent,
            parameter: try row["parameter"],
            id: try row["value"]
        )
    }

    private static let insertion = """
        INSERT INTO creation (run, endpoint, operation, credential, seed, caseID, sent, identityID, sentAt, notBefore)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}

extension JournalEntry {
    /// What it says, whatever its number.
    fileprivate var content: JournalEntry {
        JournalEntry(number: 0, run: run, endpoint: endpoint, intent: intent, parameter: parameter, id: id)
    }
}
