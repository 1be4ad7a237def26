import Timestamps

/// What happens to access-system users only where the policy does not forbid it; nothing of it in a correct workspace.
extension Workspace {
    /// What a creation leaves behind that was refused.
    mutating func leaveTraces(of draft: AccessUserDraft, refusedFor error: ModelError, now: Timestamp) {
        let isLeft =
            switch error.type {
            case "acs_access_group_not_found": !policy.accessUsers.createsAllOrNothing
            case "user_identity_not_found": !policy.links.createsAllOrNothing
            default: false
            }
        guard isLeft else { return }
        var user = draft.user(id: generator.nextID(), now: now)
        user.groupIDs = []
        store(user)
    }

    /// Keeps a deleted user where the policy does not forget it.
    mutating func remember(_ user: AccessUser) {
        let rules = policy.accessUsers
        let isForgotten = rules.forgottenBy.count == Policy.AccessUsers.Look.allCases.count
        guard !isForgotten || !rules.givesNewIDs || !rules.freesEmail || !rules.deletesOnce else { return }
        deletedUsers.append(user)
    }

    /// Refuses the e-mail address of a deleted user.
    func checkEmail(_ draft: AccessUserDraft) throws(ModelError) {
        guard !policy.accessUsers.freesEmail, let email = draft.values.emailAddress else { return }
        guard deletedUsers.rows.contains(where: { $0.emailAddress == email }) else { return }
        throw .conflict("acs_user_conflict", "another acs user has this email_address", at: ["email_address"])
    }

    /// The id of a deleted user that a new one gets again.
    func revivedID(_ draft: AccessUserDraft) -> ResourceID? {
        guard !policy.accessUsers.givesNewIDs, let email = draft.values.emailAddress else { return nil }
        return deletedUsers.rows.first { $0.emailAddress == email && users[$0.id] == nil }?.id
    }

    /// Lets the identity of a changed user take over the new values.
    mutating func passOn(_ values: IdentityDraft, toIdentityOf user: AccessUser, now: Timestamp) {
        guard let identity = user.identity.flatMap({ identities[$0.id] }) else { return }
        var changed = identity
        for value in ProfileValue.ofUsers where !policy.accessUsers.sparesIdentity.contains(value) {
            changed[value] = values[value] ?? identity[value]
        }
        if changed != identity { replace(identity, with: changed, now: now) }
    }

    /// Deletes the identity of a deleted user.
    mutating func takeIdentity(deletedWith user: AccessUser) {
        guard let identity = user.identity.flatMap({ identities[$0.id] }) else { return }
        let isTaken =
            identity.userIDs.isEmpty ? !policy.accessUsers.keepsIdentityOfLastUser : !policy.accessUsers.keepsIdentity
        if isTaken { discard(identity) }
    }

    /// The user that a call reads: the one it names, or one that is found by an id that none has.
    func userToRead(_ parameters: Parameters) throws(ModelError) -> AccessUser {
        if let id = try parameters.id("acs_user_id"), users[id] == nil {
            if !policy.accessUsers.forgottenBy.contains(.byID), let deleted = deletedUsers[id] { return deleted }
            if !policy.accessUsers.refusesUnknownID, let first = users.rows.first(where: { _ in true }) { return first }
        }
        return try user(named: parameters)
    }

    /// The users that a call deletes: the one it names, or all of the identity that it names it by.
    func usersToDelete(_ parameters: Parameters) throws(ModelError) -> [AccessUser] {
        if !policy.accessUsers.deletesOnce, let id = try parameters.id("acs_user_id"), deletedUsers[id] != nil {
            return []
        }
        let user = try user(named: parameters)
        guard !policy.accessUsers.deletesOneOfPair, let id = try parameters.id("user_identity_id") else {
            return [user]
        }
        return users(of: try identity(id))
    }
}
