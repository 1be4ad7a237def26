import JSON

/// What is asked of arrays (JSON Schema Core 2020-12 §10.3.1, Validation §6.4).
struct ArrayRules: Sendable {
    /// How many items must match a schema.
    struct Containment: Sendable {
        /// The schema.
        let node: SchemaNode
        /// The fewest matches.
        let minimum: Int
        /// The most matches; nil means any number.
        let maximum: Int?
    }

    /// The schemas of the first items, by position.
    var prefix: [SchemaNode] = []
    /// The schema of the items behind the prefix; nil means anything.
    var rest: SchemaNode?
    /// The schema that some items must match.
    var containment: Containment?
    /// The fewest items.
    var minItems: Int?
    /// The most items.
    var maxItems: Int?
    /// Whether no two items may be equal.
    var uniqueItems = false

    /// Whether nothing is asked.
    var isEmpty: Bool {
        prefix.isEmpty && rest == nil && containment == nil && minItems == nil && maxItems == nil && !uniqueItems
    }
}
