/// Which cases a run takes on, and which it leaves out and why.
public struct Plan: Sendable {
    /// The cases, in the suite's order.
    public let cases: [Case]
    /// The other cases, those that are not selected first, each part in the suite's order.
    public let leftOut: [LeftOut]
    /// The entries of the selection that fit no case at all.
    public let unmatched: [String]

    /// A case that is not run.
    public struct LeftOut: Sendable {
        /// The case.
        public let item: Case
        /// Why it is not run.
        public let reason: Reason
    }

    /// Why a case is left out.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// Its file, id or tags are not selected.
        case path, id, tag
        /// It rests on state, and only cases of shape are selected.
        case only
        /// It proves no requirement that is selected, or none of the profile.
        case requirement, profile
        /// It belongs to another part of the split suite.
        case shard
        /// The run that is run again has settled it.
        case settled
    }
}

extension Plan {
    /// Plans a run.
    ///
    /// - Parameters:
    ///   - library: the suite.
    ///   - selection: which cases are wanted.
    ///   - shard: which part of them; nil for all.
    public init(_ library: ScenarioLibrary, selection: Selection = Selection(), shard: Shard? = nil) {
        var cases: [Case] = []
        var leftOut: [LeftOut] = []
        for item in library.cases {
            if let reason = selection.reason(against: item) {
                leftOut.append(LeftOut(item: item, reason: reason))
            } else if let shard, !shard.contains(item.id) {
                leftOut.append(LeftOut(item: item, reason: .shard))
            } else {
                cases.append(item)
            }
        }
        self.init(cases: cases, leftOut: leftOut, unmatched: selection.unmatched(in: library.cases))
    }

    /// The plan without the cases that an earlier run has settled; those of other shards are looked at, too.
    ///
    /// - Parameter isSettled: whether the case is settled.
    /// - Returns: the rest of the plan.
    public func leavingOut(settled isSettled: (Case) -> Bool) -> Plan {
        let others = leftOut.map { left in
            left.reason == .shard && isSettled(left.item) ? LeftOut(item: left.item, reason: .settled) : left
        }
        return Plan(
            cases: cases.filter { !isSettled($0) },
            leftOut: others + cases.filter(isSettled).map { LeftOut(item: $0, reason: .settled) },
            unmatched: unmatched
        )
    }

    /// The cases of all shards; ``cases`` when the suite is not split.
    public var casesOfAllShards: [Case] {
        cases + leftOut.filter { $0.reason == .shard }.map(\.item)
    }

    /// The ids of ``casesOfAllShards``, sorted.
    public var idsOfAllShards: [String] { casesOfAllShards.map(\.id).sorted() }
}
