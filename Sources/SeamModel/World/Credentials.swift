/// What a request brings to show who sends it; nil members are not brought.
public struct Credentials: Sendable, Hashable {
    /// The token behind `Authorization: Bearer`.
    public var bearerToken: String?
    /// The `client-session-token` or `seam-client-session-token` header.
    public var clientSessionToken: String?
    /// The `seam-workspace` header.
    public var workspace: String?

    /// Credentials.
    ///
    /// - Parameters:
    ///   - bearerToken: the token behind `Authorization: Bearer`.
    ///   - clientSessionToken: the header of a client session.
    ///   - workspace: the `seam-workspace` header.
    public init(bearerToken: String? = nil, clientSessionToken: String? = nil, workspace: String? = nil) {
        self.bearerToken = bearerToken
        self.clientSessionToken = clientSessionToken
        self.workspace = workspace
    }
}

/// What credentials open.
public struct Access: Sendable, Hashable {
    /// The place of the workspace among those of the world.
    public let workspace: Int
    /// How much of the workspace is open.
    public let scope: Call.Scope
    /// The way of authorizing, in the words of the contract, such as `api_key`.
    public let scheme: String
}
