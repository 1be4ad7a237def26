import Timestamps

/// What the creation of an access-system user looks up before it stores anything.
extension Workspace {
    /// The access system of a new user.
    func systemForUser(_ draft: AccessUserDraft) throws(ModelError) -> ResourceID {
        if !policy.accessUsers.refusesUnknownSystem, systems[draft.systemID] == nil,
            let first = systems.rows.first(where: { _ in true })
        {
            return first.id
        }
        return try system(draft.systemID).id
    }

    /// The access groups that a new user joins.
    func groupsToJoin(_ draft: AccessUserDraft) throws(ModelError) -> [ResourceID] {
        var joined: [ResourceID] = []
        for groupID in draft.groupIDs where policy.accessUsers.refusesUnknownGroup || groups[groupID] != nil {
            let group = try group(groupID)
            if policy.accessUsers.checksSystemOfGroups { try check(group, isOf: draft.systemID) }
            joined.append(group.id)
        }
        guard policy.accessUsers.joinsGroups else { return [] }
        return policy.accessUsers.joinsEveryGroup ? joined : Array(joined.prefix(1))
    }

    /// The identity that a new user is linked to; nil when it is for nobody.
    mutating func identityToLink(_ draft: AccessUserDraft, now: Timestamp) throws(ModelError) -> UserIdentity? {
        guard let identityID = draft.identityID else { return unaskedIdentity(for: draft, now: now) }
        if !policy.links.refusesUnknownIdentity, identities[identityID] == nil { return nil }
        let identity = try identity(identityID)
        try checkRoom(for: draft.systemID, in: identity, by: .userCreation)
        return identity
    }
}
