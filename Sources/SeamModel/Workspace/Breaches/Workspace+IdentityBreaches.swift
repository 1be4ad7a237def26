import Timestamps

/// What happens to identities only where the policy does not forbid it; nothing of it in a correct workspace.
extension Workspace {
    /// What a creation leaves behind that was refused for a value that is taken.
    mutating func leaveTraces(of draft: IdentityDraft, in systemIDs: [ResourceID], now: Timestamp) {
        let rules = policy.identities
        let holders = ProfileValue.allCases.flatMap { value in
            draft[value].map { self.holders(of: $0, as: value) } ?? []
        }
        let holder = holders.first.flatMap { identities[$0] }
        if !rules.sparesHolder, var renamed = holder {
            renamed.fullName = draft.fullName
            identities.change(renamed.id) { $0 = renamed }
        }
        var ghost = UserIdentity(id: holder?.id ?? id, createdAt: now)
        ghost.fullName = draft.fullName
        ghost.phoneNumber = draft.phoneNumber
        if !rules.leavesNoGhost { store(draft.nameAlone(id: generator.nextID(), now: now)) }
        for systemID in systemIDs {
            if !rules.makesNoUsersWhenRefused { _ = createUser(like: ghost, in: systemID, now: now) }
            if !rules.makesNoStrangersWhenRefused, match(for: ghost, in: systemID) == nil {
                _ = createUser(like: ghost, in: systemID, now: now)
            }
            if !rules.linksNobodyWhenRefused, let holder, let user = match(for: ghost, in: systemID) {
                link(user.id, to: holder.id, by: .identityCreation, now: now)
            }
        }
    }

    /// The identity that a creation repeats word by word; nil when the policy refuses it all the same.
    func repeated(_ draft: IdentityDraft) -> UserIdentity? {
        guard !policy.identities.refusesRepetition, let first = draft.key.flatMap({ identity(key: $0) }) else {
            return nil
        }
        return ProfileValue.allCases.allSatisfy { draft[$0] == first[$0] } ? first : nil
    }

    /// The identity that an update changes; where the policy lets updates create, an unknown id gets one first.
    mutating func identityToUpdate(
        _ id: ResourceID,
        _ change: IdentityChange,
        now: Timestamp
    ) throws(ModelError) -> UserIdentity {
        guard !policy.identities.createsByCreationOnly, identities[id] == nil else { return try identity(id) }
        return try createUserIdentity(IdentityDraft(fullName: change.values.fullName), in: [], now: now)
    }

    /// What else is deleted with an identity.
    mutating func takeOthers(deletedWith identity: UserIdentity, now: Timestamp) {
        let rules = policy.identities
        if rules.forgottenBy.count < Policy.Identities.Look.allCases.count || !rules.deletesOnce {
            deletedIdentities.append(identity)
        }
        if !rules.sparesUsersOfSameName, let name = identity.fullName {
            for user in users.rows where user.fullName == name { discard(user, now: now) }
        }
        if !rules.sparesUsersOfSameEmail, let email = identity.emailAddress {
            for id in usersByEmail[email] { if let user = users[id] { discard(user, now: now) } }
        }
        if !rules.sparesNamesakes, let name = identity.fullName {
            for other in identities.rows where other.fullName == name { discard(other) }
        }
    }
}

extension IdentityDraft {
    /// An identity with nothing but the name.
    fileprivate func nameAlone(id: ResourceID, now: Timestamp) -> UserIdentity {
        IdentityDraft(fullName: fullName).identity(id: id, now: now)
    }
}
