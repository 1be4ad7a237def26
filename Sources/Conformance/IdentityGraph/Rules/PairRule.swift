/// Rule: `/acs/users/get` by an identity and an access system finds the identity's user there (`LK-PAIR`).
///
/// · compared: the user that is found with those that say they belong to the identity and are in the system
/// · left out: pairs with several such users, any of which may be found
/// · source: the description of the parameters in Seam's OpenAPI document.
enum PairRule {
    /// What the rule says of a graph.
    static func weighings(_ graph: IdentityGraph, _ traces: GraphTraces) -> [GraphWeighing] {
        var scales = GraphScales(code: "graph.pair")
        for pair in graph.pairs {
            let users = graph.users(of: pair.identityID).filter { $0.systemID == pair.systemID }
            guard let user = users.first else { continue }
            let isFound = users.contains { $0.id == pair.userID }
            let gap = GraphDisagreement(
                view: pair.view,
                place: "/acs_user/acs_user_id",
                message: "\(pair.view.name) finds \(pair.userID ?? "nobody") for \(pair.identityID); "
                    + "\(user.view.name) says this user_identity_id of \(user.id)",
                expected: user.id,
                actual: pair.userID ?? "no such user"
            )
            scales.weigh("LK-PAIR", isFound ? nil : gap)
        }
        return scales.weighings
    }
}
