import GRDB
public import Results

extension Store {
    /// How what a run found stands against the runs before it.
    ///
    /// Compared is with the complete nights before it that are of the same endpoint, or like it of the embedded server, and of
    /// the same branch, whatever their suite. On loopback the port does not count: a server that is started for each run
    /// gets another each time.
    /// - Parameter id: the run's id, the beginning of one that only one run has, or `latest`.
    /// - Returns: the comparison; without a baseline when there is no such run before.
    /// - Throws: `StoreError` with the cause `unknownRun`, `ambiguousRun` or `noRuns`, or another.
    public func comparison(of id: String) throws -> Comparison {
        try reporting(path) {
            try database.read { database in
                let row = try run(named: id, in: database)
                let rows = RowReader(database: database, path: path)
                let before = try rows.runs(before: row)
                guard let baseline = before.runs.first else { return .none }
                let known = try rows.severities(ofRun: baseline.row)
                let standings = try rows.severities(ofRun: row).map { fingerprint, severity in
                    let first = try rows.firstRun(finding: fingerprint, in: before.runs) ?? before.own
                    let state: FindingStanding.State =
                        known[fingerprint].map { $0 == severity ? .unchanged : .updated } ?? .new
                    return (fingerprint, FindingStanding(state: state, firstSeen: first))
                }
                return Comparison(
                    baseline: baseline.reference,
                    standings: Dictionary(uniqueKeysWithValues: standings)
                )
            }
        }
    }
}

extension RunLine.Run {
    /// The run as others refer to it.
    fileprivate var reference: RunReference { RunReference(id: header.id, startedAt: header.startedAt) }
}

extension RowReader {
    /// A run as others refer to it, and the complete runs before it that it may be compared with, newest first.
    fileprivate func runs(before row: Int64) throws -> (own: RunReference?, runs: [RunLine.Run]) {
        let all = try allRuns()
        guard let place = all.firstIndex(where: { $0.row == row }) else { return (nil, []) }
        let own = all[place].header
        let target = own.target
        let branches = own.values(of: RunSelection.branchKey)
        let comparable = all[..<place].reversed().filter { run in
            run.isComplete && run.header.isNight && run.header.isEmbedded == own.isEmbedded
                && run.header.target == target
                && run.header.values(of: RunSelection.branchKey) == branches
        }
        return (all[place].reference, Array(comparable))
    }

    /// The greatest severity of the findings of a run, by their fingerprints.
    fileprivate func severities(ofRun run: Int64) throws -> [String: Finding.Severity] {
        let sql = """
            SELECT finding.fingerprint AS fingerprint, finding.severity AS severity
            FROM runCase JOIN finding ON finding.runCase = runCase.id WHERE runCase.run = ?
            """
        return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [run]).reduce(into: [:]) { known, row in
            let severity: Finding.Severity = try word(row, "severity")
            let rank = Finding.Severity.allCases.firstIndex(of: severity) ?? 0
            let fingerprint: String = try row["fingerprint"]
            let other = known[fingerprint].flatMap(Finding.Severity.allCases.firstIndex) ?? -1
            if rank > other { known[fingerprint] = severity }
        }
    }

    /// The first of the runs, newest first, that made a finding without a break up to now; nil when the newest did not.
    fileprivate func firstRun(finding fingerprint: String, in runs: [RunLine.Run]) throws -> RunReference? {
        let sql = """
            SELECT DISTINCT runCase.run FROM finding JOIN runCase ON runCase.id = finding.runCase
            WHERE finding.fingerprint = ?
            """
        let finders = try Int64.fetchSet(database.cachedStatement(sql: sql), arguments: [fingerprint])
        return runs.prefix { finders.contains($0.row) }.last?.reference
    }
}
