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
        let user = try user(userID)
        guard let identity = try identity(id: identityID, orKey: key) else {
            try createIdentity(key: key, from: user, now: now)
            return
        }
        if let linked = user.identity {
            guard linked.id != identity.id else { return }
            throw Self.alreadyLinked
        }
        try checkRoom(for: user.systemID, in: identity)
        link(user.id, to: identity.id, now: now)
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
        guard user.identity?.id == identity.id else { throw .notFound("acs_user") }
        unlink(userID, now: now)
    }

    /// The refusal of a user that belongs to another identity.
    private static let alreadyLinked = ModelError.conflict(
        "acs_user_already_linked",
        "the acs user belongs to another user identity",
        at: ["acs_user_id"]
    )

    /// Refuses a second user of an access system for an identity.
    func checkRoom(for systemID: ResourceID, in identity: UserIdentity) throws(ModelError) {
        guard policy.enforcesOneUserPerSystem, user(of: identity, in: systemID) != nil else { return }
        throw .conflict(
            "user_identity_already_has_acs_user",
            "the user identity has an acs user in this acs system",
            at: ["acs_user_id"]
        )
    }

    /// The identity that the call means; nil when it names a key that nobody holds, and no id.
    private func identity(id: ResourceID?, orKey key: String?) throws(ModelError) -> UserIdentity? {
        let named = key.flatMap { identity(key: $0) }
        guard let id else {
            guard key != nil else {
                throw .invalidInput("One of user_identity_id or user_identity_key is required")
            }
            return named
        }
        let found = try identity(id)
        guard key == nil || named?.id == found.id else {
            throw .invalidInput("user_identity_id and user_identity_key name different user identities")
        }
        return found
    }

    /// Makes an identity with a key from a user's own profile and links the user to it.
    private mutating func createIdentity(key: String?, from user: AccessUser, now: Timestamp) throws(ModelError) {
        guard user.identity == nil else {
            throw Self.alreadyLinked
        }
        let draft = IdentityDraft(
            key: key,
            emailAddress: user.emailAddress,
            phoneNumber: user.phoneNumber,
            fullName: user.fullName
        )
        let identity = try createUserIdentity(draft, in: [], now: now)
        link(user.id, to: identity.id, now: now)
    }
}
