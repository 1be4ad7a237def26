import GRDB

/// What the tables of a store are like: their columns, and what else SQLite knows by name.
///
/// A file may say that it is a store of ours, and hold other tables: one that was mended by hand, or whose number was damaged.
struct SchemaShape: Sendable {
    /// The shape of the newest schema.
    static let newest = Result {
        try DatabaseQueue().write { database in
            database.add(function: Schema.fingerprintFunction)
            for migration in Schema.migrations { try database.execute(sql: migration.sql) }
            return try SchemaShape(of: database)
        }
    }

    /// What there is, each in a few words.
    private let parts: Set<String>

    /// The shape of a file.
    ///
    /// - Parameter database: the file.
    /// - Throws: an error of the database.
    init(of database: Database) throws {
        parts = try String.fetchSet(database, sql: Self.query)
    }

    /// What is here and not, or not so, in another; sorted.
    ///
    /// - Parameter other: the other.
    /// - Returns: the parts; empty when the other has all.
    func missing(from other: SchemaShape) -> [String] { parts.subtracting(other.parts).sorted() }

    private static let query = """
        SELECT type || ' ' || name FROM sqlite_master WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'
        UNION ALL
        SELECT 'strictness of ' || name FROM pragma_table_list WHERE schema = 'main' AND strict
        UNION ALL
        SELECT 'column ' || part.name || ' of ' || item.name || ', ' || part.type || iif(part."notnull", ' NOT NULL', '')
        FROM sqlite_master AS item JOIN pragma_table_xinfo(item.name) AS part
        WHERE item.type = 'table' AND item.name NOT LIKE 'sqlite!_%' ESCAPE '!'
        """
}
