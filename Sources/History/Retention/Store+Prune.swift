import GRDB
import Results

extension Store {
    /// What pruning took away, or would.
    public struct Pruning: Sendable, Hashable {
        /// The ids of the runs that are gone, oldest first.
        public let removed: [String]
        /// How many runs are kept.
        public let keptCount: Int
        /// How many bytes the file is smaller; 0 when nothing was done.
        public let freedBytes: Int
    }

    /// Takes away the runs that a rule does not keep, and gives their space back to the disk.
    ///
    /// A run that goes on is always kept.
    /// - Parameters:
    ///   - retention: the rule.
    ///   - isRehearsal: whether nothing is done, and only told.
    /// - Returns: what was taken away, or would be.
    /// - Throws: `StoreError`; then nothing was taken away.
    public func prune(_ retention: Retention, isRehearsal: Bool = false) throws -> Pruning {
        try reporting(path) {
            let (names, doomed) = try database.read { try doomedRuns(retention, in: $0) }
            let removed = doomed.compactMap { names[$0] }
            let count = names.count - doomed.count
            if isRehearsal || doomed.isEmpty { return Pruning(removed: removed, keptCount: count, freedBytes: 0) }
            let before = try byteCount()
            try write { try remove(doomed, from: $0) }
            try giveBackSpace()
            return Pruning(removed: removed, keptCount: count, freedBytes: max(0, before - (try byteCount())))
        }
    }

    /// The runs' ids by their rows, and the rows of those that the rule does not keep, oldest first.
    private func doomedRuns(_ retention: Retention, in database: Database) throws -> ([Int64: String], [Int64]) {
        let rows = try Row.fetchAll(database, sql: Self.runsByLabel, arguments: ["label": retention.label])
        let ids = try rows.map { try $0["id"] as Int64 }
        let names = try rows.reduce(into: [Int64: String]()) { names, row in try names[row["id"]] = row["name"] }
        let lineOfRun = try rows.reduce(into: [Int64: String?]()) { lines, row in
            lines.updateValue(try row["value"], forKey: try row["id"])
        }
        let runs = Dictionary(grouping: ids) { lineOfRun[$0] ?? nil }
        let lines = try RowReader(database: database, path: path).standings(lineOfRun: lineOfRun)
        let kept = runs.reduce(into: Set<Int64>()) { kept, line in
            kept.formUnion(retention.kept(of: line.value, lines: lines[line.key] ?? []))
        }
        let goingOn = try rows.filter { try $0["isOpen"] }.map { try $0["id"] as Int64 }.filter(locks.isHeld)
        return (names, ids.filter { !kept.contains($0) && !goingOn.contains($0) })
    }

    /// Removes the runs, and what only they referred to.
    private func remove(_ runs: [Int64], from database: Database) throws {
        let statement = try database.makeStatement(sql: "DELETE FROM run WHERE id = ?")
        for run in runs { try statement.execute(arguments: [run]) }
        try removeUnreferred(from: database)
    }

    /// Removes what runs share and none refers to any more.
    func removeUnreferred(from database: Database) throws {
        try database.execute(
            sql: """
                DELETE FROM body WHERE id NOT IN (SELECT requestBody FROM exchange WHERE requestBody IS NOT NULL)
                    AND id NOT IN (SELECT responseBody FROM exchange WHERE responseBody IS NOT NULL);
                DELETE FROM drift WHERE id NOT IN (SELECT drift FROM caseDrift);
                DELETE FROM outcome WHERE id NOT IN (SELECT outcome FROM runCase WHERE outcome IS NOT NULL);
                DELETE FROM exercise WHERE id NOT IN (SELECT exercise FROM runExercise)
                    AND id NOT IN (SELECT exercise FROM shardExercise);
                DELETE FROM scenarioCase WHERE id NOT IN (SELECT scenarioCase FROM runCase);
                """
        )
    }

    /// Moves the empty pages out of the file.
    ///
    /// A store that was made before pages could be given back one by one is written anew, once.
    private func giveBackSpace() throws {
        try database.writeWithoutTransaction { database in
            let mode = try Int.fetchOne(database, sql: "PRAGMA auto_vacuum") ?? 0
            try database.execute(
                sql: mode == Self.incremental
                    ? "PRAGMA incremental_vacuum" : "PRAGMA auto_vacuum = INCREMENTAL; VACUUM"
            )
            try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }

    private func byteCount() throws -> Int {
        try database.read { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            return pages * (try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
        }
    }

    /// How `PRAGMA auto_vacuum` says that free pages are given back on demand.
    private static let incremental = 2

    private static let runsByLabel = """
        SELECT run.id AS id, run.name AS name, label.value AS value, ending.run IS NULL AS isOpen
        FROM run
        LEFT JOIN label ON label.run = run.id AND label.key = :label
        LEFT JOIN ending ON ending.run = run.id
        GROUP BY run.id ORDER BY run.place
        """
}

extension RowReader {
    /// How each case stood in the complete runs that had it, oldest first, by the line of development of the runs.
    fileprivate func standings(
        lineOfRun: [Int64: String?]
    ) throws -> [String?: [[(run: Int64, standing: Standing)]]] {
        let sql = """
            SELECT scenarioCase.name AS name, runCase.run AS run, runCase.verdict AS verdict
            FROM runCase
            JOIN scenarioCase ON scenarioCase.id = runCase.scenarioCase
            JOIN run ON run.id = runCase.run
            JOIN ending ON ending.run = run.id AND ending.reason = 'complete'
            ORDER BY run.place
            """
        var lines: [String?: [String: [(run: Int64, standing: Standing)]]] = [:]
        let cursor = try Row.fetchCursor(database, sql: sql)
        while let row = try cursor.next() {
            let run: Int64 = try row["run"]
            let verdict: Verdict? = try (row["verdict"] as String?) == nil ? nil : word(row, "verdict")
            try lines[lineOfRun[run] ?? nil, default: [:]][row["name"], default: []].append((run, Standing(verdict)))
        }
        return lines.mapValues { Array($0.values) }
    }
}
