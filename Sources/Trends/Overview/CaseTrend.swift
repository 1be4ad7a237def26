import Results

/// One case over all nights: its line of verdicts and what that comes to.
struct CaseTrend {
    /// The line; only nights that had the case.
    let series: VerdictSeries
    /// What the case is about; empty when that is not known.
    let title: String
    /// What the line comes to.
    let trend: Trend

    /// The trends of all cases of some runs.
    ///
    /// - Parameters:
    ///   - runs: the runs, oldest first.
    ///   - titles: what a case is about, by its id.
    ///   - model: what is taken for granted.
    /// - Returns: the trends, in any order.
    static func trends(of runs: [RunOutcome], titles: [String: String], model: TrendModel) -> [CaseTrend] {
        var lines: [String: [Entry]] = [:]
        for (number, run) in runs.enumerated() {
            for (id, item) in run.cases { lines[id, default: []].append(Entry(run: number, verdict: item.verdict)) }
        }
        let contexts = runs.map { RunContext($0.header) }
        var known: [[Entry]: Trend] = [:]
        return lines.map { id, entries in
            let nights = entries.map { entry in
                VerdictSeries.Night(
                    run: runs[entry.run].header.id,
                    startedAt: runs[entry.run].header.startedAt,
                    verdicts: [entry.verdict].compactMap(\.self),
                    context: contexts[entry.run]
                )
            }
            let series = VerdictSeries(caseID: id, nights: nights)
            let trend = known[entries] ?? Trend(series, model: model)
            known[entries] = trend
            return CaseTrend(series: series, title: titles[id] ?? "", trend: trend)
        }
    }

    /// How a case came out in one run: cases with the same entries have the same trend, and most have.
    private struct Entry: Hashable {
        /// The run, as a place among all.
        let run: Int
        /// The verdict; nil when the run ended before the case.
        let verdict: Verdict?
    }
}
