import GRDB
public import Results

extension Store {
    /// How the latest complete run with a label came out.
    ///
    /// - Parameters:
    ///   - label: the label and its value.
    ///   - run: the id of a run that is left out, be it the one that is compared.
    /// - Returns: the outcome; nil when there is no such run.
    /// - Throws: `StoreError`.
    public func latestOutcome(labelled label: Label, otherThan run: String) throws -> RunOutcome? {
        let id = try reporting(path) {
            try database.read { database in
                try String.fetchOne(
                    database,
                    sql: """
                        SELECT run.name FROM run
                        JOIN label ON label.run = run.id AND label.key = ? AND label.value = ?
                        JOIN ending ON ending.run = run.id AND ending.reason = 'complete'
                        WHERE run.name <> ? ORDER BY run.place DESC LIMIT 1
                        """,
                    arguments: [label.key.storable, label.value.storable, run]
                )
            }
        }
        return try id.map { try outcome(of: $0) }
    }

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
            SELECT scenarioCase.name AS name, runCase.verdict AS verdict, outcome.requirements AS requirements,
                runCase.scenarioHash AS scenarioHash
            FROM runCase
            JOIN scenarioCase ON scenarioCase.id = runCase.scenarioCase
            LEFT JOIN outcome ON outcome.id = runCase.outcome
            WHERE runCase.run = ?
            """
        let breaches = try breaches(ofRun: run)
        let attempts = try attempts(ofRun: run)
        var known: [String: [RequirementResult]] = [:]
        return try Row.fetchAll(database, sql: sql, arguments: [run]).reduce(into: [:]) { cases, row in
            let id: String = try row["name"]
            var outcome = try outcome(row, known: &known)
            outcome.breaches = breaches[id] ?? []
            outcome.attempts = attempts[id] ?? []
            cases[id] = outcome
        }
    }

    /// How a case came out.
    ///
    /// - Parameters:
    ///   - row: a row with `verdict` and `requirements`, both null for a case that did not end.
    ///   - known: what was read of requirements before, since many cases have the same.
    /// - Returns: the outcome.
    /// - Throws: `StoreError` when the row can't be right.
    func outcome(_ row: Row, known: inout [String: [RequirementResult]]) throws -> RunOutcome.Case {
        guard let text: String = try row["requirements"] else { return RunOutcome.Case(verdict: nil) }
        if known[text] == nil {
            guard let requirements = ColumnJSON.requirements(text) else {
                throw damage("column requirements of an outcome")
            }
            known[text] = requirements
        }
        let hash: Int64? = try row["scenarioHash"]
        return RunOutcome.Case(
            verdict: try word(row, "verdict"),
            requirements: known[text] ?? [],
            scenarioHash: hash.map { UInt64(bitPattern: $0) }
        )
    }
}
