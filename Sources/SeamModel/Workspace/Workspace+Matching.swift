import Timestamps

/// How an identity comes to a user in an access system: the one it has, a match, or a new one.
extension Workspace {
    /// The user of an access system that is the same person as the identity and linked to nobody; nil when there is none.
    ///
    /// E-mail address comes before phone number; equal names alone never match (OpenAPI document,
    /// `/user_identities/create`, `acs_system_ids`). A match that is linked to another identity is left alone: the
    /// sources do not say what becomes of it.
    func match(for identity: UserIdentity, in systemID: ResourceID) -> AccessUser? {
        var candidates: [ResourceID] = []
        if policy.linksByEmail, let email = identity.emailAddress { candidates += usersByEmail[email] }
        if policy.linksByPhone, let phone = identity.phoneNumber { candidates += usersByPhone[phone] }
        for id in candidates {
            if let user = users[id], user.systemID == systemID, user.identity == nil { return user }
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
        now: Timestamp
    ) throws(ModelError) -> ResourceID {
        let identity = try identity(identityID)
        if let user = user(of: identity, in: systemID) { return user.id }
        let user = match(for: identity, in: systemID)?.id ?? createUser(like: identity, in: systemID, now: now)
        link(user, to: identity.id, now: now)
        return user
    }

    /// Stores a user with the identity's name, e-mail address and phone number.
    private mutating func createUser(
        like identity: UserIdentity,
        in systemID: ResourceID,
        now: Timestamp
    ) -> ResourceID {
        var user = AccessUser(id: generator.nextID(), createdAt: now, systemID: systemID)
        user.fullName = identity.fullName
        user.emailAddress = identity.emailAddress
        user.phoneNumber = identity.phoneNumber
        store(user)
        return user.id
    }
}
