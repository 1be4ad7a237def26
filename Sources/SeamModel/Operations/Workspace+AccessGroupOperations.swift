extension Workspace {
    /// The operations under `/acs/access_groups`.
    static let accessGroupOperations: [String: Operation] = [
        "acs.access_groups.get": { (workspace, parameters, call) throws(ModelError) in
            let group = try workspace.group(parameters.requiredID("acs_access_group_id"))
            return .resource(key: "acs_access_group", try workspace.json(group))
        },
        "acs.access_groups.list": { (workspace, parameters, call) throws(ModelError) in
            let groups = try workspace.listedGroups(parameters)
            return .list(key: "acs_access_groups", try workspace.json(groups, workspace.json))
        },
        "acs.access_groups.list_users": { (workspace, parameters, call) throws(ModelError) in
            let group = try workspace.group(parameters.requiredID("acs_access_group_id"))
            return .list(key: "acs_users", try workspace.json(workspace.members(of: group), workspace.json))
        },
        "acs.access_groups.add_user": { (workspace, parameters, call) throws(ModelError) in
            let group = try workspace.group(parameters.requiredID("acs_access_group_id"))
            let identityID = try parameters.id("user_identity_id")
            let user = try workspace.linkedOrCreatedUser(
                id: parameters.id("acs_user_id"),
                orIdentity: identityID,
                in: group.systemID,
                now: call.now
            )
            if identityID == nil || workspace.policy.groups.joinsUserOfIdentity {
                try workspace.addUser(user, toGroup: group.id)
            }
            return .done
        },
        "acs.access_groups.remove_user": { (workspace, parameters, call) throws(ModelError) in
            try workspace.removeMember(parameters, now: call.now)
            return .done
        },
        "acs.access_groups.list_accessible_entrances": { (workspace, parameters, call) throws(ModelError) in
            let group = try workspace.group(parameters.requiredID("acs_access_group_id"))
            let entrances = workspace.entrances.rows.filter { group.entranceIDs.contains($0.id) }
            return .list(key: "acs_entrances", try workspace.json(entrances, workspace.json))
        },
    ]

    /// The users in an access group, in the order they came, each as often as it is a member: once.
    private func members(of group: AccessGroup) -> [AccessUser] {
        let members = users.rows.flatMap { user in user.groupIDs.filter { $0 == group.id }.map { _ in user } }
        let isComplete = policy.accessUsers.forgottenBy.contains(.group)
        let deleted = isComplete ? [] : deletedUsers.rows.filter { $0.groupIDs.contains(group.id) }
        return members + deleted
    }

    /// The access groups that a call asks for (OpenAPI document, `/acs/access_groups/list`).
    ///
    /// A user or identity that is not there is in no group.
    private func listedGroups(_ parameters: Parameters) throws(ModelError) -> [AccessGroup] {
        let systemID = try parameters.id("acs_system_id")
        let userGroups = try parameters.id("acs_user_id").map { users[$0]?.groupIDs ?? [] }
        let identityGroups = try parameters.id("user_identity_id").map { groupIDs(ofIdentity: $0) }
        let term = try SearchTerm(parameters, policy.lists)
        return groups.rows.filter { group in
            systemID.map { group.systemID == $0 } ?? true
                && userGroups?.contains(group.id) ?? true
                && identityGroups?.contains(group.id) ?? true
                && term.map { $0.isFound(in: group.name) || $0.isFound(in: group.id) } ?? true
        }
    }

    /// The groups of all users of an identity; empty when there is no such identity.
    private func groupIDs(ofIdentity id: ResourceID) -> [ResourceID] {
        identities[identitiesByMergedID[id] ?? id].map { users(of: $0).flatMap(\.groupIDs) } ?? []
    }
}
