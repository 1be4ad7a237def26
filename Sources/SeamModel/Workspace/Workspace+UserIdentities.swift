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
        do throws(ModelError) {
            try check(draft)
        } catch {
            leaveTraces(of: draft, in: systemIDs, now: now)
            guard let first = repeated(draft) else { throw error }
            return first
        }
        let systemIDs = policy.identities.refusesUnknownSystems ? systemIDs : systemIDs.filter { systems[$0] != nil }
        let identity = draft.identity(id: generator.nextID(), now: now)
        if !policy.identities.createsAllOrNothing { store(identity) }
        for systemID in systemIDs { _ = try system(systemID) }
        if policy.identities.createsAllOrNothing { store(identity) }
        try giveUsers(to: identity, in: systemIDs, now: now)
        return policy.links.answersWithLinks ? try self.identity(identity.id) : identity
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
        let old = try identityToUpdate(id, change, now: now)
        var new = old
        if !policy.identities.keepsCreationTime { new.createdAt = now }
        if !policy.identities.updatesDisplayName { new.shownName = old.displayName }
        for value in ProfileValue.allCases { new[value] = change[value].applied(to: old[value]) }
        if !policy.identities.updatesAllOrNothing { identities.change(old.id) { $0.fullName = new.fullName } }
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
        if !policy.identities.deletesOnce, deletedIdentities[id] != nil { return }
        let identity = try identity(id)
        let userIDs = usersByIdentity[identity.id] ?? []
        guard policy.identities.deletesWithoutCleanUp || userIDs.isEmpty else {
            throw .conflict("user_identity_in_use", "the user identity has acs users", at: ["user_identity_id"])
        }
        for userID in userIDs {
            let isDeleted = policy.identities.deletesEveryUser || userID == userIDs.first
            if policy.identities.deletesUsers, isDeleted, let user = users[userID] {
                discard(user, now: now)
            } else {
                unlink(userID, now: now)
            }
        }
        for sessionID in sessionsByIdentity[identity.id] ?? [] where policy.identities.endsSessions {
            discardSession(sessionID)
        }
        discard(identity)
        takeOthers(deletedWith: identity, now: now)
    }

    /// Refuses values that no identity may have, or that another one has.
    ///
    /// - Parameters:
    ///   - draft: the values that are given; nil ones are not looked at.
    ///   - owner: the identity that may have them already; nil when a new one is to get them.
    /// - Throws: `ModelError` that names the first such value.
    func check(_ draft: IdentityDraft, for owner: ResourceID? = nil) throws(ModelError) {
        try draft.check(policy, needsE164: policy.enforcesPhoneFormat)
        let rules = policy.uniqueness
        let checked = owner == nil ? rules.checkedOnCreation : rules.checkedOnUpdate
        let isAlone = rules.looksBesideKey || draft.key == nil
        for value in ProfileValue.allCases where checked.contains(value) && (isAlone || value == .key) {
            guard let text = draft[value] else { continue }
            let isFree = holders(of: text, as: value).allSatisfy { rules.ownedByHolder.contains(value) && $0 == owner }
            guard isFree else { throw Self.taken(value) }
        }
        let isNullTaken = draft.nulls.intersection(ProfileValue.unique).contains { value in
            !rules.manyNulls.contains(value) && identities.rows.contains { $0[value] == nil }
        }
        guard !isNullTaken else { throw .conflict("user_identity_conflict", "another user identity has this null") }
        if !rules.sharesNames, let name = draft.fullName, identities.rows.contains(where: { $0.fullName == name }) {
            throw Self.taken(.fullName)
        }
    }

    /// The identities that have a value, or, for a key, had it before they were merged away.
    func holders(of text: String, as value: ProfileValue) -> [ResourceID] {
        let holders = identitiesByValue[value]?[text] ?? []
        guard value == .key else { return holders }
        let others = policy.uniqueness.comparesWithinField ? [] : self.holders(of: text, as: .emailAddress)
        return holders + identitiesByMergedKey[text] + others
    }

    /// The refusal of a value that another identity has.
    static func taken(_ value: ProfileValue) -> ModelError {
        let parameter = value.rawValue
        return .conflict("user_identity_conflict", "another user identity has this \(parameter)", at: [parameter])
    }
}
