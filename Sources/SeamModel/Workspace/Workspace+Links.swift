import Timestamps

extension Workspace {
    /// Links an access-system user to the identity with an id or a key.
    ///
    /// A key that nobody holds makes an identity from the user's own profile (OpenAPI document,
    /// `/user_identities/add_acs_user`). A repeated link changes nothing. A user of another identity, and a second user
    /// of one access system, are refused; the sources leave the first open.
    /// - Throws: `ModelError` when user or identity is unknown or the link may not be; nothing is stored then.
    mutating func addUser(
        _ userID: ResourceID,
        toIdentity identityID: ResourceID?,
        orKey key: String?,
        now: Timestamp
    ) throws(ModelError) {
        if !policy.additions.addsAllOrNothing, users[userID] == nil, let key, identity(key: key) == nil {
            store(IdentityDraft(key: key).identity(id: generator.nextID(), now: now))
        }
        let user = try user(userID)
        guard policy.additions.needsIdentity || identityID != nil || key != nil else { return }
        guard let identity = try identity(id: identityID, orKey: key) else {
            try createIdentity(key: key, from: user, now: now)
            return
        }
        let way: Policy.Links.Way = identityID == nil ? .additionByKey : .addition
        if let linked = user.identity {
            guard linked.id != identity.id else { return try addAgain(user, to: identity) }
            guard !policy.additions.refusesLinkedUsers else { throw Self.alreadyLinked }
        }
        try checkRoom(for: user.systemID, in: identity, by: way)
        try checkHistory(of: user, with: identity)
        link(user.id, to: identity.id, by: way, now: now)
        if !policy.additions.keepsCreationTime { identities.change(identity.id) { $0.createdAt = now } }
    }

    /// Takes an access-system user from the identity that it is linked to; both stay.
    ///
    /// - Throws: `ModelError` when either is unknown or the user is not linked to that identity.
    mutating func removeUser(
        _ userID: ResourceID,
        fromIdentity identityID: ResourceID,
        now: Timestamp
    ) throws(ModelError) {
        let identity = try identity(identityID)
        let user = try user(userID)
        guard user.identity?.id == identity.id || !policy.additions.sparesOthers else { throw .notFound("acs_user") }
        unlink(userID, now: now)
        mistreat(user, removedFrom: identity, now: now)
    }

    /// The refusal of a user that belongs to another identity.
    static let alreadyLinked = ModelError.conflict(
        "acs_user_already_linked",
        "the acs user belongs to another user identity",
        at: ["acs_user_id"]
    )

    /// Refuses a second user of an access system for an identity.
    func checkRoom(
        for systemID: ResourceID,
        in identity: UserIdentity,
        by way: Policy.Links.Way
    ) throws(ModelError) {
        let isFull = user(of: identity, in: systemID) != nil && policy.links.oneUserPerSystem.contains(way)
        let isClosed = way == .addition && !policy.additions.acceptsOtherSystems && !identity.userIDs.isEmpty
        guard isFull || isClosed else { return }
        throw .conflict(
            "user_identity_already_has_acs_user",
            "the user identity has an acs user in this acs system",
            at: ["acs_user_id"]
        )
    }

    /// What a repeated addition does: nothing.
    private mutating func addAgain(_ user: AccessUser, to identity: UserIdentity) throws(ModelError) {
        guard policy.additions.acceptsRepetition else { throw Self.alreadyLinked }
        if !policy.additions.listsOnce { identities.change(identity.id) { $0.userIDs.append(user.id) } }
    }

    /// The identity that the call means; nil when it names a key that nobody holds, and no id.
    private func identity(id: ResourceID?, orKey key: String?) throws(ModelError) -> UserIdentity? {
        let named = key.flatMap { policy.additions.findsKeys ? identity(key: $0) : nil }
        guard let id else {
            guard key != nil else {
                throw .invalidInput("One of user_identity_id or user_identity_key is required")
            }
            return named
        }
        if !policy.additions.refusesUnknownIdentity, identities[id] == nil { return nil }
        let found = try identity(id)
        guard key == nil || named?.id == found.id else {
            throw .invalidInput("user_identity_id and user_identity_key name different user identities")
        }
        return found
    }

    /// Makes an identity with a key from a user's own profile and links the user to it.
    private mutating func createIdentity(key: String?, from user: AccessUser, now: Timestamp) throws(ModelError) {
        let rules = policy.additions
        guard user.identity == nil || !rules.refusesLinkedUsers else { throw Self.alreadyLinked }
        guard rules.makesIdentities else { throw .notFound("user_identity") }
        var draft = IdentityDraft(key: rules.keepsKey ? key : nil)
        for value in rules.copied { draft[value] = user[value] }
        let identity = try createUserIdentity(draft, in: [], now: now)
        link(user.id, to: identity.id, by: .additionByNewKey, now: now)
    }
}
