import GRDB
public import Results

extension Store {
    /// How long answers take in the latest runs, and whether that is more or less than in the runs before.
    ///
    /// - Parameters:
    ///   - selection: which runs.
    ///   - recent: how many of them, the latest, are held against those before them; at least 1.
    /// - Returns: the report, and the headers of the runs on either side, oldest first; without operations when no run tells
    ///   latencies.
    /// - Throws: `StoreError` with the cause `noRuns`, or another.
    public func latencies(
        in selection: RunSelection,
        recent: Int
    ) throws -> (report: LatencyReport, earlier: [RunHeader], latest: [RunHeader]) {
        try reporting(path) {
            try database.read { database in
                let rows = RowReader(database: database, path: path)
                let runs = try rows.line(selection).runs
                let (earlier, latest) = (runs.dropLast(recent), runs.suffix(recent))
                let report = LatencyReport(
                    try rows.latencies(ofRuns: latest.map(\.row)),
                    earlier: try rows.latencies(ofRuns: earlier.map(\.row))
                )
                return (report, earlier.map(\.header), latest.map(\.header))
            }
        }
    }

    /// How the latencies of two runs differ.
    ///
    /// - Parameters:
    ///   - before: the run to start from, by its id or the beginning of one that only one run has.
    ///   - after: the run that is asked about; also `latest`.
    /// - Returns: the report.
    /// - Throws: `StoreError` with the cause `unknownRun`, `ambiguousRun` or `noRuns`, or another.
    public func latencies(from before: String, to after: String) throws -> LatencyReport {
        try reporting(path) {
            try database.read { database in
                let rows = RowReader(database: database, path: path)
                return LatencyReport(
                    try rows.latencies(ofRuns: [run(named: after, in: database)]),
                    earlier: try rows.latencies(ofRuns: [run(named: before, in: database)])
                )
            }
        }
    }
}
