/// The forms in which a trend can be told.
public enum TrendFormat: String, Sendable, Hashable, CaseIterable {
    /// Plain text for a person.
    case text
    /// One page that needs nothing but itself.
    case html
    /// Markdown for a pull request or a step summary.
    case markdown
    /// One JSON object.
    case json
}
