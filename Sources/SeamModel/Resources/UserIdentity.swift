public import Timestamps

/// A person of a workspace (`user_identity`).
public struct UserIdentity: Resource {
    /// The id.
    public let id: ResourceID
    /// When it was created.
    public internal(set) var createdAt: Timestamp
    /// The caller's own key, unique in the workspace; nil when there is none.
    public internal(set) var key: String?
    /// The e-mail address, unique in the workspace; nil when there is none.
    public internal(set) var emailAddress: String?
    /// The phone number, unique in the workspace; nil when there is none.
    public internal(set) var phoneNumber: String?
    /// The name, which need not be unique; nil when there is none.
    public internal(set) var fullName: String?
    /// The access-system users linked to it, in the order they were linked; at most one per access system.
    public internal(set) var userIDs: [ResourceID] = []
    /// The ids of the identities merged into it, which lead to it now.
    public internal(set) var mergedIDs: [ResourceID] = []
    /// The keys of the identities merged into it, which lead to it now.
    public internal(set) var mergedKeys: [String] = []
    /// Since when a linked user's profile differs from it; nil when none does.
    public internal(set) var mismatchedSince: Timestamp?

    /// A displayed name that does not follow the others; nil in a correct workspace.
    var shownName: String?

    /// What to call the person: the name, else e-mail address, key, phone number or id; never empty.
    ///
    /// The name comes first in every source; the order of the rest is known only up to the key (UI-DISPLAY-FALLBACK).
    public var displayName: String {
        shownName ?? fullName ?? emailAddress ?? key ?? phoneNumber ?? id.description
    }
}
