public import Timestamps

/// A user of an access system (`acs_user`).
public struct AccessUser: Resource {
    /// The id.
    public let id: ResourceID
    /// When it was created.
    public internal(set) var createdAt: Timestamp
    /// The access system that it belongs to for good.
    public let systemID: ResourceID
    /// The user's own name; nil for one made from an identity without a name.
    public internal(set) var fullName: String?
    /// The user's own e-mail address; nil when there is none.
    public internal(set) var emailAddress: String?
    /// The user's own phone number; nil when there is none.
    public internal(set) var phoneNumber: String?
    /// When the user may enter; nil when that is not limited.
    public internal(set) var schedule: AccessSchedule?
    /// Whether the user is blocked for the time being.
    public internal(set) var isSuspended = false
    /// The access groups that it is in, in the order it joined.
    public internal(set) var groupIDs: [ResourceID] = []
    /// The entrances granted to it directly, in the order they were granted.
    public internal(set) var entranceIDs: [ResourceID] = []
    /// The HID system that the caller named for it; nil when there is none.
    public internal(set) var hidSystemID: ResourceID?
    /// The linked identity and the copy of its profile that the user shows; nil when none is linked.
    public internal(set) var identity: IdentityMirror?

    /// What the deprecated `email` shows instead of the e-mail address; nil in a correct workspace.
    var shownEmail: String?

    /// What to call the user: the name, else e-mail address, phone number or id; never empty.
    public var displayName: String {
        fullName ?? emailAddress ?? phoneNumber ?? id.description
    }
}

/// An identity as its access-system users show it: the three `user_identity_*` members and the id.
public struct IdentityMirror: Sendable, Hashable {
    /// The identity.
    public let id: ResourceID
    /// The identity's name; nil when it has none.
    public let fullName: String?
    /// The identity's e-mail address; nil when it has none.
    public let emailAddress: String?
    /// The identity's phone number; nil when it has none.
    public let phoneNumber: String?
}
