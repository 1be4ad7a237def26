public import Timestamps

/// An access group of an access system (`acs_access_group`).
///
/// It is synced from the vendor; its members know it, not it them.
public struct AccessGroup: Resource {
    /// The id.
    public let id: ResourceID
    /// When it was synced first.
    public let createdAt: Timestamp
    /// The access system that it belongs to.
    public let systemID: ResourceID
    /// The name.
    public let name: String
    /// The entrances that its members may use.
    public let entranceIDs: [ResourceID]
}
