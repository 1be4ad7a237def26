import Timestamps

/// How an identity comes to a user in an access system: the one it has, a match, or a new one.
extension Workspace {
    /// Gives a new identity a user in each of the access systems; a repeated id counts once.
    mutating func giveUsers(
        to identity: UserIdentity,
        in systemIDs: [ResourceID],
        now: Timestamp
    ) throws(ModelError) {
        var hasMatch = false
        for (place, systemID) in systemIDs.enumerated() where place == 0 || policy.links.looksAtEverySystem {
            let matches = match(for: identity, in: systemID) != nil
            let makes = policy.links.makesUsers && (!hasMatch || policy.links.makesUsersBesideMatches)
            guard matches || makes else { continue }
            try linkOrCreateUser(for: identity.id, in: systemID, by: .identityCreation, now: now)
            if matches && !policy.links.makesNobodyBesideMatch {
                _ = createUser(like: identity, in: systemID, now: now)
            }
            hasMatch = hasMatch || matches
        }
        if systemIDs.isEmpty && !policy.links.linksOnlyWhenAsked { linkMatches(of: identity, now: now) }
    }

    /// The user of an access system that is the same person as the identity and linked to nobody; nil without one.
    ///
    /// E-mail address comes before phone number; equal names alone never match (OpenAPI document,
    /// `/user_identities/create`, `acs_system_ids`). A match that is linked to another identity is left alone: the
    /// sources do not say what becomes of it.
    func match(for identity: UserIdentity, in systemID: ResourceID) -> AccessUser? {
        let rules = policy.links
        if let user = rules.foreseenMatches.lazy.compactMap({ users[$0] }).first(where: { $0.systemID == systemID }) {
            return user
        }
        var candidates: [ResourceID] = []
        if rules.matchesByEmail, let email = identity.emailAddress { candidates += usersByEmail[email] }
        if rules.matchesByPhone, let phone = identity.phoneNumber { candidates += usersByPhone[phone] }
        if !rules.ignoresNames || !rules.ignoresMissingValues { candidates += poorMatches(for: identity) }
        for id in candidates {
            guard let user = users[id], user.identity == nil else { continue }
            if user.systemID == systemID || !rules.matchesWithinSystem { return user }
        }
        return nil
    }

    /// Sees to it that the identity has a user in the access system: the one it has, else a match, else a new one.
    ///
    /// - Returns: the id of the user.
    @discardableResult
    mutating func linkOrCreateUser(
        for identityID: ResourceID,
        in systemID: ResourceID,
        by way: Policy.Links.Way,
        now: Timestamp
    ) throws(ModelError) -> ResourceID {
        let identity = try identity(identityID)
        let isRepeated = way == .identityCreation && !policy.links.countsSystemsOnce
        if !isRepeated, let user = user(of: identity, in: systemID) { return user.id }
        let isMatched = way != .access || policy.groups.matchesUsers
        let found = isMatched ? match(for: identity, in: systemID)?.id : nil
        guard found != nil || way != .access || policy.groups.makesUsers else { throw .notFound("acs_user") }
        let user = found ?? createUser(like: identity, in: systemID, now: now)
        link(user, to: identity.id, by: way, now: now)
        if found == nil && !policy.links.namesIdentityOnMadeUsers { users.change(user) { $0.identity = nil } }
        return user
    }

    /// Stores a user with the identity's name, e-mail address and phone number.
    mutating func createUser(
        like identity: UserIdentity,
        in systemID: ResourceID,
        now: Timestamp
    ) -> ResourceID {
        let id = policy.links.foreseenIDs.first ?? generator.nextID()
        var user = AccessUser(id: id, createdAt: now, systemID: systemID)
        for value in policy.links.copied { user[value] = identity[value] }
        store(user)
        return user.id
    }
}
