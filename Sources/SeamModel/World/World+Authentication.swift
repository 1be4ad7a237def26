public import Timestamps

extension World {
    /// What credentials open.
    ///
    /// The statuses and types of the refusals are those of the public fake.
    /// - Parameters:
    ///   - credentials: what the request brings.
    ///   - now: the time of the request.
    /// - Returns: the workspace, and how much of it.
    /// - Throws: `ModelError`, 401 for all but a malformed client session token, which is 400.
    public func access(with credentials: Credentials, now: Timestamp) throws(ModelError) -> Access {
        if let token = credentials.clientSessionToken {
            guard token.hasPrefix(Self.sessionPrefix) else {
                throw ModelError(
                    status: 400,
                    type: "invalid_client_session_token",
                    message: "a client session token starts with \(Self.sessionPrefix)"
                )
            }
            return try sessionAccess(token, now: now)
        }
        guard let token = credentials.bearerToken else {
            throw .unauthorized("No authentication methods succeeded")
        }
        if token.hasPrefix(Self.sessionPrefix) { return try sessionAccess(token, now: now) }
        if token.hasPrefix(Self.accessTokenPrefix) {
            return try tokenAccess(token, workspace: credentials.workspace)
        }
        guard let place = place(ofAPIKey: token) else { throw .unauthorized("API Key not found") }
        return Access(workspace: place, scope: .workspace, scheme: "api_key")
    }

    /// What every client session token starts with.
    private static let sessionPrefix = "seam_cst"
    /// What every personal access token starts with.
    private static let accessTokenPrefix = "seam_at"

    /// What a personal access token opens: the workspace that the request names beside it.
    private func tokenAccess(_ token: String, workspace: String?) throws(ModelError) -> Access {
        guard let workspace else {
            throw .unauthorized("a personal access token needs the header seam-workspace")
        }
        let id = ResourceID(workspace)
        guard knows(personalAccessToken: token), let place = workspaces.firstIndex(where: { $0.id == id }) else {
            throw .unauthorized("Access token not found")
        }
        return Access(workspace: place, scope: .workspace, scheme: "pat_with_workspace")
    }

    /// What a client session token opens.
    private func sessionAccess(_ token: String, now: Timestamp) throws(ModelError) -> Access {
        for (place, workspace) in workspaces.enumerated() {
            guard let session = workspace.session(token: token) else { continue }
            guard session.expiresAt > now else {
                throw .unauthorized("the client session has expired", type: "client_session_expired")
            }
            return Access(workspace: place, scope: .session(session.id), scheme: "client_session")
        }
        throw .unauthorized("client session not found", type: "client_session_not_found")
    }
}
