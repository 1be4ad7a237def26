import Timestamps

extension Workspace {
    /// Creates a user in an access system, puts it into access groups and links it to an identity.
    ///
    /// - Parameters:
    ///   - draft: what the user is to be.
    ///   - now: the time of the call.
    /// - Returns: the user as stored.
    /// - Throws: `ModelError` when a value is wrong, system, group or identity is unknown, a group is another system's,
    ///   or the identity has a user in the system; nothing is stored then.
    mutating func createAccessUser(_ draft: AccessUserDraft, now: Timestamp) throws(ModelError) -> AccessUser {
        var draft = draft
        try check(draft.values)
        let identity: UserIdentity?
        do throws(ModelError) {
            try checkEmail(draft)
            draft.systemID = try systemForUser(draft)
            draft.groupIDs = try groupsToJoin(draft)
            identity = try identityToLink(draft, now: now)
        } catch {
            leaveTraces(of: draft, refusedFor: error, now: now)
            throw error
        }
        let user = draft.user(id: revivedID(draft) ?? generator.nextID(), now: now)
        store(user)
        if let identity { link(user.id, to: identity.id, by: .userCreation, now: now) }
        return try self.user(user.id)
    }

    /// Changes the values of a user that are given; its identity keeps its own.
    ///
    /// - Parameters:
    ///   - id: the user.
    ///   - change: what becomes of each value.
    ///   - now: the time of the call.
    /// - Throws: `ModelError` when there is no such user or a value is wrong.
    mutating func updateAccessUser(
        _ id: ResourceID,
        _ change: AccessUserChange,
        now: Timestamp
    ) throws(ModelError) {
        let old = try user(id)
        let rules = policy.accessUsers
        try check(change.values)
        var new = old
        for value in ProfileValue.ofUsers {
            let given = rules.updated.contains(value) ? change.values[value] : nil
            new[value] = given ?? (rules.keepsOmitted.contains(value) ? old[value] : nil)
        }
        if !rules.updatesEmailAddress { new.emailAddress = old.emailAddress }
        if !rules.updatesEmailAddress || !rules.updatesDeprecatedEmail {
            new.shownEmail = rules.updatesEmailAddress ? old.emailAddress : change.values.emailAddress
        }
        new.hidSystemID = change.hidSystemID ?? old.hidSystemID
        new.schedule = change.schedule.applied(to: old.schedule)
        if !rules.keepsSuspension { new.isSuspended = false }
        if !rules.keepsCreationTime { new.createdAt = now }
        replace(old, with: new, now: now)
        passOn(change.values, toIdentityOf: new, now: now)
    }

    /// Blocks a user for the time being, or lets it in again; nothing else changes.
    ///
    /// - Throws: `ModelError` when there is no such user.
    mutating func setSuspended(_ isSuspended: Bool, _ id: ResourceID, now: Timestamp) throws(ModelError) {
        let user = try user(id)
        let rules = policy.accessUsers
        guard isSuspended != user.isSuspended || (isSuspended ? rules.suspendsAgain : rules.unsuspendsAgain) else {
            throw .conflict("acs_user_unchanged", "the acs user is in that state", at: ["acs_user_id"])
        }
        users.change(user.id) {
            $0.isSuspended = rules.setsState ? isSuspended : !user.isSuspended
            if !rules.keepsGroupsWhenSuspended { $0.groupIDs = [] }
            if !rules.keepsScheduleWhenSuspended { $0.schedule = nil }
        }
        if !rules.keepsIdentityWhenSuspended { unlink(user.id, now: now) }
    }

    /// Deletes a user; its identity stays.
    ///
    /// - Throws: `ModelError` when there is no such user.
    mutating func deleteAccessUser(_ id: ResourceID, now: Timestamp) throws(ModelError) {
        let user = try user(id)
        discard(user, now: now)
        remember(user)
        takeIdentity(deletedWith: user)
    }

    /// The user that a call names by its id, or by identity and access system; both ways together must agree.
    ///
    /// An identity alone is refused, since it may have a user in each system (OpenAPI document, `/acs/users/delete`).
    /// - Throws: `ModelError` when nothing is named, or what is named is unknown.
    func user(
        id: ResourceID?,
        orIdentity identityID: ResourceID?,
        in systemID: ResourceID?
    ) throws(ModelError) -> AccessUser {
        guard let id else {
            guard let identityID else {
                throw .invalidInput("One of acs_user_id or user_identity_id is required")
            }
            return try user(ofIdentity: identityID, in: systemID)
        }
        let user = try user(id)
        if let identityID, try identity(identityID).id != user.identity?.id { throw .notFound("acs_user") }
        if let systemID, systemID != user.systemID { throw .notFound("acs_user") }
        return user
    }

    /// The user that an identity has in an access system.
    private func user(ofIdentity identityID: ResourceID, in systemID: ResourceID?) throws(ModelError) -> AccessUser {
        let rules = policy.accessUsers
        if systemID == nil && !rules.needsSystemOfPair || !rules.heedsSystemOfPair,
            let user = try users(of: identity(identityID)).first
        {
            return user
        }
        guard let systemID else { throw .invalidInput("Required", at: ["acs_system_id"]) }
        let identity = try identity(identityID)
        let system = try system(systemID)
        if let user = user(of: identity, in: system.id) { return user }
        guard !rules.refusesUnlinkedPair, let user = users.rows.first(where: { $0.systemID == system.id }) else {
            throw .notFound("acs_user")
        }
        return user
    }

    /// Refuses a name or phone number that no user may have.
    private func check(_ values: IdentityDraft) throws(ModelError) {
        try values.check(policy, needsE164: policy.enforcesPhoneFormatOfUsers)
    }
}
