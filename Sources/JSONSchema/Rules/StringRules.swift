import JSON

/// What is asked of strings (JSON Schema Validation 2020-12 §6.3, §7).
struct StringRules: Sendable {
    /// The fewest characters (Unicode scalars).
    var minLength: Int?
    /// The most characters (Unicode scalars).
    var maxLength: Int?
    /// What some part of the string must match.
    var pattern: RegularExpression?
    /// The format that is asserted.
    var format: SchemaFormat?

    /// Whether nothing is asked.
    var isEmpty: Bool { minLength == nil && maxLength == nil && pattern == nil && format == nil }
}
