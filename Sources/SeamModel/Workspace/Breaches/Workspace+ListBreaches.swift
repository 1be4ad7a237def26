import JSON
import Timestamps

/// What is listed and found only where the policy does not forbid it.
extension Workspace {
    /// The identities that lists are about: those that are there, and deleted ones that the policy does not forget.
    var listedIdentities: Table<UserIdentity> {
        guard !policy.identities.forgottenBy.contains(.list) || !policy.merging.unlistsMerged else { return identities }
        return identities.joined(with: deletedIdentities)
    }

    /// The users that lists are about: those that are there, and deleted ones that the policy does not forget.
    var listedUsers: Table<AccessUser> {
        policy.accessUsers.forgottenBy.contains(.list) ? users : users.joined(with: deletedUsers)
    }

    /// The users of an identity as they are listed.
    func listedUsers(of identity: UserIdentity) -> [AccessUser] {
        let users = users(of: identity).filter { policy.links.listsSuspendedUsers || !$0.isSuspended }
        return policy.links.listsUsersOnce ? users : users + users
    }

    /// The access systems of an identity as they are listed.
    func listedSystems(of identity: UserIdentity) -> [AccessSystem] {
        let users = users(of: identity)
        let own = systems.rows.filter { system in
            !policy.links.listsOwnSystemsOnly || users.contains { $0.systemID == system.id }
        }
        return policy.links.listsEverySystem ? own : Array(own.prefix(1))
    }

    /// An identity that is found by an id that none has.
    func unaskedIdentity(_ id: ResourceID) -> UserIdentity? {
        if !policy.identities.forgottenBy.contains(.byID), let deleted = deletedIdentities[id] { return deleted }
        guard !policy.identities.refusesUnknownID, (try? identity(id)) == nil else { return nil }
        return identities.rows.first { _ in true }
    }

    /// An identity that is found by a key that none has, or made for it.
    mutating func unaskedIdentity(key: String, now: Timestamp) throws(ModelError) -> UserIdentity? {
        if !policy.identities.forgottenBy.contains(.byKey),
            let deleted = deletedIdentities.rows.first(where: { $0.key == key })
        {
            return deleted
        }
        return policy.identities.readsOnly ? nil : try createUserIdentity(IdentityDraft(key: key), in: [], now: now)
    }

    /// A page in another order each time that it is asked for.
    mutating func reordered(_ page: Answer, for parameters: Parameters) -> Answer {
        let list = PageCursor.binding("order", parameters.object, in: id)
        listedBefore.formSymmetricDifference([list])
        guard case .page(let key, let rows, let cursor) = page, !listedBefore.contains(list) else { return page }
        return .page(key: key, rows.reversed(), nextCursor: cursor)
    }

    /// Merges the known ones of several identities, of which one is not known.
    mutating func mergeKnown(_ ids: [ResourceID], into primary: ResourceID, now: Timestamp) throws(ModelError) {
        guard !policy.merging.mergesAllOrNothing else { return }
        let known = ids.filter { (try? identity($0)) != nil }
        guard known.count < ids.count else { return }
        try merge(mergePartners(ids: known, primary: primary), into: primary, now: now)
    }
}

extension Policy.Lists {
    /// Whether a row that was created then is listed, when only older ones than some time are asked for.
    func allows(_ createdAt: Timestamp, before time: Timestamp?, at now: Timestamp) -> Bool {
        guard showsNewRows || createdAt + .seconds(1) < now else { return false }
        guard let time else { return true }
        return createdAt < (isStrictlyBefore ? time : time + .milliseconds(1))
    }
}
