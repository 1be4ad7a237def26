/// Rule: an identity's lists agree with what it tells: `list_acs_users` with `acs_user_ids` (`LK-LIST-USERS`), and
/// `list_acs_systems` with the access systems of these users (`LK-LIST-SYSTEMS`).
///
/// · left out: users that do not exist or are being deleted, and systems when not all users could be read
/// · source: the descriptions of both operations in Seam's OpenAPI document.
enum IdentityListRule {
    /// What the rule says of a graph.
    static func weighings(_ graph: IdentityGraph, _ traces: GraphTraces) -> [GraphWeighing] {
        var scales = GraphScales(code: "graph.list")
        for identity in graph.identityIDs.filter(graph.isSettledIdentity).compactMap(graph.identity) {
            let told = identity.userIDs.filter { graph.absence(of: $0) == nil }
            let users = told.filter(graph.isSettledUser).compactMap(graph.user)
            if let list = graph.list(.usersOfIdentity, of: identity.id) {
                let isCounted = { (id: String) in
                    graph.absence(of: id) == nil && graph.sightingsOfUser[id]?.contains(where: \.isLeaving) != true
                }
                let says = "\(identity.view.name) says acs_user_ids \(identity.userIDs.told) of \(identity.id)"
                let gap = list.gap(from: told.filter(isCounted), told: says, place: "/acs_users", where: isCounted)
                scales.weigh("LK-LIST-USERS", gap)
            }
            if let list = graph.list(.systemsOfIdentity, of: identity.id), users.count == told.count {
                let systems = users.map(\.systemID).withoutRepetition
                let says = "its users \(told.told) are in \(systems.told) by \(IdentityGraph.userOperation)"
                scales.weigh("LK-LIST-SYSTEMS", list.gap(from: systems, told: says, place: "/acs_systems"))
            }
        }
        return scales.weighings
    }
}

extension IdentityGraph.List {
    /// How the rows differ from those that another view asks for; nil when they are the same, in whatever order.
    ///
    /// - Parameters:
    ///   - expected: the ids that should be listed.
    ///   - told: what says so, as a clause.
    ///   - place: where the rows stand.
    ///   - isCounted: which rows count.
    /// - Returns: the disagreement.
    func gap(
        from expected: [String],
        told: String,
        place: String,
        where isCounted: (String) -> Bool = { _ in true }
    ) -> GraphDisagreement? {
        let rows = ids.filter(isCounted)
        guard isComplete, Set(rows) != Set(expected) else { return nil }
        return GraphDisagreement(
            view: view,
            place: place,
            message: "\(view.name) lists \(rows.told) of \(subject); \(told)",
            expected: expected.told,
            actual: rows.told
        )
    }
}
