import GRDB
public import Results

extension Store {
    /// The latest run that a run may be compared with.
    ///
    /// - Parameters:
    ///   - run: the run.
    ///   - rule: which runs count.
    /// - Returns: what was found.
    /// - Throws: `StoreError`.
    public func baseline(of run: RunHeader, by rule: BaselineRule) throws -> BaselineSearch {
        let found = try reporting(path) {
            try database.read {
                try RowReader(database: $0, path: path).baselines(of: run, by: rule, before: false, limit: 1)
            }
        }
        return BaselineSearch(
            outcome: try found.fit.first.map { try outcome(of: $0.header.id) },
            passedOver: found.passedOver
        )
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
                runCase.scenarioHash AS scenarioHash, runCase.witnesses AS witnesses
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
        guard let witnesses = try ColumnJSON.strings(row["witnesses"]) else {
            throw damage("column witnesses of a case")
        }
        return RunOutcome.Case(
            verdict: try word(row, "verdict"),
            requirements: known[text] ?? [],
            scenarioHash: hash.map { UInt64(bitPattern: $0) },
            witnesses: witnesses
        )
    }
}
