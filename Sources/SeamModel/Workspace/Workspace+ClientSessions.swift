import Timestamps

extension Workspace {
    /// How long a session lives whose caller does not say; the sources name no figure.
    static let sessionLifetime = Duration.seconds(24 * 60 * 60)

    /// Creates a client session.
    ///
    /// A user identifier key that another session has is refused, or, with PUT, that session is the answer (as the
    /// public fake has it).
    /// - Parameters:
    ///   - draft: what the session is to be.
    ///   - call: the time, and whether an existing session will do.
    /// - Returns: the session as stored.
    /// - Throws: `ModelError` when the key is taken or the identity is unknown.
    mutating func createSession(_ draft: ClientSessionDraft, _ call: Call) throws(ModelError) -> ClientSession {
        if let session = draft.userIdentifierKey.flatMap({ self.session(userKey: $0) }) {
            guard !call.prefersExisting else { return session }
            throw ModelError(
                status: 400,
                type: "client_session_token_already_exists",
                message: "another client session has this user_identifier_key",
                parameter: ["user_identifier_key"]
            )
        }
        let identityID = try draft.identityID.map { (id) throws(ModelError) in try identity(id).id }
        return storeSession(draft, for: identityID, now: call.now)
    }

    /// The client session that has the characteristics, with its end moved if the caller says one, else a new one.
    ///
    /// - Throws: `ModelError` when the identity is unknown.
    mutating func getOrCreateSession(_ draft: ClientSessionDraft, _ call: Call) throws(ModelError) -> ClientSession {
        let identityID = try draft.identityID.map { (id) throws(ModelError) in try identity(id).id }
        guard let session = existingSession(draft, of: identityID) else {
            return storeSession(draft, for: identityID, now: call.now)
        }
        if let expiresAt = draft.expiresAt { sessions.change(session.id) { $0.expiresAt = expiresAt } }
        return sessions[session.id] ?? session
    }

    /// Deletes a client session; its token stops working.
    ///
    /// - Throws: `ModelError` when there is no such session.
    mutating func deleteSession(_ id: ResourceID) throws(ModelError) {
        guard sessions[id] != nil else { throw .notFound("client_session") }
        if policy.endsDeletedSessions { discardSession(id) }
    }

    /// The session with a user identifier key; nil when there is none.
    func session(userKey: String) -> ClientSession? {
        sessionsByUserKey[userKey].first.flatMap { sessions[$0] }
    }

    /// The session with a token; nil when there is none.
    func session(token: String) -> ClientSession? {
        sessionsByToken[token].first.flatMap { sessions[$0] }
    }

    /// Takes a session out.
    mutating func discardSession(_ id: ResourceID) {
        guard let session = sessions.remove(id) else { return }
        sessionsByToken.remove(session.token, id)
        sessionsByUserKey.remove(session.userIdentifierKey, id)
        if let identityID = session.identityID { sessionsByIdentity[identityID]?.removeAll { $0 == id } }
    }

    /// Gives the sessions of one identity to another.
    mutating func moveSessions(of identityID: ResourceID, to primaryID: ResourceID) {
        let ids = sessionsByIdentity.removeValue(forKey: identityID) ?? []
        sessionsByIdentity[primaryID, default: []] += ids
        for id in ids { sessions.change(id) { $0.identityID = primaryID } }
    }

    /// The session that has the key, or else belongs to the identity; nil when there is none or neither is named.
    private func existingSession(_ draft: ClientSessionDraft, of identityID: ResourceID?) -> ClientSession? {
        if let key = draft.userIdentifierKey { return session(userKey: key) }
        guard let identityID else { return nil }
        return sessionsByIdentity[identityID]?.first.flatMap { sessions[$0] }
    }

    /// Stores a new session.
    private mutating func storeSession(
        _ draft: ClientSessionDraft,
        for identityID: ResourceID?,
        now: Timestamp
    ) -> ClientSession {
        let session = ClientSession(
            id: generator.nextID(),
            createdAt: now,
            token: "seam_cst1\(generator.nextText(length: 7))_\(generator.nextText(length: 24))",
            expiresAt: draft.expiresAt ?? now + Self.sessionLifetime,
            userIdentifierKey: draft.userIdentifierKey,
            customerKey: draft.customerKey,
            identityID: identityID,
            connectWebviewIDs: draft.connectWebviewIDs,
            connectedAccountIDs: draft.connectedAccountIDs
        )
        sessions.append(session)
        sessionsByToken.insert(session.token, session.id)
        sessionsByUserKey.insert(session.userIdentifierKey, session.id)
        if let identityID { sessionsByIdentity[identityID, default: []].append(session.id) }
        return session
    }
}
