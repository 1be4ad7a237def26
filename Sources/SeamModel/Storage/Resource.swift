public import Timestamps

/// What every stored thing of a workspace has.
public protocol Resource: Sendable, Hashable {
    /// The id, which never changes.
    var id: ResourceID { get }
    /// When it came into the workspace.
    var createdAt: Timestamp { get }
}
