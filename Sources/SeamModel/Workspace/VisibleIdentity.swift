/// Whose data a caller may see.
enum VisibleIdentity {
    /// Everybody's.
    case all
    /// That of one identity; nil is nobody's.
    case only(ResourceID?)

    /// Whether the caller may see that identity.
    func allows(_ id: ResourceID?) -> Bool {
        switch self {
        case .all: true
        case .only(let own): own != nil && own == id
        }
    }
}

extension Workspace {
    /// Whose data the caller may see: a client session sees its own identity's only (guide on client sessions).
    func visibleIdentity(_ call: Call) -> VisibleIdentity {
        switch call.scope {
        case .workspace: .all
        case .session(let id): .only(sessions[id]?.identityID)
        }
    }

    /// The users that the caller may see; nil means all of them.
    func visibleUsers(_ call: Call) -> [AccessUser]? {
        guard case .only(let id) = visibleIdentity(call) else { return nil }
        return id.flatMap { identities[$0] }.map(users(of:)) ?? []
    }
}
