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
        guard !others.isEmpty || policy.merging.acceptsRepetition else { throw .notFound("user_identity") }
        for other in policy.merging.mergesEvery ? others[...] : others.prefix(1) {
            absorb(other, into: primary.id, isFirst: other.id == others.first?.id, now: now)
        }
    }

    /// The identities that a merge by id is about, without those that have been merged into the primary already.
    func mergePartners(ids: [ResourceID], primary: ResourceID) throws(ModelError) -> [UserIdentity] {
        var partners: [UserIdentity] = []
        for id in ids {
            guard id != primary else { throw .invalidInput("a user identity cannot be merged into itself") }
            guard policy.merging.refusesUnknown || (try? identity(id)) != nil else { continue }
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
        guard !policy.links.oneUserPerSystem.contains(.merge) || Set(systems).count == systems.count else {
            throw .conflict(
                "user_identities_share_acs_system",
                "more than one of the user identities has an acs user in the same acs system"
            )
        }
    }

    /// Moves all that one identity has to the primary, and lets its id and key lead there.
    private mutating func absorb(
        _ other: UserIdentity,
        into primaryID: ResourceID,
        isFirst: Bool,
        now: Timestamp
    ) {
        guard let old = identities[primaryID] else { return }
        let rules = policy.merging
        let userIDs = usersByIdentity[other.id] ?? []
        discard(other)
        if !rules.unlistsMerged { deletedIdentities.append(other) }
        var new = old
        for value in rules.filled {
            new[value] = (rules.keepsOwnValues ? old[value] : nil) ?? other[value] ?? old[value]
        }
        let ids = [other.id] + other.mergedIDs
        let keys = (other.key.map { [$0] } ?? []) + other.mergedKeys
        if rules.listsIDs { new.mergedIDs += ids }
        if rules.listsKeys { new.mergedKeys += keys }
        for id in ids where rules.resolvesIDs { identitiesByMergedID[id] = primaryID }
        for key in keys where rules.resolvesKeys { identitiesByMergedKey.insert(key, primaryID) }
        let movesSessions = rules.movesSessions && (isFirst || rules.movesSessionsOfEvery)
        if movesSessions { moveSessions(of: other.id, to: primaryID) }
        replace(old, with: new, now: now)
        let movesUsers = rules.movesUsers && (isFirst || rules.movesUsersOfEvery)
        if movesUsers { identities.change(primaryID) { $0.userIDs += other.userIDs } }
        moveUsers(userIDs, to: movesUsers ? new : nil, now: now)
        settleWarning(of: primaryID, now: now)
    }

    /// Gives the users of a merged identity to the primary; without one they belong to nobody.
    private mutating func moveUsers(_ userIDs: [ResourceID], to primary: UserIdentity?, now: Timestamp) {
        for userID in userIDs {
            guard let user = users[userID] else { continue }
            let shown = primary.map { mirror(of: $0, on: user) }
            if policy.merging.renamesOwner { users.change(userID) { $0.identity = shown } }
            if let primary { usersByIdentity[primary.id, default: []].append(userID) }
        }
    }
}
