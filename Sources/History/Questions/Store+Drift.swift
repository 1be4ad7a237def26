import GRDB
import Results

extension Store {
    /// What appeared in the answers of the endpoint, and what vanished from them, each once.
    ///
    /// Looked at are the complete runs that planned as many cases as any with the same suite: a part of the suite shows a part
    /// of the answers.
    /// - Parameter selection: which runs.
    /// - Returns: the report.
    /// - Throws: `StoreError` with the cause `noRuns`, or another.
    public func drift(in selection: RunSelection) throws -> DriftReport {
        try reporting(path) {
            try database.read { database in
                let rows = RowReader(database: database, path: path)
                let runs = try rows.line(selection).wholeRuns
                return try rows.drift(over: runs)
            }
        }
    }
}

extension RunLine {
    /// The complete runs that planned all cases of their suite.
    var wholeRuns: [Run] {
        let complete = runs.filter(\.isComplete)
        let sizes = complete.map { ($0.header.suite.fingerprint, $0.header.caseCount) }
        let counts = Dictionary(sizes, uniquingKeysWith: max)
        return complete.filter { counts[$0.header.suite.fingerprint] == $0.header.caseCount }
    }
}

extension RowReader {
    /// What appeared and vanished over some runs.
    ///
    /// - Parameter runs: the runs, oldest first.
    /// - Returns: the report.
    /// - Throws: `StoreError`, or an error of the database.
    func drift(over runs: [RunLine.Run]) throws -> DriftReport {
        var calls: [String: [(run: Int, exercise: Int64)]] = [:]
        let statement = try database.cachedStatement(sql: "SELECT operation, exercise FROM runExercise WHERE run = ?")
        var telling = 0
        for (index, run) in runs.enumerated() {
            let exercises = try Row.fetchAll(statement, arguments: [run.row])
            telling += exercises.isEmpty ? 0 : 1
            for row in exercises { try calls[row["operation"], default: []].append((index, row["exercise"])) }
        }
        var sights: [Int64: TraitLedger.Sight] = [:]
        let turns = try calls.sorted { $0.key < $1.key }.flatMap { operation, calls in
            var ledger = TraitLedger()
            var last: Int64?
            for call in calls {
                if call.exercise == last {
                    ledger.repeatLast()
                } else {
                    ledger.add(try sight(call.exercise, known: &sights))
                }
                last = call.exercise
            }
            return ledger.turns.map { turn in
                let told = DriftReport.Turn(
                    operation: operation,
                    trait: turn.trait,
                    isGone: turn.isGone,
                    run: runs[calls[turn.index].run].header,
                    before: turn.index > 0 ? runs[calls[turn.index - 1].run].header : nil
                )
                return (run: calls[turn.index].run, turn: told)
            }
        }
        let sorted = turns.enumerated().sorted { ($0.element.run, $0.offset) < ($1.element.run, $1.offset) }
        return DriftReport(turns: sorted.map(\.element.turn), runCount: telling)
    }

    /// What a row of `exercise` shows.
    private func sight(_ exercise: Int64, known: inout [Int64: TraitLedger.Sight]) throws -> TraitLedger.Sight {
        if let sight = known[exercise] { return sight }
        let statement = try database.cachedStatement(sql: "SELECT content FROM exercise WHERE id = ?")
        guard let content = try String.fetchOne(statement, arguments: [exercise]),
            let read = ColumnJSON.exercise(content, of: "", callCount: 0)
        else { throw damage("column content of an exercise") }
        let sight = TraitLedger.Sight(traits: read.traits, inspected: read.inspectedStatuses)
        known[exercise] = sight
        return sight
    }
}
