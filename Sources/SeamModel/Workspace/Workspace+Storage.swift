import Timestamps

/// The only places that put identities and users in, take them out and change their indexed values.
extension Workspace {
    /// Stores a new identity.
    mutating func store(_ identity: UserIdentity) {
        identities.append(identity)
        for value in ProfileValue.unique {
            identitiesByValue[value, default: ValueIndex()].insert(identity[value], identity.id)
        }
    }

    /// Puts a changed identity in the place of the stored one, and refreshes what its users show of it.
    mutating func replace(_ old: UserIdentity, with new: UserIdentity, now: Timestamp) {
        for value in ProfileValue.unique {
            let freed = new[value] == nil ? policy.uniqueness.freedByClearing : policy.uniqueness.freedByChange
            let former = freed.contains(value) ? old[value] : nil
            identitiesByValue[value, default: ValueIndex()].replace(former, with: new[value], new.id)
        }
        identities.change(new.id) { $0 = new }
        refreshMirrors(of: new)
        settleWarning(of: new.id, now: now)
    }

    /// Takes an identity out, with the ids and keys merged into it; its users and sessions are the caller's business.
    mutating func discard(_ identity: UserIdentity) {
        identities.remove(identity.id)
        for value in policy.uniqueness.freedByDeletion {
            identitiesByValue[value]?.remove(identity[value], identity.id)
        }
        usersByIdentity[identity.id] = nil
        for merged in identity.mergedIDs { identitiesByMergedID[merged] = nil }
        for key in identity.mergedKeys { identitiesByMergedKey.remove(key, identity.id) }
    }

    /// Stores a new access-system user.
    mutating func store(_ user: AccessUser) {
        users.append(user)
        usersByEmail.insert(user.emailAddress, user.id)
        usersByPhone.insert(user.phoneNumber, user.id)
        userCounts[user.systemID, default: 0] += 1
    }

    /// Puts a changed access-system user in the place of the stored one.
    mutating func replace(_ old: AccessUser, with new: AccessUser, now: Timestamp) {
        usersByEmail.replace(old.emailAddress, with: new.emailAddress, new.id)
        usersByPhone.replace(old.phoneNumber, with: new.phoneNumber, new.id)
        users.change(new.id) { $0 = new }
        if let identity = new.identity { settleWarning(of: identity.id, now: now) }
    }

    /// Takes an access-system user out, and out of its identity.
    mutating func discard(_ user: AccessUser, now: Timestamp) {
        users.remove(user.id)
        usersByEmail.remove(user.emailAddress, user.id)
        usersByPhone.remove(user.phoneNumber, user.id)
        userCounts[user.systemID, default: 1] -= 1
        guard let identity = user.identity else { return }
        usersByIdentity[identity.id]?.removeAll { $0 == user.id }
        guard policy.accessUsers.forgottenBy.contains(.identity) else { return }
        identities.change(identity.id) { $0.userIDs.removeAll { $0 == user.id } }
        settleWarning(of: identity.id, now: now)
    }

    /// Notes since when a linked user's own profile differs from the identity's, or that none does.
    mutating func settleWarning(of identityID: ResourceID, now: Timestamp) {
        guard let identity = identities[identityID] else { return }
        let differs = identity.userIDs.contains { users[$0]?.differs(from: identity) == true }
        let since = differs ? identity.mismatchedSince ?? now : nil
        guard since != identity.mismatchedSince else { return }
        identities.change(identityID) { $0.mismatchedSince = since }
    }
}

extension AccessUser {
    /// Whether a value of its own profile is another one than the identity's; what either lacks does not count.
    fileprivate func differs(from identity: UserIdentity) -> Bool {
        ProfileValue.ofUsers.contains { value in
            guard let own = self[value], let other = identity[value] else { return false }
            return own != other
        }
    }
}
