extension Workspace {
    /// The operations under `/client_sessions`.
    static let clientSessionOperations: [String: Operation] = [
        "client_sessions.create": { (workspace, parameters, call) throws(ModelError) in
            let session = try workspace.createSession(ClientSessionDraft(parameters), call)
            return .resource(key: "client_session", session.json(in: workspace.id))
        },
        "client_sessions.get_or_create": { (workspace, parameters, call) throws(ModelError) in
            let session = try workspace.getOrCreateSession(ClientSessionDraft(parameters), call)
            return .resource(key: "client_session", session.json(in: workspace.id))
        },
        "client_sessions.get": { (workspace, parameters, call) throws(ModelError) in
            let session = try workspace.session(named: parameters, call)
            return .resource(key: "client_session", session.json(in: workspace.id))
        },
        "client_sessions.delete": { (workspace, parameters, call) throws(ModelError) in
            try workspace.deleteSession(parameters.requiredID("client_session_id"))
            return .done
        },
    ]

    /// The session that a call names by id or user identifier key, or the caller's own.
    private func session(named parameters: Parameters, _ call: Call) throws(ModelError) -> ClientSession {
        let id = try parameters.id("client_session_id")
        let key = try parameters.text("user_identifier_key")
        let named = id.flatMap { sessions[$0] } ?? key.flatMap { session(userKey: $0) }
        switch call.scope {
        case .workspace:
            guard id != nil || key != nil else {
                throw .invalidInput("One of client_session_id or user_identifier_key is required")
            }
            guard let named else { throw .notFound("client_session") }
            return named
        case .session(let own):
            guard let session = sessions[own], id == nil && key == nil || named?.id == own else {
                throw .notFound("client_session")
            }
            return session
        }
    }
}
