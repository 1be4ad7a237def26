import Timestamps

/// What is linked, and unlinked, only where the policy does not forbid it; nothing of it in a correct workspace.
extension Workspace {
    /// The users that match an identity by its name, or by having as little contact data as it, the newest first.
    func poorMatches(for identity: UserIdentity) -> [ResourceID] {
        let hasNone = identity.emailAddress == nil && identity.phoneNumber == nil
        let matches = users.rows.filter { user in
            !policy.links.ignoresNames && user.fullName != nil && user.fullName == identity.fullName
                || !policy.links.ignoresMissingValues && hasNone && user.emailAddress == nil && user.phoneNumber == nil
        }
        return matches.map(\.id).reversed()
    }

    /// Links an identity that names no access system to the users that match in any.
    mutating func linkMatches(of identity: UserIdentity, now: Timestamp) {
        for system in systems.rows {
            guard let user = match(for: identity, in: system.id) else { continue }
            link(user.id, to: identity.id, by: .identityCreation, now: now)
        }
    }

    /// An identity that a user created for nobody is linked to all the same.
    mutating func unaskedIdentity(for draft: AccessUserDraft, now: Timestamp) -> UserIdentity? {
        if !policy.links.matchesNoIdentity, let email = draft.values.emailAddress,
            let identity = holders(of: email, as: .emailAddress).first.flatMap({ identities[$0] }),
            user(of: identity, in: draft.systemID) == nil
        {
            return identity
        }
        guard !policy.links.makesNoIdentity else { return nil }
        let identity = IdentityDraft(fullName: draft.values.fullName).identity(id: generator.nextID(), now: now)
        store(identity)
        return identity
    }

    /// Lets one side of a link take over the profile of the other.
    mutating func copyProfiles(
        of userID: ResourceID,
        and identityID: ResourceID,
        linkedBy way: Policy.Links.Way,
        now: Timestamp
    ) {
        guard let user = users[userID], let identity = identities[identityID] else { return }
        if !policy.links.sparesUser.contains(way) {
            var changed = user
            for value in ProfileValue.ofUsers { changed[value] = identity[value] ?? user[value] }
            replace(user, with: changed, now: now)
        }
        if !policy.links.sparesIdentity.contains(way) {
            var changed = identity
            changed.fullName = user.fullName
            replace(identity, with: changed, now: now)
        }
    }

    /// What becomes of a removed user, of its identity, and of the link.
    mutating func mistreat(_ user: AccessUser, removedFrom identity: UserIdentity, now: Timestamp) {
        let rules = policy.additions
        if !rules.clearsUser { users.change(user.id) { $0.identity = user.identity } }
        if !rules.clearsIdentity { identities.change(identity.id) { $0.userIDs.append(user.id) } }
        if !rules.keepsCreationTimeWhenLeft { identities.change(identity.id) { $0.createdAt = now } }
        if !rules.keepsUser { discard(user, now: now) }
        if !rules.acceptsReturn || !rules.releasesUser { formerIdentities[user.id, default: []].insert(identity.id) }
        if !rules.keepsIdentity, let rest = identities[identity.id], rest.userIDs.isEmpty { discard(rest) }
    }

    /// Refuses a user that was removed from an identity before.
    func checkHistory(of user: AccessUser, with identity: UserIdentity) throws(ModelError) {
        let former = formerIdentities[user.id] ?? []
        guard !former.isEmpty else { return }
        let isRefused = former.contains(identity.id) ? !policy.additions.acceptsReturn : !policy.additions.releasesUser
        if isRefused { throw Self.alreadyLinked }
    }
}
