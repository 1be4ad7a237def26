import Timestamps

/// Access groups, entrances, and who may use them.
extension Workspace {
    /// Puts a user into an access group of its system; a member stays one.
    ///
    /// - Throws: `ModelError` when user or group is unknown, or they are of different systems.
    mutating func addUser(_ userID: ResourceID, toGroup groupID: ResourceID) throws(ModelError) {
        let user = try user(userID)
        let group = try group(groupID)
        if policy.groups.refusesOtherSystems { try check(group, isOf: user.systemID) }
        let isMember = user.groupIDs.contains(group.id)
        guard !isMember || policy.groups.acceptsRepetition else {
            throw .conflict(
                "acs_user_already_in_group",
                "the acs user is in this acs access group",
                at: ["acs_user_id"]
            )
        }
        guard !isMember || !policy.groups.listsMembersOnce else { return }
        users.change(user.id) { $0.groupIDs.append(group.id) }
    }

    /// Takes a user out of an access group; one that is no member stays none.
    ///
    /// - Throws: `ModelError` when user or group is unknown.
    mutating func removeUser(
        _ userID: ResourceID,
        fromGroup groupID: ResourceID,
        now: Timestamp
    ) throws(ModelError) {
        let user = try user(userID)
        let group = try group(groupID)
        let rules = policy.groups
        let sparesOthers = user.groupIDs.contains(group.id) ? rules.keepsOtherMembers : rules.sparesMembersForStrangers
        users.change(user.id) { $0.groupIDs.removeAll { $0 == group.id || !rules.keepsOtherGroups } }
        if !rules.keepsUser { discard(user, now: now) }
        for other in users.rows where !sparesOthers && other.groupIDs.contains(group.id) {
            users.change(other.id) { $0.groupIDs.removeAll { $0 == group.id } }
        }
    }

    /// Lets a user through an entrance of its system.
    ///
    /// - Throws: `ModelError` when user or entrance is unknown, or they are of different systems.
    mutating func grantAccess(_ userID: ResourceID, to entranceID: ResourceID) throws(ModelError) {
        let user = try user(userID)
        let entrance = try entrance(entranceID)
        guard entrance.systemID == user.systemID else {
            throw .invalidInput("the acs user is of another acs system", at: ["acs_entrance_id"])
        }
        guard !user.entranceIDs.contains(entrance.id) else { return }
        users.change(user.id) { $0.entranceIDs.append(entrance.id) }
    }

    /// Takes from a user all entrances: those granted to it, and the groups that open some.
    ///
    /// - Throws: `ModelError` when there is no such user.
    mutating func revokeAccess(_ userID: ResourceID) throws(ModelError) {
        let user = try user(userID)
        let kept = user.groupIDs.filter { groups[$0]?.entranceIDs.isEmpty == true }
        users.change(user.id) {
            $0.entranceIDs = []
            $0.groupIDs = kept
        }
    }

    /// The entrances that users may use, directly or through their groups, in the order of the entrances.
    func accessibleEntrances(of users: [AccessUser]) -> [Entrance] {
        var ids: Set<ResourceID> = []
        for user in users {
            ids.formUnion(user.entranceIDs)
            for groupID in user.groupIDs { ids.formUnion(groups[groupID]?.entranceIDs ?? []) }
        }
        return entrances.rows.filter { ids.contains($0.id) }
    }

    /// The linked users of an identity, in the order they were linked.
    func users(of identity: UserIdentity) -> [AccessUser] {
        identity.userIDs.compactMap { users[$0] }
    }

    /// The user of a call that names either it or an identity, whose user in the system is meant, linked or made if
    /// need be (OpenAPI document, `/acs/access_groups/add_user` and `/acs/entrances/grant_access`).
    ///
    /// - Throws: `ModelError` when both or neither are named, or what is named is unknown.
    mutating func linkedOrCreatedUser(
        id: ResourceID?,
        orIdentity identityID: ResourceID?,
        in systemID: ResourceID,
        now: Timestamp
    ) throws(ModelError) -> ResourceID {
        switch (id, identityID) {
        case (let id?, let other) where other == nil || !policy.groups.refusesBoth: return try user(id).id
        case (nil, let identityID?):
            return try linkOrCreateUser(for: identityID, in: systemID, by: .access, now: now)
        default: throw .invalidInput("Exactly one of acs_user_id or user_identity_id is required")
        }
    }

    /// Refuses a group of another access system.
    func check(_ group: AccessGroup, isOf systemID: ResourceID) throws(ModelError) {
        guard group.systemID == systemID else {
            throw .invalidInput("the acs access group is of another acs system", at: ["acs_access_group_id"])
        }
    }
}
