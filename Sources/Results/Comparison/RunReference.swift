public import Timestamps

/// Another run that is referred to.
public struct RunReference: Sendable, Hashable {
    /// The run's id.
    public let id: String
    /// When it began.
    public let startedAt: Timestamp

    /// A reference.
    ///
    /// - Parameters:
    ///   - id: the run's id.
    ///   - startedAt: when it began.
    public init(id: String, startedAt: Timestamp) {
        self.id = id
        self.startedAt = startedAt
    }
}
