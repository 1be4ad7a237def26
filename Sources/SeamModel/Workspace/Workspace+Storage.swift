import Timestamps

/// The only places that put identities and users in, take them out and change their indexed values.
extension Workspace {
    /// Stores a new identity.
    mutating func store(_ identity: UserIdentity) {
        identities.append(identity)
        identitiesByKey.insert(identity.key, identity.id)
        identitiesByEmail.insert(identity.emailAddress, identity.id)
        identitiesByPhone.insert(identity.phoneNumber, identity.id)
    }

    /// Puts a changed identity in the place of the stored one, and refreshes what its users show of it.
    mutating func replace(_ old: UserIdentity, with new: UserIdentity, now: Timestamp) {
        identitiesByKey.replace(old.key, with: new.key, new.id)
        identitiesByEmail.replace(old.emailAddress, with: new.emailAddress, new.id)
        identitiesByPhone.replace(old.phoneNumber, with: new.phoneNumber, new.id)
        identities.change(new.id) { $0 = new }
        if policy.refreshesMirrors {
            for userID in new.userIDs {
                users.change(userID) { $0.identity = IdentityMirror(new) }
            }
        }
        settleWarning(of: new.id, now: now)
    }

    /// Takes an identity out, with the ids and keys merged into it; its users and sessions are the caller's business.
    mutating func discard(_ identity: UserIdentity) {
        identities.remove(identity.id)
        identitiesByKey.remove(identity.key, identity.id)
        identitiesByEmail.remove(identity.emailAddress, identity.id)
        identitiesByPhone.remove(identity.phoneNumber, identity.id)
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
        identities.change(identity.id) { $0.userIDs.removeAll { $0 == user.id } }
        settleWarning(of: identity.id, now: now)
    }

    /// Links a user to an identity; whether that may be is the caller's business.
    mutating func link(_ userID: ResourceID, to identityID: ResourceID, now: Timestamp) {
        guard let identity = identities[identityID] else { return }
        users.change(userID) { $0.identity = IdentityMirror(identity) }
        usersByIdentity[identityID, default: []].append(userID)
        if policy.listsLinksOnIdentity {
            identities.change(identityID) { $0.userIDs.append(userID) }
        }
        settleWarning(of: identityID, now: now)
    }

    /// Takes the link between a user and its identity away.
    mutating func unlink(_ userID: ResourceID, now: Timestamp) {
        guard let identityID = users[userID]?.identity?.id else { return }
        users.change(userID) { $0.identity = nil }
        usersByIdentity[identityID]?.removeAll { $0 == userID }
        identities.change(identityID) { $0.userIDs.removeAll { $0 == userID } }
        settleWarning(of: identityID, now: now)
    }

    /// Notes since when a linked user's own profile differs from the identity's, or that none does.
    private mutating func settleWarning(of identityID: ResourceID, now: Timestamp) {
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
        let pairs = [
            (fullName, identity.fullName), (emailAddress, identity.emailAddress), (phoneNumber, identity.phoneNumber),
        ]
        return pairs.contains { own, other in
            guard let own, let other else { return false }
            return own != other
        }
    }
}
