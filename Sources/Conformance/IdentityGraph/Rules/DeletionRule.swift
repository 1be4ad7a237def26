/// Rule: what was deleted is not shown, told or listed any more (`AU-DEL`, `AU-DEL-LIST`, `UI-DEL`, `UI-DEL-LIST`,
/// `UI-DEL-AU`).
///
/// · compared: what the case deleted with what `get` shows of it, and with every id in `acs_user_ids`, in lists of users and
///   in groups; the users of identities that it deleted
/// · left out: what says that it is being deleted
/// · source: the descriptions of the operations `delete` in Seam's OpenAPI document.
enum DeletionRule {
    /// What the rule says of a graph.
    static func weighings(_ graph: IdentityGraph, _ traces: GraphTraces) -> [GraphWeighing] {
        var scales = GraphScales(code: "graph.deleted")
        for id in traces.deletedIdentityIDs.sorted() {
            weighIdentity(id, graph, &scales)
        }
        for id in traces.deletedUserIDs.sorted() {
            let shown = graph.sightingsOfUser[id]?.first {
                $0.view.operation == IdentityGraph.userOperation && $0.view.filter == nil
            }
            guard shown?.isLeaving != true, shown != nil || graph.absence(of: id) != nil else { continue }
            scales.weigh("AU-DEL", shown.map { stillThere($0.view, $0.id, place: "/acs_user") })
        }
        if traces.hasDeletedUsers || !traces.deletedIdentityIDs.isEmpty { weighMentions(graph, traces, &scales) }
        return scales.weighings
    }

    /// Weighs what is shown of a deleted identity, by itself and by its users.
    private static func weighIdentity(_ id: String, _ graph: IdentityGraph, _ scales: inout GraphScales) {
        let sightings = graph.sightingsOfIdentity[id] ?? []
        guard !sightings.contains(where: \.isLeaving) else { return }
        let shown = sightings.first { $0.view.operation == IdentityGraph.identityOperation }
        if shown != nil || graph.absence(of: id) != nil {
            scales.weigh("UI-DEL", shown.map { stillThere($0.view, id, place: "/user_identity") })
        }
        for list in graph.lists where list.relation == .identities {
            let isListed = list.ids.contains(id)
            scales.weigh("UI-DEL-LIST", isListed ? stillThere(list.view, id, place: "/user_identities") : nil)
        }
        for user in graph.users(of: id) {
            scales.weigh(
                "UI-DEL-AU",
                GraphDisagreement(
                    view: user.view,
                    place: user.place(of: "user_identity_id"),
                    message: "\(user.view.name) says user_identity_id \(id) of \(user.id); this identity was deleted",
                    expected: "no user of a deleted identity",
                    actual: user.id
                )
            )
        }
    }

    /// Weighs whether users that are gone are still told by identities or listed.
    private static func weighMentions(_ graph: IdentityGraph, _ traces: GraphTraces, _ scales: inout GraphScales) {
        let told = graph.identities.filter { graph.isSettledIdentity($0.id) }
            .map { (view: $0.view, place: $0.place(of: "acs_user_ids"), ids: $0.userIDs) }
        let listed = graph.lists.filter(\.relation.isOfUsers).map { (view: $0.view, place: "/acs_users", ids: $0.ids) }
        // A list whose filter is ignored tells other people's users, too, who may be gone a moment later.
        let own = traces.deletedUserIDs.union(traces.userIDs)
        for absence in graph.absences
        where absence.view.operation == IdentityGraph.userOperation && own.contains(absence.id) {
            for mention in told + listed {
                guard mention.ids.contains(absence.id) else {
                    scales.weigh("AU-DEL-LIST", nil)
                    continue
                }
                scales.weigh(
                    "AU-DEL-LIST",
                    GraphDisagreement(
                        view: mention.view,
                        place: mention.place,
                        message: "\(mention.view.name) tells the user \(absence.id); "
                            + "\(absence.view.name) finds no such user",
                        expected: "a list without \(absence.id)",
                        actual: mention.ids.told
                    )
                )
            }
        }
    }

    private static func stillThere(_ view: IdentityGraph.View, _ id: String, place: String) -> GraphDisagreement {
        GraphDisagreement(
            view: view,
            place: place,
            message: "\(view.name) still shows \(id), and not as being deleted; it was deleted",
            expected: "nothing, or the warning being_deleted",
            actual: id
        )
    }
}
