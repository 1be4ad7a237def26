/// Rule: `/acs/users/list` by an identity's id, e-mail address or telephone number lists the identity's users
/// (`LS-FILTER-UI`, `LS-FILTER-EMAIL`).
///
/// · broken by a row whose `/acs/users/get` names another identity or none, and by a user of the identity that is no row
/// · left out: what is being deleted or does not exist; by e-mail address and telephone number, users of identities that the
///   case does not know or that have the same value, and users that do not show the value (which ``MirrorRule`` tells)
/// · source: the descriptions of the filters in Seam's OpenAPI document.
enum UserFilterRule {
    private static let filters: [(relation: IdentityGraph.List.Relation, requirement: String, member: String?)] = [
        (.usersByIdentity, "LS-FILTER-UI", nil), (.usersByEmail, "LS-FILTER-EMAIL", "email_address"),
        (.usersByPhone, "LS-FILTER-EMAIL", "phone_number"),
    ]

    /// What the rule says of a graph.
    static func weighings(_ graph: IdentityGraph, _ traces: GraphTraces) -> [GraphWeighing] {
        var scales = GraphScales(code: "graph.filter")
        for identity in graph.identityIDs.filter(graph.isSettledIdentity).compactMap(graph.identity) {
            for (relation, requirement, member) in filters {
                guard let list = graph.list(relation, of: identity.id) else { continue }
                let others = list.ids.filter(graph.isSettledUser).compactMap(graph.user).filter { user in
                    user.identityID != identity.id && isKnown(user, member, of: identity, in: graph)
                }
                let missing = graph.users(of: identity.id).filter { user in
                    !list.ids.contains(user.id) && member.map { user.mirrors[$0] == identity.profile[$0] } ?? true
                }
                let wrong = others + (list.isComplete ? missing : [])
                if wrong.isEmpty { scales.weigh(requirement, nil) }
                for user in wrong { scales.weigh(requirement, gap(list, user, of: identity)) }
            }
        }
        return scales.weighings
    }

    /// Whether a row that belongs to another identity is sure not to belong into the list.
    private static func isKnown(
        _ user: IdentityGraph.User,
        _ member: String?,
        of identity: IdentityGraph.Identity,
        in graph: IdentityGraph
    ) -> Bool {
        guard let member, let ownerID = user.identityID else { return true }
        guard let owner = graph.identity(ownerID) else { return false }
        return owner.profile[member] != identity.profile[member]
    }

    private static func gap(
        _ list: IdentityGraph.List,
        _ user: IdentityGraph.User,
        of identity: IdentityGraph.Identity
    ) -> GraphDisagreement {
        let belongs = user.identityID == identity.id
        return GraphDisagreement(
            view: list.view,
            place: "/acs_users",
            message: "\(list.view.name) lists \(list.ids.told) of \(identity.id); "
                + "\(user.view.name) says user_identity_id \(user.identityID ?? "null") of \(user.id)",
            expected: belongs ? "rows with \(user.id)" : "rows without \(user.id)",
            actual: list.ids.told
        )
    }
}
