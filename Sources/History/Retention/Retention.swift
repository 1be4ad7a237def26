import Results

/// Which runs are worth keeping: a rule, and what it comes to for the runs of a store.
///
/// Kept are, for each value of a label, the last so many runs, and of what lies before them
/// - the runs at both ends of each streak of failures, and the last run before it in which the case was well, so that
///   "since when" can always be answered;
/// - the runs of each streak that still goes on, so that nothing open loses its evidence.
///
/// Runs that did not come to a complete end, and are not among the last, are not kept for a streak's sake only.
public struct Retention: Sendable, Hashable {
    /// How many of the last runs are kept for each value of the label.
    public let last: Int
    /// The label that tells the lines of development apart; runs without it are one line.
    public let label: String

    /// A rule.
    ///
    /// - Parameters:
    ///   - last: how many of the last runs are kept, at least 1.
    ///   - label: the label that tells the lines of development apart.
    public init(last: Int, label: String = "branch") {
        self.last = last
        self.label = label
    }

    /// The runs that are kept.
    ///
    /// - Parameters:
    ///   - runs: the runs of one line, oldest first.
    ///   - lines: for each case, how it stood in those of the runs that had it, oldest first.
    /// - Returns: those of the runs that are kept.
    func kept<Run: Hashable>(of runs: [Run], lines: some Sequence<[(run: Run, standing: Standing)]>) -> Set<Run> {
        lines.reduce(into: Set(runs.suffix(last))) { kept, line in
            kept.formUnion(Self.witnesses(in: line))
        }
    }

    /// The runs that a line of verdicts needs to tell when each streak began and ended.
    private static func witnesses<Run: Hashable>(in line: [(run: Run, standing: Standing)]) -> [Run] {
        let told = line.filter { $0.standing != .untold }
        let isBad = told.map { $0.standing == .bad }
        let open = isBad.reversed().prefix { $0 }.count
        return told.indices.filter { index in
            let isEnd = index + 1 < told.count && isBad[index] != isBad[index + 1]
            let isStart = index > 0 && isBad[index] && !isBad[index - 1]
            return isEnd || isStart || (isBad[index] && index == 0) || index >= told.count - open
        }.map { told[$0].run }
    }
}
