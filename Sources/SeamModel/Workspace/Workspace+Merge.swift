import Timestamps

extension Workspace {
    /// Merges identities into a primary one (OpenAPI document, `/user_identities/merge`).
    ///
    /// The primary takes an e-mail address or phone number that it lacks, and their users and client sessions; they go,
    /// and their ids and keys lead to the primary. One that has been merged into it before is passed over. Two users in
    /// one access system refuse the merge; the sources leave that open.
    /// - Parameters:
    ///   - others: the identities to merge, each once.
    ///   - primaryID: the identity to keep.
    ///   - now: the time of the call.
    /// - Throws: `ModelError` when the primary is among the others or an access system would come twice.
    mutating func merge(
        _ others: [UserIdentity],
        into primaryID: ResourceID,
        now: Timestamp
    ) throws(ModelError) {
        let primary = try identity(primaryID)
        try checkSystems(of: [primary] + others)
        for other in others {
            absorb(other, into: primary.id, now: now)
        }
    }

    /// The identities that a merge by id is about, without those that have been merged into the primary already.
    func mergePartners(ids: [ResourceID], primary: ResourceID) throws(ModelError) -> [UserIdentity] {
        var partners: [UserIdentity] = []
        for id in ids {
            guard id != primary else { throw .invalidInput("a user identity cannot be merged into itself") }
            let partner = try identity(id)
            if partner.id != primary, !partners.contains(where: { $0.id == partner.id }) { partners.append(partner) }
        }
        return partners
    }

    /// The identities that a merge by key is about, without those that have been merged into the primary already.
    func mergePartners(keys: [String], primary: UserIdentity) throws(ModelError) -> [UserIdentity] {
        var partners: [UserIdentity] = []
        for key in keys {
            guard key != primary.key else { throw .invalidInput("a user identity cannot be merged into itself") }
            guard let partner = identity(key: key) else { throw .notFound("user_identity") }
            if partner.id != primary.id, !partners.contains(where: { $0.id == partner.id }) { partners.append(partner) }
        }
        return partners
    }

    /// Refuses a merge that would give the primary two users in one access system.
    private func checkSystems(of identities: [UserIdentity]) throws(ModelError) {
        let systems = identities.flatMap(\.userIDs).compactMap { users[$0]?.systemID }
        guard !policy.enforcesOneUserPerSystem || Set(systems).count == systems.count else {
            throw .conflict(
                "user_identities_share_acs_system",
                "more than one of the user identities has an acs user in the same acs system"
            )
        }
    }

    /// Moves all that one identity has to the primary, and lets its id and key lead there.
    private mutating func absorb(_ other: UserIdentity, into primaryID: ResourceID, now: Timestamp) {
        guard let old = identities[primaryID] else { return }
        usersByIdentity[primaryID, default: []] += usersByIdentity[other.id] ?? []
        discard(other)
        var new = old
        new.emailAddress = old.emailAddress ?? other.emailAddress
        new.phoneNumber = old.phoneNumber ?? other.phoneNumber
        new.userIDs += other.userIDs
        let ids = [other.id] + other.mergedIDs
        let keys = (other.key.map { [$0] } ?? []) + other.mergedKeys
        new.mergedIDs += ids
        new.mergedKeys += keys
        for id in ids { identitiesByMergedID[id] = primaryID }
        for key in keys { identitiesByMergedKey.insert(key, primaryID) }
        moveSessions(of: other.id, to: primaryID)
        for userID in other.userIDs { users.change(userID) { $0.identity = IdentityMirror(new) } }
        replace(old, with: new, now: now)
    }
}
