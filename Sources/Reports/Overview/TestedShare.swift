import Results

/// How much of what a run is about was really tested.
struct TestedShare {
    /// How many requirements were weighed.
    let tested: Int
    /// How many the run is about: those of its profile, or else all that its cases could prove or came to weigh.
    let total: Int
    /// Why the others were not, and how many each, the gravest first.
    let gaps: [(reason: String, count: Int)]
    /// The profile's name; nil when the run has none.
    let profile: String?

    /// The share of a run; nil when it is about nothing.
    ///
    /// - Parameter record: the run.
    init?(_ record: RunRecord) {
        var weighed: Set<String> = []
        var reasons: [String: Gap] = [:]
        for result in record.cases.compactMap(\.result) {
            let ids = result.requirements.map(\.id)
            let isMissing = result.verdict == .failed && result.cause != nil
            if !isMissing { weighed.formUnion(ids) }
            let gap = Gap(result.verdict)
            for id in result.untested { reasons[id] = min(reasons[id] ?? gap, gap) }
            for id in ids where isMissing { reasons[id] = .missing }
        }
        let all = record.header.profile.map { Set($0.requirements) } ?? weighed.union(reasons.keys)
        guard !all.isEmpty else { return nil }
        let open = all.subtracting(weighed)
        tested = all.count - open.count
        total = all.count
        profile = record.header.profile?.name
        let counts = open.reduce(into: [:]) { $0[reasons[$1] ?? .unplanned, default: 0] += 1 }
        gaps = counts.sorted { $0.key < $1.key }.map { ($0.key.words, $0.value) }
    }

    /// `tested 241 of 260 requirements of core@2026-08 (12 not offered, 7 skipped)`.
    var sentence: String {
        let name = profile.map { " of " + $0.visible(upTo: 100) } ?? ""
        let open = gaps.map { "\($0.count) \($0.reason)" }.joined(separator: ", ")
        return "tested \(tested) of \(Wording.count(total, "requirement"))\(name)" + (open.isEmpty ? "" : " (\(open))")
    }

    /// Why a requirement was not tested; of several reasons the first counts.
    private enum Gap: Int, Comparable {
        case missing, error, blocked, skipped, notOffered, unreached, unplanned

        /// What the verdict of a case says of the requirements that it did not weigh.
        init(_ verdict: Verdict) {
            self =
                switch verdict {
                case .error: .error
                case .blocked: .blocked
                case .skipped: .skipped
                case .notApplicable: .notOffered
                case .passed, .warned, .failed, .waived, .unexpectedPass: .unreached
                }
        }

        var words: String {
            switch self {
            case .missing: "missing"
            case .error: "lost to errors"
            case .blocked: "blocked"
            case .skipped: "skipped"
            case .notOffered: "not offered"
            case .unreached: "not reached"
            case .unplanned: "in no case of this run"
            }
        }

        static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
    }
}
