public import JSON

/// How an answer differs from what was expected, in bounded text.
public struct Mismatch: Sendable, Hashable {
    /// What was looked at: `status`, `header content-type`, a JSONPath, or a template.
    public let subject: String
    /// Where in the body; nil when it is not about the body.
    public let place: JSONPointer?
    /// What was expected, as a lower-case fragment.
    public let expected: String
    /// What was found, as a bounded excerpt.
    public let actual: String
}
