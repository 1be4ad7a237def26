import GRDB
public import Results

/// A run as comparisons see it: how each case came out, without the evidence.
public struct RunOutcome: Sendable, Hashable {
    /// How a case came out.
    public struct Case: Sendable, Hashable {
        /// The verdict; nil when the run ended before the case.
        public let verdict: Verdict?
        /// The requirements that it breaks, sorted.
        public let broken: [String]

        /// An outcome.
        ///
        /// - Parameters:
        ///   - verdict: the verdict.
        ///   - broken: the requirements that it breaks, sorted.
        public init(verdict: Verdict?, broken: [String] = []) {
            self.verdict = verdict
            self.broken = broken
        }
    }

    /// What was known at the beginning.
    public let header: RunHeader
    /// How the run ended; nil while it goes on, or when it died without a word.
    public let ending: RunEnding?
    /// The cases by their ids.
    public let cases: [String: Case]

    /// An outcome.
    ///
    /// - Parameters:
    ///   - header: what was known at the beginning.
    ///   - ending: how the run ended.
    ///   - cases: the cases by their ids.
    public init(header: RunHeader, ending: RunEnding?, cases: [String: Case]) {
        self.header = header
        self.ending = ending
        self.cases = cases
    }
}

extension Store {
    /// How a run came out.
    ///
    /// - Parameter id: the run's id, the beginning of one that only one run has, or `latest`.
    /// - Returns: the outcome.
    /// - Throws: `StoreError` with the cause `unknownRun`, `ambiguousRun` or `noRuns`, or another.
    public func outcome(of id: String) throws -> RunOutcome {
        try reporting(path) {
            try database.read { database in
                let run = try run(named: id, in: database)
                let rows = RowReader(database: database, path: path)
                guard let row = try Row.fetchOne(database, sql: "SELECT * FROM run WHERE id = ?", arguments: [run])
                else { throw rows.damage("no header") }
                return RunOutcome(
                    header: try rows.header(row),
                    ending: try rows.ending(ofRun: run),
                    cases: try rows.outcomes(ofRun: run)
                )
            }
        }
    }
}

extension RowReader {
    /// How the cases of a run came out, by their ids.
    fileprivate func outcomes(ofRun run: Int64) throws -> [String: RunOutcome.Case] {
        let sql = """
            SELECT scenarioCase.name AS name, runCase.verdict AS verdict, outcome.requirements AS requirements
            FROM runCase
            JOIN scenarioCase ON scenarioCase.id = runCase.scenarioCase
            LEFT JOIN outcome ON outcome.id = runCase.outcome
            WHERE runCase.run = ?
            """
        var broken: [String: [String]] = [:]
        return try Row.fetchAll(database, sql: sql, arguments: [run]).reduce(into: [:]) { cases, row in
            cases[row["name"]] = try outcome(row, broken: &broken)
        }
    }

    /// How a case came out.
    ///
    /// - Parameters:
    ///   - row: a row with `verdict` and `requirements`, both null for a case that did not end.
    ///   - broken: what was read of requirements before, since many cases have the same.
    /// - Returns: the outcome.
    /// - Throws: `StoreError` when the row can't be right.
    func outcome(_ row: Row, broken: inout [String: [String]]) throws -> RunOutcome.Case {
        guard let text: String = row["requirements"] else { return RunOutcome.Case(verdict: nil) }
        if broken[text] == nil {
            guard let requirements = ColumnJSON.requirements(text) else {
                throw damage("column requirements of an outcome")
            }
            broken[text] = requirements.filter { $0.broken > 0 }.map(\.id).sorted()
        }
        return RunOutcome.Case(verdict: try word(row, "verdict"), broken: broken[text] ?? [])
    }
}
