import GRDB
import Results

/// The runs that a question is about, oldest first: in the order in which they were written.
struct RunLine {
    /// A run of the line.
    struct Run {
        /// The run's row.
        let row: Int64
        /// What was known when it began.
        let header: RunHeader
        /// Whether every planned case has a verdict.
        let isComplete: Bool
    }

    /// The runs.
    let runs: [Run]
}

extension RowReader {
    /// The runs of a line of development.
    ///
    /// - Parameter selection: which runs.
    /// - Returns: the line; empty when no run is selected.
    /// - Throws: `StoreError` with the cause `noRuns` when there is none at all, or another.
    func line(_ selection: RunSelection) throws -> RunLine {
        let runs = try allRuns()
        guard !runs.isEmpty else { throw StoreError(path: path, cause: .noRuns) }
        return RunLine(runs: selection.selected(of: runs))
    }

    /// All runs, oldest first.
    ///
    /// - Returns: the runs.
    /// - Throws: `StoreError`, or an error of the database.
    func allRuns() throws -> [RunLine.Run] {
        let labels = try Dictionary(
            grouping: Row.fetchAll(database, sql: "SELECT run, key, value FROM label ORDER BY run, position")
        ) { try $0["run"] as Int64 }
        return try Row.fetchAll(database, sql: Self.runsWithReason).map { row in
            let own = try labels[row["id"], default: []].map { try Label(key: $0["key"], value: $0["value"]) }
            return try RunLine.Run(
                row: row["id"],
                header: header(row, labels: own),
                isComplete: row["reason"] as String? == RunEnding.Reason.complete.rawValue
            )
        }
    }

    private static let runsWithReason = """
        SELECT run.*, ending.reason AS reason FROM run LEFT JOIN ending ON ending.run = run.id
        ORDER BY run.place
        """
}
