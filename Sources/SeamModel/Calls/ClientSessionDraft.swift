import Timestamps

/// The values that a caller gives for a client session.
struct ClientSessionDraft: Sendable, Equatable {
    /// The caller's own key for the user; nil for none.
    var userIdentifierKey: String?
    /// The customer; nil for none.
    var customerKey: String?
    /// The identity to act for; nil for none.
    var identityID: ResourceID?
    /// When the token stops working; nil leaves that to the workspace.
    var expiresAt: Timestamp?
    /// The Connect Webviews.
    var connectWebviewIDs: [ResourceID] = []
    /// The connected accounts.
    var connectedAccountIDs: [ResourceID] = []

    /// The values among the parameters of a call.
    init(_ parameters: Parameters) throws(ModelError) {
        userIdentifierKey = try parameters.text("user_identifier_key")
        customerKey = try parameters.text("customer_key")
        let identityIDs = try parameters.ids("user_identity_ids")
        identityID = try parameters.id("user_identity_id") ?? identityIDs?.first
        expiresAt = try parameters.instant("expires_at")
        connectWebviewIDs = try parameters.ids("connect_webview_ids") ?? []
        connectedAccountIDs = try parameters.ids("connected_account_ids") ?? []
    }
}
