import Results
public import SeamContract

/// How one requirement came out, night after night.
public struct RequirementLine: Sendable, Hashable {
    /// How a requirement came out in one night, the worst last.
    public enum State: Int, Sendable, Hashable, Comparable, CaseIterable {
        /// It held in every case that weighed it.
        case kept
        /// It is broken, only in cases that a waiver allows.
        case waived
        /// It is broken.
        case broken

        /// From `kept` to `broken`.
        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// One night.
    public struct Cell: Sendable, Hashable {
        /// How many cases weighed it; at least 1.
        public internal(set) var weighed: Int
        /// In how many of those it was broken.
        public internal(set) var broken: Int
        /// The worst of those cases.
        public internal(set) var state: State
    }

    /// The requirement's id.
    public let id: String
    /// Its level in the last night that weighed it; the strictest if its cases differ.
    public let level: Level
    /// The nights, oldest first; nil where none of the cases weighed it.
    public let cells: [Cell?]

    /// How it came out in the last night that weighed it.
    public var latest: Cell? { cells.last { $0 != nil } ?? nil }
    /// In how many nights it was broken, be it waived or not.
    public var brokenNightCount: Int { cells.count { ($0?.broken ?? 0) > 0 } }
}

extension RequirementLine {
    /// The lines of all requirements that some runs weighed.
    ///
    /// - Parameter runs: the runs, oldest first.
    /// - Returns: the lines, in the order of ``TrendOverview/requirements``.
    static func lines(of runs: [RunOutcome]) -> [RequirementLine] {
        var numbers: [String: Int] = [:]
        var lines: [(id: String, level: Level, night: Int, cells: [Cell?])] = []
        for (night, run) in runs.enumerated() {
            for item in run.cases.values {
                for result in item.requirements {
                    let number = numbers[result.id] ?? lines.count
                    if number == lines.count {
                        numbers[result.id] = number
                        lines.append((result.id, result.level, night, Array(repeating: nil, count: runs.count)))
                    }
                    let isNewer = lines[number].night < night
                    lines[number].level = isNewer ? result.level : max(lines[number].level, result.level)
                    lines[number].night = night
                    lines[number].cells[night].add(result, item.verdict)
                }
            }
        }
        return lines.map { RequirementLine(id: $0.id, level: $0.level, cells: $0.cells) }.sorted { $0.rank < $1.rank }
    }

    /// What lines are sorted by.
    private var rank: (Int, Int, Int, String) {
        let state = latest?.state ?? .kept
        let level =
            switch level {
            case .must: 0
            case .should: 1
            case .may: 2
            }
        return (-state.rawValue, state == .kept ? 0 : level, -brokenNightCount, id)
    }
}

extension RequirementLine.Cell? {
    /// Counts how the requirement came out in one more case.
    fileprivate mutating func add(_ result: RequirementResult, _ verdict: Verdict?) {
        let isBroken = result.broken > 0
        let state: RequirementLine.State = isBroken ? (verdict == .waived ? .waived : .broken) : .kept
        var cell = self ?? RequirementLine.Cell(weighed: 0, broken: 0, state: .kept)
        cell.weighed += 1
        if isBroken { cell.broken += 1 }
        cell.state = max(cell.state, state)
        self = cell
    }
}
