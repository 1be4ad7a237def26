/// Rule: no identity has two users in one access system (`LK-ONE-PER-SYS`).
///
/// · compared: the users that say they belong to an identity or that it tells, by their access systems
/// · left out: users that are being deleted; where identities were merged it is `MG-SAME-SYS`, since merging may bring two
///   together
/// · source: Seam's guide to mobile access.
enum OneUserPerSystemRule {
    /// What the rule says of a graph.
    static func weighings(_ graph: IdentityGraph, _ traces: GraphTraces) -> [GraphWeighing] {
        var scales = GraphScales(code: "graph.onePerSystem")
        for identity in graph.identityIDs.filter(graph.isSettledIdentity).compactMap(graph.identity) {
            let told = identity.userIDs.filter(graph.isSettledUser).compactMap(graph.user)
            let users = graph.users(of: identity.id) + told
            for (systemID, users) in Dictionary(grouping: users, by: \.systemID).sorted(by: { $0.key < $1.key }) {
                let ids = users.map(\.id).withoutRepetition
                scales.weigh(
                    traces.hasMerged ? "MG-SAME-SYS" : "LK-ONE-PER-SYS",
                    ids.count < 2 ? nil : crowd(ids, in: systemID, of: identity, told: users)
                )
            }
        }
        return scales.weighings
    }

    private static func crowd(
        _ ids: [String],
        in systemID: String,
        of identity: IdentityGraph.Identity,
        told users: [IdentityGraph.User]
    ) -> GraphDisagreement {
        let views = users.map { "\($0.view.name) says acs_system_id \(systemID) of \($0.id)" }.withoutRepetition
        return GraphDisagreement(
            view: identity.view,
            place: identity.place(of: "acs_user_ids"),
            message: "\(identity.id) has \(ids.count) users in one access system: " + views.joined(separator: "; "),
            expected: "one user in \(systemID)",
            actual: ids.told
        )
    }
}
