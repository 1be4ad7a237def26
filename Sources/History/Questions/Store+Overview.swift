import GRDB
import Results
public import Trends

extension Store {
    /// What the runs of a line tell together, by one reading.
    ///
    /// - Parameter selection: which runs.
    /// - Returns: the overview; without nights when no run is selected.
    /// - Throws: `StoreError` with the cause `noRuns` when the store has none at all, or another.
    public func overview(of selection: RunSelection) throws -> TrendOverview {
        try reporting(path) {
            try database.read { database in
                let rows = RowReader(database: database, path: path)
                let line = try rows.line(RunSelection(labels: selection.labels)).runs
                let nights = line.suffix(selection.limit ?? line.count)
                let latest = nights.last?.header
                let total = try Int.fetchOne(database, sql: "SELECT count(*) FROM run") ?? 0
                let branches = latest?.labels.filter { $0.key == RunSelection.branchKey } ?? []
                return TrendOverview(
                    try rows.outcomes(of: nights),
                    scope: TrendScope(
                        labels: selection.labels.isEmpty ? branches : selection.labels,
                        isEmbedded: latest?.isEmbedded ?? false,
                        olderCount: line.count - nights.count,
                        elsewhereCount: total - line.count
                    ),
                    titles: try rows.caseTitles(),
                    latencies: try nights.reduce(into: [:]) { latencies, run in
                        latencies[run.header.id] = try rows.latencies(ofRuns: [run.row])
                    },
                    drifts: try rows.drift(over: RunLine(runs: Array(nights)).wholeRuns).turns.reversed()
                        .map(DriftTurn.init)
                )
            }
        }
    }
}

extension DriftTurn {
    /// A turn of a report on drift.
    fileprivate init(_ turn: DriftReport.Turn) {
        self.init(
            operation: turn.operation,
            what: turn.trait.words,
            isGone: turn.isGone,
            since: RunReference(id: turn.run.id, startedAt: turn.run.startedAt),
            suspects: turn.suspects
        )
    }
}
