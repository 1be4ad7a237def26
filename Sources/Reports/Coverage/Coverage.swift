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

    /// A matrix.
    ///
    /// - Parameters:
    ///   - catalogue: the requirements.
    ///   - scenarios: the scenarios that weighed each requirement in a run without a fault.
    ///   - faults: every fault and the requirement that it breaks.
    ///   - caught: the faults that were caught as a breach of their requirement; nil when they were not tried.
    ///   - lastRun: the last run; nil when there was none.
    public init(
        _ catalogue: Catalogue,
        scenarios: [String: [String]],
        faults: [(id: String, requirement: String)],
        caught: Set<String>?,
        lastRun: RunRecord?
    ) {
        let standings = lastRun.map { RequirementStanding.all(in: $0, catalogue: catalogue) } ?? []
        let verdicts = Dictionary(standings.map { ($0.id, $0) }) { first, _ in first }
        self.lastRun = lastRun.map { RunReference(id: $0.header.id, startedAt: $0.header.startedAt) }
        rows = catalogue.requirements.map { requirement in
            let breaking = faults.filter { $0.requirement == requirement.id }.map(\.id)
            return Row(
                requirement: requirement,
                scenarios: scenarios[requirement.id] ?? [],
                faults: breaking,
                killed: caught.map { caught in breaking.count(where: caught.contains) },
                lastVerdict: verdicts[requirement.id].map { $0.broken > 0 ? .broken($0.broken, of: $0.weighed) : .kept }
            )
        }
    }

    /// How well each level is covered, and where the last verdicts come from, in sentences:
    /// `must: 205 of 213 tested, 205 of those seen to fail; 8 not tested`.
    public var summary: [String] {
        levels
            + (lastRun.map { run in
                let weighed = rows.count { $0.lastVerdict != nil }
                return ["last verdicts: of run \(run.id), \(run.startedAt), which weighed \(weighed) of \(rows.count)"]
            } ?? [])
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
