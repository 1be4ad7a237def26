import GRDB
import JSON
import Results
import Timestamps

/// Makes the values of a run from rows.
struct RowReader {
    let database: Database
    let path: String

    /// All events of a run, the cases one after the other.
    ///
    /// - Parameter run: the run's row.
    /// - Returns: the events.
    /// - Throws: `StoreError`, or an error of the database.
    func events(ofRun run: Int64) throws -> [RunEvent] {
        guard let row = try Row.fetchOne(database, sql: "SELECT * FROM run WHERE id = ?", arguments: [run]) else {
            return []
        }
        return try [.started(header(row))] + cases(ofRun: run).flatMap(\.events) + notes(ofRun: run)
            + exercises(ofRun: run).map { .exercised($0) } + (ending(ofRun: run).map { [.finished($0)] } ?? [])
    }

    /// The header in a row of `run`.
    ///
    /// - Parameter row: the row.
    /// - Returns: the header.
    /// - Throws: `StoreError`, or an error of the database.
    func header(_ row: Row) throws -> RunHeader {
        let labels = try Row.fetchAll(
            database.cachedStatement(sql: "SELECT key, value FROM label WHERE run = ? ORDER BY position"),
            arguments: [try row["id"] as Int64]
        )
        return try header(row, labels: labels.map { try Label(key: $0["key"], value: $0["value"]) })
    }

    /// The header in a row of `run`.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - labels: its labels, in their order.
    /// - Returns: the header.
    /// - Throws: `StoreError` when the row can't be right.
    func header(_ row: Row, labels: [Label]) throws -> RunHeader {
        guard let demanded = try ColumnJSON.strings(row["profileRequirements"]) else {
            throw damage("column profileRequirements of a run")
        }
        return try RunHeader(
            id: row["name"],
            startedAt: Timestamp(nanoseconds: row["startedAt"]),
            endpoint: row["endpoint"],
            isEmbedded: row["isEmbedded"],
            contract: Provenance(origin: row["contractOrigin"], fingerprint: row["contractFingerprint"]),
            suite: Provenance(origin: row["suiteOrigin"], fingerprint: row["suiteFingerprint"]),
            version: row["version"],
            seed: UInt64(bitPattern: row["seed"]),
            caseCount: count(row, "caseCount"),
            profile: (row["profile"] as String?).map { RunProfile(name: $0, requirements: demanded) },
            labels: labels,
            shards: shards(ofRun: row["id"]),
            narrowing: narrowing(row)
        )
    }

    /// What left cases out of the run in a row of `run`; nil when it does not tell.
    private func narrowing(_ row: Row) throws -> [Narrowing]? {
        guard let text: String = try row["narrowing"] else { return nil }
        guard let words = ColumnJSON.strings(text) else { throw damage("column narrowing of a run") }
        return try words.map { word in
            guard let cause = Narrowing(rawValue: word) else { throw damage("'\(word)' in column narrowing") }
            return cause
        }
    }

    /// How the run ended; nil when it did not.
    ///
    /// - Parameter run: the run's row.
    /// - Returns: the ending.
    /// - Throws: `StoreError`, or an error of the database.
    func ending(ofRun run: Int64) throws -> RunEnding? {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT * FROM ending WHERE run = ?"),
            arguments: [run]
        )
        return try row.map { row in
            try RunEnding(
                reason: word(row, "reason"),
                message: row["message"],
                finishedAt: Timestamp(nanoseconds: row["finishedAt"]),
                cleanup: cleanup(row)
            )
        }
    }

    /// The count in a row with the column `cleanup`.
    func cleanup(_ row: Row) throws -> Cleanup? {
        guard let text: String = try row["cleanup"] else { return nil }
        guard let cleanup = ColumnJSON.cleanup(text) else { throw damage("column cleanup of an ending") }
        return cleanup
    }

    /// How many cases have each verdict.
    ///
    /// - Parameter run: the run's row.
    /// - Returns: the numbers; verdicts that no case has are left out.
    /// - Throws: `StoreError`, or an error of the database.
    func counts(ofRun run: Int64) throws -> [Verdict: Int] {
        let sql = "SELECT verdict, count(*) AS n FROM runCase WHERE run = ? AND verdict IS NOT NULL GROUP BY verdict"
        return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [run])
            .reduce(into: [:]) { counts, row in try counts[word(row, "verdict")] = row["n"] }
    }

    /// Why cases of a run ended in `error`.
    ///
    /// - Parameters:
    ///   - run: the run's row.
    ///   - suite: where its scenarios came from.
    /// - Returns: the cause; `network` when there is no such case.
    /// - Throws: an error of the database.
    func errorCause(ofRun run: Int64, suite: Provenance) throws -> ErrorCause {
        let sql = """
            SELECT runCase.id AS id, finding.code AS code FROM runCase
            LEFT JOIN finding ON finding.runCase = runCase.id AND finding.severity = 'harness'
            WHERE runCase.run = ? AND runCase.verdict = 'error'
            """
        let codes = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [run])
            .reduce(into: [Int64: [String]]()) { codes, row in
                let code: String? = try row["code"]
                try codes[row["id"], default: []] += code.map { [$0] } ?? []
            }
        return ErrorCause(codes: codes.values, suite: suite)
    }

    /// Whether a case was skipped because of an operation that never worked.
    ///
    /// - Parameter run: the run's row.
    /// - Returns: whether there is such a case.
    /// - Throws: an error of the database.
    func hasCause(run: Int64) throws -> Bool {
        let sql = """
            SELECT EXISTS (
                SELECT 1 FROM runCase WHERE run = ? AND verdict = 'skipped' AND causeOperation IS NOT NULL
            )
            """
        return try Bool.fetchOne(database.cachedStatement(sql: sql), arguments: [run]) ?? false
    }

    /// Whether a case that came to a judgement weighed a requirement of the run's profile; true when it has none.
    ///
    /// - Parameter run: the run's row.
    /// - Returns: whether there is such a case.
    /// - Throws: an error of the database.
    func testsProfile(run: Int64) throws -> Bool {
        let judged = Verdict.allCases.filter(\.isJudgement).map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let sql = """
            SELECT profile IS NULL OR EXISTS (
                SELECT 1 FROM runCase
                JOIN requirementResult ON requirementResult.outcome = runCase.outcome
                JOIN json_each(run.profileRequirements) AS demanded ON demanded.value = requirement
                WHERE runCase.run = run.id AND verdict IN (\(judged))
            ) FROM run WHERE id = ?
            """
        return try Bool.fetchOne(database.cachedStatement(sql: sql), arguments: [run]) ?? true
    }

    private func notes(ofRun run: Int64) throws -> [RunEvent] {
        try Row.fetchAll(database, sql: "SELECT * FROM note WHERE run = ? ORDER BY position", arguments: [run])
            .map { try .noted(at: Timestamp(nanoseconds: $0["at"]), message: $0["message"]) }
    }

    private func exercises(ofRun run: Int64) throws -> [OperationExercise] {
        let sql = """
            SELECT operation, callCount, content FROM runExercise JOIN exercise ON exercise.id = exercise
            WHERE run = ? ORDER BY operation
            """
        return try Row.fetchAll(database, sql: sql, arguments: [run]).map(exercise)
    }

    /// The exercise in a row with `content`, `operation` and `callCount`.
    func exercise(_ row: Row) throws -> OperationExercise {
        let callCount = try count(row, "callCount")
        guard let exercise = try ColumnJSON.exercise(row["content"], of: row["operation"], callCount: callCount) else {
            throw damage("column content of an exercise")
        }
        return exercise
    }

    /// The value of an enumeration in a column.
    func word<Word: RawRepresentable<String>>(_ row: Row, _ column: String) throws -> Word {
        let text: String = try row[column]
        guard let word = Word(rawValue: text) else { throw damage("'\(text)' in column \(column)") }
        return word
    }

    /// The number of things in a column.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - column: the column's name.
    ///   - range: what the number can be; unless it says otherwise, so small that no sum of such numbers overflows.
    /// - Returns: the number.
    /// - Throws: `StoreError` when it can't be that, or an error of the database.
    func count(_ row: Row, _ column: String, in range: ClosedRange<Int> = ColumnJSON.counts) throws -> Int {
        let count: Int = try row[column]
        guard range.contains(count) else { throw damage("\(count) in column \(column)") }
        return count
    }

    /// The error for what can't be right.
    ///
    /// - Parameter what: what it is.
    /// - Returns: the error.
    func damage(_ what: String) -> StoreError { StoreError(path: path, cause: .damaged(what)) }
}
