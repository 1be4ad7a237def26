import GRDB
import Results

extension RowReader {
    /// How some runs came out.
    ///
    /// Rows are read by place and number, not by name: there are tens of thousands.
    /// - Parameter runs: the runs.
    /// - Returns: the outcomes, in the order of the runs.
    /// - Throws: `StoreError`, or an error of the database.
    func outcomes(of runs: some Sequence<RunLine.Run>) throws -> [RunOutcome] {
        let names = try caseNames()
        var known: [CaseOutcome: RunOutcome.Case] = [:]
        return try runs.map { run in
            RunOutcome(
                header: run.header,
                ending: try ending(ofRun: run.row),
                cases: try cases(ofRun: run.row, names: names, known: &known)
            )
        }
    }

    /// What each case is about, by its id, as the newest scenario that any run had says it.
    ///
    /// - Returns: the titles.
    /// - Throws: an error of the database.
    func caseTitles() throws -> [String: String] {
        try Row.fetchAll(database, sql: "SELECT name, title FROM scenarioCase ORDER BY id")
            .reduce(into: [:]) { titles, row in try titles[row[0]] = row[1] }
    }

    /// The ids of all cases, by their rows.
    func caseNames() throws -> [Int64: String] {
        try Row.fetchAll(database, sql: "SELECT id, name FROM scenarioCase")
            .reduce(into: [:]) { names, row in try names[row[0]] = row[1] }
    }

    /// How the cases of a run came out; what many cases share is made once.
    private func cases(
        ofRun run: Int64,
        names: [Int64: String],
        known: inout [CaseOutcome: RunOutcome.Case]
    ) throws -> [String: RunOutcome.Case] {
        let statement = try database.cachedStatement(
            sql: "SELECT scenarioCase, outcome, verdict FROM runCase WHERE run = ?"
        )
        let rows = try Row.fetchCursor(statement, arguments: [run])
        var cases: [String: RunOutcome.Case] = [:]
        while let row = try rows.next() {
            guard let name = try names[row[0]] else { throw damage("a case without a name") }
            let key = try CaseOutcome(outcome: row[1], verdict: row[2])
            let outcome = try known[key] ?? self.outcome(key)
            known[key] = outcome
            cases[name] = outcome
        }
        return cases
    }

    /// How a case came out.
    private func outcome(_ key: CaseOutcome) throws -> RunOutcome.Case {
        guard let number = key.outcome, let word = key.verdict else { return RunOutcome.Case(verdict: nil) }
        let sql = "SELECT requirements FROM outcome WHERE id = ?"
        let text = try String.fetchOne(database, sql: sql, arguments: [number])
        guard let verdict = Verdict(rawValue: word) else { throw damage("'\(word)' in column verdict") }
        guard let requirements = text.flatMap(ColumnJSON.requirements) else {
            throw damage("column requirements of an outcome")
        }
        return RunOutcome.Case(verdict: verdict, requirements: requirements)
    }
}

/// What a row says of how a case came out; both are nil for one that did not end.
private struct CaseOutcome: Hashable {
    let outcome: Int64?
    let verdict: String?
}
