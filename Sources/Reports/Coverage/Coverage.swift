public import Results
public import SeamContract

/// The traceability matrix: each requirement with the scenarios that weigh it, the faults that break it, how many of those
/// were caught, and how it came out in the last run.
public struct Coverage: Sendable {
    /// One requirement.
    public struct Row: Sendable {
        /// The requirement.
        public let requirement: Requirement
        /// The scenarios that weighed it in a run without a fault, sorted.
        public let scenarios: [String]
        /// The faults that break it, in the order of their catalogue.
        public let faults: [String]
        /// How many of those were caught as a breach of it; nil when they were not tried.
        public let killed: Int?
        /// How it came out in the last run; nil when that did not weigh it, or there was none.
        public let lastVerdict: LastVerdict?
    }

    /// How a requirement came out in a run.
    public enum LastVerdict: Sendable, Hashable, CustomStringConvertible {
        /// It held in every case that weighed it.
        case kept
        /// It was broken in some of the cases that weighed it.
        case broken(Int, of: Int)

        /// `kept`, or `broken in 2 of 9`.
        public var description: String {
            switch self {
            case .kept: "kept"
            case .broken(let count, let all): "broken in \(count) of \(all)"
            }
        }
    }

    /// The rows, sorted by id.
    public let rows: [Row]
    /// The run that the last verdicts come from; nil when there was none.
    public let lastRun: RunReference?
    /// How many of the faults were not tried, since the last trials are older; 0 when nothing was tried at all.
    public let untriedCount: Int

    /// A matrix.
    ///
    /// - Parameters:
    ///   - catalogue: the requirements.
    ///   - scenarios: the scenarios that weighed each requirement in a run without a fault.
    ///   - faults: every fault and the requirement that it breaks.
    ///   - tried: the faults that were tried, and whether each was caught as a breach of its requirement; nil when none was.
    ///   - lastRun: the last run; nil when there was none.
    public init(
        _ catalogue: Catalogue,
        scenarios: [String: [String]],
        faults: [(id: String, requirement: String)],
        tried: [String: Bool]?,
        lastRun: RunRecord?
    ) {
        let standings = lastRun.map { RequirementStanding.all(in: $0, catalogue: catalogue) } ?? []
        let verdicts = Dictionary(standings.map { ($0.id, $0) }) { first, _ in first }
        self.lastRun = lastRun.map { RunReference(id: $0.header.id, startedAt: $0.header.startedAt) }
        untriedCount = tried.map { tried in faults.count { tried[$0.id] == nil } } ?? 0
        rows = catalogue.requirements.map { requirement in
            let breaking = faults.filter { $0.requirement == requirement.id }.map(\.id)
            return Row(
                requirement: requirement,
                scenarios: scenarios[requirement.id] ?? [],
                faults: breaking,
                killed: tried.map { tried in breaking.count { tried[$0] == true } },
                lastVerdict: verdicts[requirement.id].map { $0.broken > 0 ? .broken($0.broken, of: $0.weighed) : .kept }
            )
        }
    }

    /// How well each level is covered, and where the last verdicts come from, in sentences:
    /// `must: 205 of 213 tested, 205 of those seen to fail; 8 not tested`.
    public var summary: [String] {
        levels + (untriedCount == 0 ? [] : [untried])
            + (lastRun.map { run in
                let weighed = rows.count { $0.lastVerdict != nil }
                return ["last verdicts: of run \(run.id), \(run.startedAt), which weighed \(weighed) of \(rows.count)"]
            } ?? [])
    }

    /// That the trials are older than the faults.
    private var untried: String {
        let faults = untriedCount == 1 ? "1 fault was" : "\(untriedCount) faults were"
        return "killed: \(faults) not tried by the last proof (make another with `seamcheck prove`)"
    }

    /// How well each level is covered.
    private var levels: [String] {
        [Level.must, .should, .may].map { level in
            let all = rows.filter { $0.requirement.level == level }
            let tested = all.filter { !$0.scenarios.isEmpty }
            let seenToFail = tested.filter { ($0.killed ?? $0.faults.count) > 0 }.count
            let word = rows.contains { $0.killed != nil } ? "seen to fail" : "with a fault"
            return "\(level.rawValue): \(tested.count) of \(all.count) tested, \(seenToFail) of those \(word); "
                + "\(all.count - tested.count) not tested"
        }
    }
}
