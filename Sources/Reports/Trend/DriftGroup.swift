import Results
import Trends

/// What appeared in the answers of one operation, or vanished from them, in one night: mostly one change of the endpoint.
struct DriftGroup {
    /// The first of the turns.
    let first: DriftTurn
    /// What appeared or vanished, in words.
    private(set) var whats: [String]

    /// Whether it came or went: `appeared`, `vanished`.
    var turn: String { first.isGone ? "vanished" : "appeared" }

    /// What appeared or vanished: the first six, and how many more.
    var words: String { TrendReport.list(whats, limit: 6) }

    /// Turns that follow one another in one night, of one operation and in one direction, as one.
    ///
    /// - Parameter turns: the turns.
    /// - Returns: the groups, in the order of the turns.
    static func groups(of turns: [DriftTurn]) -> [DriftGroup] {
        turns.reduce(into: []) { groups, turn in
            if let last = groups.last?.first, last.operation == turn.operation, last.since == turn.since,
                last.isGone == turn.isGone
            {
                groups[groups.count - 1].whats.append(turn.what)
            } else {
                groups.append(DriftGroup(first: turn, whats: [turn.what]))
            }
        }
    }
}
