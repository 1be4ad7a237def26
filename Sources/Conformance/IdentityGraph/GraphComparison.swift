/// Compares what the views of a graph say, rule by rule.
enum GraphComparison {
    /// What a rule says of a graph after what the case did.
    typealias Rule = @Sendable (IdentityGraph, GraphTraces) -> [GraphWeighing]

    /// All of them, in the order in which they report.
    static let all: [Rule] = [
        LinkSymmetryRule.weighings, OneUserPerSystemRule.weighings, DeletionRule.weighings, MergeRule.weighings,
        MirrorRule.weighings, IdentityListRule.weighings, UserFilterRule.weighings, PairRule.weighings,
        MembershipRule.weighings,
    ]

    /// The requirements that the rules weigh.
    static let requirementIDs = [
        "AG-ADD", "AG-LIST", "AG-REM", "AU-DEL", "AU-DEL-LIST", "AU-GROUP-JOIN", "LK-A-MIRROR", "LK-A-MIRROR-LIVE",
        "LK-A-MIRROR-NULL", "LK-A-NONE", "LK-LIST-SYSTEMS", "LK-LIST-USERS", "LK-ONE-PER-SYS", "LK-PAIR", "LK-REM",
        "LK-SYMMETRY", "LS-FILTER-EMAIL", "LS-FILTER-UI", "MG-GONE", "MG-MOVE-AU", "MG-SAME-SYS", "UI-DEL", "UI-DEL-AU",
        "UI-DEL-LIST",
    ]

    /// What a rule leans on: where it is broken, nothing can be said by the rule.
    private static let grounds = ["LK-LIST-USERS": "LK-SYMMETRY", "LK-LIST-SYSTEMS": "LK-SYMMETRY"]

    /// Everything the rules say; of what leans on a view that another contradicts, nothing is broken.
    ///
    /// - Parameters:
    ///   - graph: what the views say.
    ///   - traces: what the case did.
    /// - Returns: the weighings in the order of the rules.
    static func weighings(_ graph: IdentityGraph, _ traces: GraphTraces) -> [GraphWeighing] {
        let weighings = all.flatMap { $0(graph, traces) }
        let broken = Set(weighings.filter { !$0.disagreements.isEmpty }.map(\.requirement))
        return weighings.filter { weighing in
            weighing.disagreements.isEmpty || !(grounds[weighing.requirement].map(broken.contains) ?? false)
        }
    }
}
