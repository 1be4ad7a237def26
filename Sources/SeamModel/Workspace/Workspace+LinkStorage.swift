import Timestamps

/// The only places that link users to identities, unlink them, and keep what users show of their identity.
extension Workspace {
    /// Links a user to an identity; whether that may be is the caller's business.
    mutating func link(_ userID: ResourceID, to identityID: ResourceID, by way: Policy.Links.Way, now: Timestamp) {
        guard let identity = identities[identityID], let user = users[userID] else { return }
        if policy.links.namedByUser.contains(way) {
            let mirror = mirror(of: identity, on: user)
            users.change(userID) { $0.identity = mirror }
        }
        usersByIdentity[identityID, default: []].append(userID)
        if policy.links.listedByIdentity.contains(way) {
            identities.change(identityID) { $0.userIDs.append(userID) }
        }
        copyProfiles(of: userID, and: identityID, linkedBy: way, now: now)
        settleWarning(of: identityID, now: now)
    }

    /// Takes the link between a user and its identity away.
    mutating func unlink(_ userID: ResourceID, now: Timestamp) {
        guard let identityID = users[userID]?.identity?.id else { return }
        users.change(userID) { $0.identity = nil }
        if policy.identities.sparesUnlinkedUsers { usersByIdentity[identityID]?.removeAll { $0 == userID } }
        identities.change(identityID) { $0.userIDs.removeAll { $0 == userID } }
        settleWarning(of: identityID, now: now)
    }

    /// Lets the users of an identity show it as it is now.
    mutating func refreshMirrors(of identity: UserIdentity) {
        for userID in policy.links.refreshesEveryUser ? identity.userIDs[...] : identity.userIDs.prefix(1) {
            guard let user = users[userID], let shown = user.identity, shown.id == identity.id else { continue }
            let mirror = mirror(of: identity, on: user).keeping(shown, but: policy.links.refreshed)
            users.change(userID) { $0.identity = mirror }
        }
    }

    /// What a user shows of its identity.
    func mirror(of identity: UserIdentity, on user: AccessUser) -> IdentityMirror {
        let shown = policy.links.mirrored
        let isOwn = !policy.links.mirrorsIdentity
        let value = { (value: ProfileValue) in
            shown.contains(value) ? (isOwn ? user[value] : identity[value]) : nil
        }
        let name = value(.fullName) ?? (policy.links.mirrorsNothingAsNull ? nil : "")
        return IdentityMirror(
            id: identity.id,
            fullName: name,
            emailAddress: value(.emailAddress),
            phoneNumber: value(.phoneNumber)
        )
    }
}

extension IdentityMirror {
    /// The mirror with the values of another one, apart from some.
    fileprivate func keeping(_ other: IdentityMirror, but values: Set<ProfileValue>) -> IdentityMirror {
        IdentityMirror(
            id: id,
            fullName: values.contains(.fullName) ? fullName : other.fullName,
            emailAddress: values.contains(.emailAddress) ? emailAddress : other.emailAddress,
            phoneNumber: values.contains(.phoneNumber) ? phoneNumber : other.phoneNumber
        )
    }
}
