import GRDB
public import Results

/// The line of verdicts of one case: how it came out in each run that had it, oldest first.
public struct CaseLine: Sendable, Hashable {
    /// The case in one run.
    public struct Entry: Sendable, Hashable {
        /// The run.
        public let header: RunHeader
        /// How the case came out in it.
        public let outcome: RunOutcome.Case
    }

    /// The case's id.
    public let id: String
    /// The runs that had it, in the order in which they were written.
    public let entries: [Entry]
}

extension Store {
    /// How a case came out in each run that had it.
    ///
    /// - Parameter id: the case's id.
    /// - Returns: the line; without entries when no run had the case.
    /// - Throws: `StoreError`.
    public func line(ofCase id: String) throws -> CaseLine {
        try reporting(path) {
            try database.read { database in
                let rows = RowReader(database: database, path: path)
                var known: [String: [RequirementResult]] = [:]
                let entries = try Row.fetchAll(database, sql: Self.runsOfCase, arguments: [id.storable]).map { row in
                    CaseLine.Entry(header: try rows.header(row), outcome: try rows.outcome(row, known: &known))
                }
                return CaseLine(id: id, entries: entries)
            }
        }
    }

    /// The ids of the cases that any run had, sorted.
    ///
    /// - Returns: the ids.
    /// - Throws: `StoreError`.
    public func caseIDs() throws -> [String] {
        try reporting(path) {
            try database.read {
                try String.fetchAll($0, sql: "SELECT DISTINCT name FROM scenarioCase ORDER BY name")
            }
        }
    }

    private static let runsOfCase = """
        SELECT run.*, runCase.verdict AS verdict, outcome.requirements AS requirements,
            runCase.scenarioHash AS scenarioHash, runCase.witnesses AS witnesses
        FROM scenarioCase
        JOIN runCase ON runCase.scenarioCase = scenarioCase.id
        JOIN run ON run.id = runCase.run
        LEFT JOIN outcome ON outcome.id = runCase.outcome
        WHERE scenarioCase.name = ?
        ORDER BY run.place
        """
}
