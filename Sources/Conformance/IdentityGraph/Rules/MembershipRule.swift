/// Rule: a group lists a user exactly when the user's groups have it, and an identity has the groups of its users.
///
/// · compared: `/acs/access_groups/list_users` with `/acs/access_groups/list` by user, and that with the list by identity
/// · broken between the first two: `AU-GROUP-JOIN` for a user created into the group that the group lacks, `AG-ADD` for one
///   that was added, `AG-REM` for one that was taken out and that it has; else, and for lists by identity, `AG-LIST`
/// · left out: users whose memberships are on their way
/// · source: the descriptions of the operations in Seam's OpenAPI document.
enum MembershipRule {
    /// What the rule says of a graph.
    static func weighings(_ graph: IdentityGraph, _ traces: GraphTraces) -> [GraphWeighing] {
        var scales = GraphScales(code: "graph.groups")
        let settled = graph.userIDs.filter { id in
            graph.isSettledUser(id) && graph.sightingsOfUser[id]?.contains(where: \.isChangingGroups) != true
        }
        for groups in settled.compactMap({ graph.list(.groupsOfUser, of: $0) }) {
            for members in graph.lists where members.relation == .usersOfGroup {
                weigh(groups, members, traces, &scales)
            }
        }
        for identityID in graph.identityIDs.filter(graph.isSettledIdentity) {
            weigh(identityID, graph, settled: settled, &scales)
        }
        return scales.weighings
    }

    /// Weighs one user and one group.
    private static func weigh(
        _ groups: IdentityGraph.List,
        _ members: IdentityGraph.List,
        _ traces: GraphTraces,
        _ scales: inout GraphScales
    ) {
        let (userID, groupID) = (groups.subject, members.subject)
        let isMember = members.ids.contains(userID)
        guard isMember || groups.ids.contains(groupID), members.isComplete, groups.isComplete else { return }
        // What the case did shows in the group itself; when only the user's groups don't have it, their list is wrong.
        let requirement =
            switch traces.memberships[GraphTraces.Membership(userID: userID, groupID: groupID)] {
            case .created where !isMember: "AU-GROUP-JOIN"
            case .added where !isMember: "AG-ADD"
            case .removed where isMember: "AG-REM"
            case .created, .added, .removed, nil: "AG-LIST"
            }
        let gap = GraphDisagreement(
            view: members.view,
            place: "/acs_users",
            message: "\(members.view.name) \(isMember ? "has" : "lacks") \(userID) in \(groupID); "
                + "\(groups.view.name) says that its groups are \(groups.ids.told)",
            expected: isMember ? "users without \(userID)" : "users with \(userID)",
            actual: members.ids.told
        )
        scales.weigh(requirement, isMember == groups.ids.contains(groupID) ? nil : gap)
    }

    /// Weighs the groups of an identity, when those of all its users are known.
    private static func weigh(
        _ identityID: String,
        _ graph: IdentityGraph,
        settled: [String],
        _ scales: inout GraphScales
    ) {
        guard let list = graph.list(.groupsOfIdentity, of: identityID) else { return }
        let users = graph.users(of: identityID).map(\.id)
        let groups = users.filter(settled.contains).compactMap { graph.list(.groupsOfUser, of: $0) }
        guard groups.count == users.count else { return }
        let expected = groups.flatMap(\.ids).withoutRepetition
        let says = "its users \(users.told) are in \(expected.told) by \(list.view.operation) by acs_user_id"
        scales.weigh("AG-LIST", list.gap(from: expected, told: says, place: "/acs_access_groups"))
    }
}
