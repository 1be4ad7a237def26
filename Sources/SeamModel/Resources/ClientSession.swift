public import Timestamps

/// A session that lets an app act for one identity (`client_session`).
public struct ClientSession: Resource {
    /// The id.
    public let id: ResourceID
    /// When it was created.
    public let createdAt: Timestamp
    /// The token that the app sends; starts with `seam_cst`.
    public let token: String
    /// When the token stops working.
    public internal(set) var expiresAt: Timestamp
    /// The caller's own key for the user, unique among sessions; nil when there is none.
    public let userIdentifierKey: String?
    /// The customer that the caller named; nil when there is none.
    public let customerKey: String?
    /// The identity that it acts for; nil when there is none.
    public internal(set) var identityID: ResourceID?
    /// The Connect Webviews that the caller named.
    public let connectWebviewIDs: [ResourceID]
    /// The connected accounts that the caller named.
    public let connectedAccountIDs: [ResourceID]
}
