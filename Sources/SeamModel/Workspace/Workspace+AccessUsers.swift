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
        try check(draft.values)
        let system = try system(draft.systemID)
        for groupID in draft.groupIDs { try check(group(groupID), isOf: system.id) }
        var identity: UserIdentity?
        if let identityID = draft.identityID {
            let found = try self.identity(identityID)
            try checkRoom(for: system.id, in: found)
            identity = found
        }
        let user = draft.user(id: generator.nextID(), now: now)
        store(user)
        if let identity { link(user.id, to: identity.id, now: now) }
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
        try check(change.values)
        var new = old
        new.fullName = change.values.fullName ?? old.fullName
        new.emailAddress = change.values.emailAddress ?? old.emailAddress
        new.phoneNumber = change.values.phoneNumber ?? old.phoneNumber
        new.hidSystemID = change.hidSystemID ?? old.hidSystemID
        new.schedule = change.schedule.applied(to: old.schedule)
        replace(old, with: new, now: now)
    }

    /// Blocks a user for the time being, or lets it in again; nothing else changes.
    ///
    /// - Throws: `ModelError` when there is no such user.
    mutating func setSuspended(_ isSuspended: Bool, _ id: ResourceID) throws(ModelError) {
        let id = try user(id).id
        users.change(id) { $0.isSuspended = isSuspended }
    }

    /// Deletes a user; its identity stays.
    ///
    /// - Throws: `ModelError` when there is no such user.
    mutating func deleteAccessUser(_ id: ResourceID, now: Timestamp) throws(ModelError) {
        discard(try user(id), now: now)
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
            guard let systemID else { throw .invalidInput("Required", at: ["acs_system_id"]) }
            let identity = try identity(identityID)
            let system = try system(systemID)
            guard let user = user(of: identity, in: system.id) else { throw .notFound("acs_user") }
            return user
        }
        let user = try user(id)
        if let identityID, try identity(identityID).id != user.identity?.id { throw .notFound("acs_user") }
        if let systemID, systemID != user.systemID { throw .notFound("acs_user") }
        return user
    }

    /// Refuses a name or phone number that no user may have.
    private func check(_ values: IdentityDraft) throws(ModelError) {
        try values.check(policy, needsE164: policy.enforcesPhoneFormatOfUsers)
    }
}
