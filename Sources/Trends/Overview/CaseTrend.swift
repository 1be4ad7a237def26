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
        var lines: [String: [VerdictSeries.Night]] = [:]
        for run in runs {
            let context = RunContext(run.header)
            for (id, item) in run.cases {
                let night = VerdictSeries.Night(
                    run: run.header.id,
                    startedAt: run.header.startedAt,
                    verdicts: [item.verdict].compactMap(\.self),
                    context: context
                )
                lines[id, default: []].append(night)
            }
        }
        return lines.map { id, nights in
            let series = VerdictSeries(caseID: id, nights: nights)
            return CaseTrend(series: series, title: titles[id] ?? "", trend: Trend(series, model: model))
        }
    }
}
