import GRDB
import Results
public import Trends

extension Store {
    /// What the verdicts of each case come to.
    ///
    /// Cases that the latest of the runs did not plan are left out.
    /// - Parameters:
    ///   - selection: which runs.
    ///   - model: what is taken for granted.
    /// - Returns: the trends by the cases' ids, and how many runs there were.
    /// - Throws: `StoreError` with the cause `noRuns`, or another.
    public func trends(
        in selection: RunSelection,
        model: TrendModel = TrendModel()
    ) throws -> (cases: [CaseTrend], runCount: Int) {
        try reporting(path) {
            try database.read { database in
                let rows = RowReader(database: database, path: path)
                let line = try rows.line(selection)
                let verdicts = try rows.verdicts(in: line)
                var known: [[Night]: Trend] = [:]
                let cases = verdicts.sorted { $0.key < $1.key }.compactMap { id, verdicts -> CaseTrend? in
                    guard verdicts.last?.run == line.runs.count - 1 else { return nil }
                    let series = line.series(ofCase: id, verdicts)
                    let key = verdicts.map { Night(run: $0.run, verdict: $0.verdict) }
                    let trend = known[key] ?? Trend(series.series, model: model)
                    known[key] = trend
                    return CaseTrend(series, trend: trend)
                }
                return (cases, line.runs.count)
            }
        }
    }

    /// The present streak of a case.
    ///
    /// - Parameters:
    ///   - id: the case's id.
    ///   - selection: which runs.
    /// - Returns: the streak; without one when the last run that judged the case found it well, or none judged it. Nil when none
    ///   of the runs had the case.
    /// - Throws: `StoreError` with the cause `noRuns`, or another.
    public func streak(ofCase id: String, in selection: RunSelection) throws -> CaseStreak? {
        try reporting(path) {
            try database.read { database in
                let rows = RowReader(database: database, path: path)
                let line = try rows.line(selection)
                let verdicts = try rows.verdicts(ofCase: id, in: line)
                if verdicts.isEmpty { return nil }
                return CaseStreak(line.series(ofCase: id, verdicts), latest: line.runs.last?.header)
            }
        }
    }

    /// The streaks of all cases that the latest of the runs had and that are broken, by the cases' ids.
    ///
    /// - Parameter selection: which runs.
    /// - Returns: the streaks.
    /// - Throws: `StoreError` with the cause `noRuns`, or another.
    public func streaks(in selection: RunSelection) throws -> [CaseStreak] {
        try reporting(path) {
            try database.read { database in
                let rows = RowReader(database: database, path: path)
                let line = try rows.line(selection)
                guard let latest = line.runs.last else { return [] }
                let suspects = try rows.verdicts(in: RunLine(runs: [latest])).filter { entry in
                    entry.value.last?.verdict.flatMap(Outcome.init) != .holds
                }
                return try suspects.keys.sorted().compactMap { id in
                    let series = line.series(ofCase: id, try rows.verdicts(ofCase: id, in: line))
                    let streak = CaseStreak(series, latest: latest.header)
                    return streak.firstBad == nil ? nil : streak
                }
            }
        }
    }

    /// How a case came out in one run.
    private struct Night: Hashable {
        let run: Int
        let verdict: Verdict?
    }
}
