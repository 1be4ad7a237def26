public import Results
public import Trends

/// Since when a case is broken, told by the runs.
public struct CaseStreak: Sendable, Hashable {
    /// The case's id.
    public let id: String
    /// Where the streak began; nil when the last run that judged the case found it well, or none judged it.
    public let firstBad: FirstBad?
    /// The runs that had the case, oldest first: what the places in ``firstBad`` count.
    public let runs: [RunHeader]
    /// The last stretch of runs in which it was broken and after which it was whole again; nil when there is none.
    public let lastFixed: FixedRuns?
    /// Whether the latest run of the line had the case.
    public let isInLatest: Bool

    /// The streak of a line of verdicts.
    init(_ line: CaseSeries, latest: RunHeader?) {
        id = line.series.caseID
        firstBad = FirstBad(line.series)
        runs = line.runs
        lastFixed = FixedStreak.streaks(in: line.series).last.map { FixedRuns($0, of: line.runs) }
        isInLatest = line.runs.last == latest
    }
}
