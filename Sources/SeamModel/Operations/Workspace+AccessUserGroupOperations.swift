import Timestamps

extension Workspace {
    /// The operations under `/acs/users` that are about access groups and entrances.
    static let accessUserGroupOperations: [String: Operation] = [
        "acs.users.add_to_access_group": { (workspace, parameters, call) throws(ModelError) in
            try workspace.addUser(
                parameters.requiredID("acs_user_id"),
                toGroup: parameters.requiredID("acs_access_group_id")
            )
            return .done
        },
        "acs.users.remove_from_access_group": { (workspace, parameters, call) throws(ModelError) in
            try workspace.removeMember(parameters, now: call.now)
            return .done
        },
        "acs.users.list_accessible_entrances": { (workspace, parameters, call) throws(ModelError) in
            let users = try workspace.users(named: parameters)
            let visible = workspace.visibleIdentity(call)
            guard users.allSatisfy({ visible.allows($0.identity?.id) }) else { throw .notFound("acs_user") }
            let entrances = workspace.accessibleEntrances(of: users)
            return .list(key: "acs_entrances", try workspace.json(entrances, workspace.json))
        },
        "acs.users.revoke_access_to_all_entrances": { (workspace, parameters, call) throws(ModelError) in
            try workspace.revokeAccess(workspace.user(named: parameters).id)
            return .done
        },
    ]

    /// Takes the user that a call names, itself or by its identity, out of an access group.
    mutating func removeMember(_ parameters: Parameters, now: Timestamp) throws(ModelError) {
        let group = try group(parameters.requiredID("acs_access_group_id"))
        let user = try user(
            id: parameters.id("acs_user_id"),
            orIdentity: policy.groups.findsMembersByIdentity ? parameters.id("user_identity_id") : nil,
            in: group.systemID
        )
        try removeUser(user.id, fromGroup: group.id, now: now)
    }

    /// The users that a call names: one, or all of an identity when it names no access system.
    private func users(named parameters: Parameters) throws(ModelError) -> [AccessUser] {
        let userID = try parameters.id("acs_user_id")
        let systemID = try parameters.id("acs_system_id")
        guard userID == nil, systemID == nil, let identityID = try parameters.id("user_identity_id") else {
            return [try user(named: parameters)]
        }
        return users(of: try identity(identityID))
    }
}
