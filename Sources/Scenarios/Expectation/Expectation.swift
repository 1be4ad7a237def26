public import YAMLSource

/// What an answer must show, and which requirements it proves when it does.
public struct Expectation: Sendable {
    /// What is claimed; all must hold.
    public let claims: [Claim]
    /// The requirements that are proven, or broken, by the claims; empty for a precondition.
    public let proves: [String]
    /// A remark that is shown when a claim fails.
    public let because: String?
    /// Where it is written.
    public let place: SourcePlace

    /// Whether a failure here blocks the case and is not held against the endpoint: set-up proves nothing.
    public var isPrecondition: Bool { proves.isEmpty }
}
