import GRDB
import Results

/// The runs that a rule finds for a run.
struct BaselineRuns {
    /// Those that it may be compared with, newest first.
    var fit: [(row: Int64, header: RunHeader)] = []
    /// The latest that it may not be compared with, and why not.
    var passedOver: (run: RunHeader, why: BaselineUnfitness)?
}

extension RowReader {
    /// The complete runs that a run may be compared with.
    ///
    /// Where none is of the same endpoint, those of other endpoints count that were made by a version which did not look at
    /// it, so that a gate answers after an update as it did before.
    /// - Parameters:
    ///   - run: the run, which is not among them.
    ///   - rule: which runs count.
    ///   - isBefore: whether only runs count that were written before it.
    ///   - limit: how many at most, the newest.
    /// - Returns: the runs.
    /// - Throws: `StoreError`, or an error of the database.
    func baselines(
        of run: RunHeader,
        by rule: BaselineRule,
        before isBefore: Bool,
        limit: Int
    ) throws -> BaselineRuns {
        var found = BaselineRuns()
        var older: [(row: Int64, header: RunHeader)] = []
        let rows = try Row.fetchCursor(
            database,
            sql: Self.labelledRuns,
            arguments: [
                "key": rule.label.key.storable, "value": rule.label.value.storable, "run": run.id,
                "isBefore": isBefore,
            ]
        )
        while found.fit.count < limit, let row = try rows.next() {
            let candidate = (row: try row["id"] as Int64, header: try header(row))
            switch candidate.header.unfitness(asBaselineOf: run) {
            case nil: found.fit.append(candidate)
            case .endpoint where rule.allowsOtherEndpoints: found.fit.append(candidate)
            case .endpoint where candidate.header.narrowing == nil:
                if older.count < limit { older.append(candidate) }
            case .some(let why): found.passedOver = found.passedOver ?? (candidate.header, why)
            }
        }
        if found.fit.isEmpty { found.fit = older }
        return found
    }

    private static let labelledRuns = """
        SELECT DISTINCT run.* FROM run
        JOIN label ON label.run = run.id AND label.key = :key AND label.value = :value
        JOIN ending ON ending.run = run.id AND ending.reason = 'complete'
        WHERE run.name <> :run
            AND (NOT :isBefore OR run.place < coalesce((SELECT place FROM run WHERE name = :run), 9223372036854775807))
        ORDER BY run.place DESC
        """
}
