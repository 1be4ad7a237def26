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

    /// Everything the rules say.
    ///
    /// - Parameters:
    ///   - graph: what the views say.
    ///   - traces: what the case did.
    /// - Returns: the weighings in the order of the rules.
    static func weighings(_ graph: IdentityGraph, _ traces: GraphTraces) -> [GraphWeighing] {
        all.flatMap { $0(graph, traces) }
    }
}
