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
    /// At least one of these must pass.
    var anyOf: [SchemaNode] = []
    /// Exactly one of these must pass.
    var oneOf: [SchemaNode] = []
    /// This must fail.
    var negated: SchemaNode?
    /// A conditional schema.
    var condition: Condition?
    /// How to tell the branches of `oneOf` (or else `anyOf`) apart.
    var discriminator: Discriminator?

    /// Whether nothing is asked.
    var isEmpty: Bool {
        allOf.isEmpty && anyOf.isEmpty && oneOf.isEmpty && negated == nil && condition == nil
    }
}

/// How the value of one member chooses among branches (OpenAPI 3.0.3, Discriminator Object).
struct Discriminator: Sendable {
    /// The member's name.
    let member: String
    /// The numbers of the branches by the member's value.
    let branches: [String: [Int]]
    /// The values in the order of the branches.
    let values: [String]
    /// The branches that don't say which value they are for.
    let others: [Int]
}
