/// Rule: identities that were merged into another are gone, and their users are the other's (`MG-GONE`, `MG-MOVE-AU`).
///
/// · compared: merged ids with the rows of `/user_identities/list`, and with the `user_identity_id` of users
/// · source: the description of `merge` in Seam's OpenAPI document.
enum MergeRule {
    /// What the rule says of a graph.
    static func weighings(_ graph: IdentityGraph, _ traces: GraphTraces) -> [GraphWeighing] {
        var scales = GraphScales(code: "graph.merged")
        for id in traces.mergedIdentityIDs.sorted() {
            for list in graph.lists where list.relation == .identities {
                guard graph.sightingsOfIdentity[id]?.contains(where: \.isLeaving) != true else { continue }
                let gap = GraphDisagreement(
                    view: list.view,
                    place: "/user_identities/*/user_identity_id",
                    message: "\(list.view.name) still shows \(id); it was merged into another identity",
                    expected: "no merged identity",
                    actual: id
                )
                scales.weigh("MG-GONE", list.ids.contains(id) ? gap : nil)
            }
            for user in graph.users(of: id) {
                scales.weigh(
                    "MG-MOVE-AU",
                    GraphDisagreement(
                        view: user.view,
                        place: user.place(of: "user_identity_id"),
                        message: "\(user.view.name) says user_identity_id \(id) of \(user.id); "
                            + "this identity was merged into another",
                        expected: "the identity that it was merged into",
                        actual: id
                    )
                )
            }
        }
        return scales.weighings
    }
}
