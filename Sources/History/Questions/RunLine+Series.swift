import GRDB
import Results
import Trends

extension RunLine {
    /// The line of verdicts of a case.
    ///
    /// - Parameters:
    ///   - id: the case's id.
    ///   - verdicts: how it came out, by the place of the run in the line; nil for a run that ended before the case.
    /// - Returns: the series, whose nights are in the order of the runs, and the runs of the nights.
    func series(ofCase id: String, _ verdicts: [(run: Int, verdict: Verdict?)]) -> CaseSeries {
        let headers = verdicts.map { runs[$0.run].header }
        let nights = zip(headers, verdicts).map { header, entry in
            VerdictSeries.Night(
                run: header.id,
                startedAt: header.startedAt,
                verdicts: entry.verdict.map { [$0] } ?? [],
                context: RunContext(header)
            )
        }
        return CaseSeries(series: VerdictSeries(caseID: id, nights: nights), runs: headers)
    }
}

/// A case's line of verdicts with the runs it is made of.
struct CaseSeries {
    /// The verdicts.
    let series: VerdictSeries
    /// The run of each night.
    let runs: [RunHeader]
}

extension RowReader {
    /// How each case came out in the runs of a line, by its id; by the place of the run in the line, oldest first.
    ///
    /// - Parameter line: the line.
    /// - Returns: the verdicts, nil for a run that ended before the case.
    /// - Throws: `StoreError`, or an error of the database.
    func verdicts(in line: RunLine) throws -> [String: [(run: Int, verdict: Verdict?)]] {
        let names = try caseNames()
        let statement = try database.cachedStatement(sql: "SELECT scenarioCase, verdict FROM runCase WHERE run = ?")
        var verdicts: [Int64: [(run: Int, verdict: Verdict?)]] = [:]
        for (index, run) in line.runs.enumerated() {
            let cursor = try Row.fetchCursor(statement, arguments: [run.row])
            while let row = try cursor.next() {
                let verdict: Verdict? = row.hasNull(atIndex: 1) ? nil : try word(row, "verdict")
                try verdicts[row[0], default: []].append((index, verdict))
            }
        }
        return verdicts.reduce(into: [:]) { all, item in
            guard let name = names[item.key] else { return }
            all[name] = ((all[name] ?? []) + item.value).sorted { $0.run < $1.run }
        }
    }

    /// How one case came out in the runs of a line that had it, oldest first.
    ///
    /// - Parameters:
    ///   - id: the case's id.
    ///   - line: the line.
    /// - Returns: the verdicts by the place of the run in the line; empty when no run had the case.
    /// - Throws: `StoreError`, or an error of the database.
    func verdicts(ofCase id: String, in line: RunLine) throws -> [(run: Int, verdict: Verdict?)] {
        let places = Dictionary(line.runs.enumerated().map { ($1.row, $0) }) { first, _ in first }
        let sql = """
            SELECT runCase.run AS run, runCase.verdict AS verdict
            FROM scenarioCase JOIN runCase ON runCase.scenarioCase = scenarioCase.id
            WHERE scenarioCase.name = ?
            """
        return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [id.storable]).compactMap { row in
            guard let place = try places[row["run"]] else { return nil }
            return (place, row.hasNull(atIndex: 1) ? nil : try word(row, "verdict") as Verdict)
        }.sorted { $0.run < $1.run }
    }
}
