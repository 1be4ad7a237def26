public import Results

/// Something in the answers of an operation that appeared or vanished.
public struct DriftTurn: Sendable, Hashable {
    /// The path of the operation.
    public let operation: String
    /// What it is, in words, such as `status 404` or `200 /user_identity/nickname`.
    public let what: String
    /// Whether it vanished; else it appeared.
    public let isGone: Bool
    /// The first night with it, or without it.
    public let since: RunReference
    /// Whose change may be why; empty when there is no night before to compare with.
    public let suspects: [Suspect]

    /// A turn.
    ///
    /// - Parameters:
    ///   - operation: the path of the operation.
    ///   - what: what it is, in words.
    ///   - isGone: whether it vanished.
    ///   - since: the first night with it, or without it.
    ///   - suspects: whose change may be why.
    public init(operation: String, what: String, isGone: Bool, since: RunReference, suspects: [Suspect]) {
        self.operation = operation
        self.what = what
        self.isGone = isGone
        self.since = since
        self.suspects = suspects
    }
}
