import Timestamps

extension Workspace {
    /// Creates an identity and gives it a user in each of the access systems.
    ///
    /// - Parameters:
    ///   - draft: what the identity is to be.
    ///   - systemIDs: the access systems; a repeated id counts once.
    ///   - now: the time of the call.
    /// - Returns: the identity as stored.
    /// - Throws: `ModelError` when a value is taken or wrong, or an access system is unknown; nothing is stored then.
    mutating func createUserIdentity(
        _ draft: IdentityDraft,
        in systemIDs: [ResourceID],
        now: Timestamp
    ) throws(ModelError) -> UserIdentity {
        try check(draft)
        let identity = draft.identity(id: generator.nextID(), now: now)
        if !policy.createsAllOrNothing { store(identity) }
        for systemID in systemIDs { _ = try system(systemID) }
        if policy.createsAllOrNothing { store(identity) }
        for systemID in systemIDs {
            try linkOrCreateUser(for: identity.id, in: systemID, now: now)
        }
        return try self.identity(identity.id)
    }

    /// Changes the values of an identity that are given.
    ///
    /// - Parameters:
    ///   - id: the identity.
    ///   - change: what becomes of each value.
    ///   - now: the time of the call.
    /// - Throws: `ModelError` when there is no such identity, or a value is taken or wrong.
    mutating func updateUserIdentity(
        _ id: ResourceID,
        _ change: IdentityChange,
        now: Timestamp
    ) throws(ModelError) {
        let old = try identity(id)
        var new = old
        new.key = change.key.applied(to: old.key)
        new.emailAddress = change.emailAddress.applied(to: old.emailAddress)
        new.phoneNumber = change.phoneNumber.applied(to: old.phoneNumber)
        new.fullName = change.fullName.applied(to: old.fullName)
        try check(change.values, for: old.id)
        replace(old, with: new, now: now)
    }

    /// Deletes an identity with its access-system users and client sessions.
    ///
    /// - Parameters:
    ///   - id: the identity.
    ///   - now: the time of the call.
    /// - Throws: `ModelError` when there is no such identity.
    mutating func deleteUserIdentity(_ id: ResourceID, now: Timestamp) throws(ModelError) {
        let identity = try identity(id)
        for userID in identity.userIDs {
            if policy.deletesUsersOfIdentity, let user = users[userID] {
                discard(user, now: now)
            } else {
                unlink(userID, now: now)
            }
        }
        for sessionID in sessionsByIdentity[identity.id] ?? [] {
            discardSession(sessionID)
        }
        discard(identity)
    }

    /// Refuses values that no identity may have, or that another one has.
    ///
    /// - Parameters:
    ///   - draft: the values that are given; nil ones are not looked at.
    ///   - owner: the identity that may have them already.
    /// - Throws: `ModelError` that names the first such value.
    func check(_ draft: IdentityDraft, for owner: ResourceID? = nil) throws(ModelError) {
        try draft.check(policy, needsE164: policy.enforcesPhoneFormat)
        let isOwner = { (holder: ResourceID) in holder == owner }
        if policy.enforcesUniqueKey, let key = draft.key {
            guard (identitiesByKey[key] + identitiesByMergedKey[key]).allSatisfy(isOwner) else {
                throw Self.taken("user_identity_key")
            }
        }
        if policy.enforcesUniqueEmail, let email = draft.emailAddress {
            guard identitiesByEmail[email].allSatisfy(isOwner) else { throw Self.taken("email_address") }
        }
        if policy.enforcesUniquePhone, let phone = draft.phoneNumber {
            guard identitiesByPhone[phone].allSatisfy(isOwner) else { throw Self.taken("phone_number") }
        }
    }

    /// The refusal of a value that another identity has.
    private static func taken(_ parameter: String) -> ModelError {
        .conflict("user_identity_conflict", "another user identity has this \(parameter)", at: [parameter])
    }
}
