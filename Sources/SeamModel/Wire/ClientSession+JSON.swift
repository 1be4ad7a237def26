import JSON

extension ClientSession {
    /// The `client_session` of the API (OpenAPI document, `client_session`).
    ///
    /// - Parameter workspaceID: the workspace that it belongs to.
    /// - Returns: the JSON object.
    func json(in workspaceID: ResourceID) -> JSONValue {
        var members = MemberList(capacity: 12)
        members.add("client_session_id", id)
        members.add("workspace_id", workspaceID)
        members.add("created_at", createdAt)
        members.add("expires_at", expiresAt)
        members.add("token", .string(token))
        members.addNullable("user_identifier_key", userIdentifierKey)
        members.addOptional("customer_key", customerKey)
        if let identityID { members.add("user_identity_id", identityID) }
        members.add("user_identity_ids", identityID.map { [$0] } ?? [])
        members.add("connect_webview_ids", connectWebviewIDs)
        members.add("connected_account_ids", connectedAccountIDs)
        members.add("device_count", 0)
        return members.json
    }
}
