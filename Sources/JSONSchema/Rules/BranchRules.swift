import JSON

/// The subschemas that apply to the same value (JSON Schema Core 2020-12 §10.2).
struct BranchRules: Sendable {
    /// `if`, `then` and `else`.
    struct Condition: Sendable {
        /// The test.
        let test: SchemaNode
        /// What holds when the test passes; nil means anything.
        let consequence: SchemaNode?
        /// What holds when it fails; nil means anything.
        let alternative: SchemaNode?
    }

    /// All of these must pass.
    var allOf: [SchemaNode] = []
    /// `anyOf`; nil when it is absent.
    var anyOf: Alternatives?
    /// `oneOf`; nil when it is absent.
    var oneOf: Alternatives?
    /// This must fail.
    var negated: SchemaNode?
    /// A conditional schema.
    var condition: Condition?
    /// Whether nothing is asked.
    var isEmpty: Bool {
        allOf.isEmpty && anyOf == nil && oneOf == nil && negated == nil && condition == nil
    }
}
