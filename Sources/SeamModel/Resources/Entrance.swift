public import Timestamps

/// A door or gate of an access system (`acs_entrance`); it is synced from the vendor.
public struct Entrance: Resource {
    /// The id.
    public let id: ResourceID
    /// When it was synced first.
    public let createdAt: Timestamp
    /// The access system that it belongs to.
    public let systemID: ResourceID
    /// The name.
    public let displayName: String
}
