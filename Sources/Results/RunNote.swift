public import Timestamps

/// Something a person should know that belongs to no case.
public struct RunNote: Sendable, Hashable {
    /// When it was said.
    public let at: Timestamp
    /// What was said, such as which resource could not be deleted.
    public let message: String

    /// A note.
    ///
    /// - Parameters:
    ///   - at: when it was said.
    ///   - message: what was said.
    public init(at: Timestamp, message: String) {
        self.at = at
        self.message = message
    }
}
