extension Workspace {
    /// The identity of that id, or the one that it was merged into.
    ///
    /// - Throws: `ModelError` (404) when there is none.
    func identity(_ id: ResourceID) throws(ModelError) -> UserIdentity {
        if let identity = identities[id] { return identity }
        guard let primary = identitiesByMergedID[id], let identity = identities[primary] else {
            throw .notFound("user_identity")
        }
        return identity
    }

    /// The identity that holds a key, or the one that its holder was merged into; nil when there is none.
    func identity(key: String) -> UserIdentity? {
        let id = identitiesByValue[.key]?[key].first ?? identitiesByMergedKey[key].first
        guard id != nil || policy.identities.findsKeysWhole else {
            return identities.rows.first { $0.key?.hasPrefix(key) == true }
        }
        return id.flatMap { identities[$0] }
    }

    /// The access-system user of that id.
    ///
    /// - Throws: `ModelError` (404) when there is none.
    func user(_ id: ResourceID) throws(ModelError) -> AccessUser {
        guard let user = users[id] else { throw .notFound("acs_user") }
        return user
    }

    /// The user that an identity has in an access system; nil when there is none.
    func user(of identity: UserIdentity, in systemID: ResourceID) -> AccessUser? {
        for id in identity.userIDs {
            if let user = users[id], user.systemID == systemID { return user }
        }
        return nil
    }

    /// The access system of that id.
    ///
    /// - Throws: `ModelError` (404) when there is none.
    func system(_ id: ResourceID) throws(ModelError) -> AccessSystem {
        guard let system = systems[id] else { throw .notFound("acs_system") }
        return system
    }

    /// The access group of that id.
    ///
    /// - Throws: `ModelError` (404) when there is none.
    func group(_ id: ResourceID) throws(ModelError) -> AccessGroup {
        guard let group = groups[id] else { throw .notFound("acs_access_group") }
        return group
    }

    /// The entrance of that id.
    ///
    /// - Throws: `ModelError` (404) when there is none.
    func entrance(_ id: ResourceID) throws(ModelError) -> Entrance {
        guard let entrance = entrances[id] else { throw .notFound("acs_entrance") }
        return entrance
    }
}
