/// The branches of `anyOf` or `oneOf`, and how to tell them apart (JSON Schema Core 2020-12 §10.2.1).
final class Alternatives: Sendable {
    /// How many branches must pass.
    enum Keyword: String, Sendable {
        /// At least one.
        case anyOf
        /// Exactly one.
        case oneOf
    }

    /// The keyword.
    let keyword: Keyword
    /// The branches, in the order of the schema.
    let branches: [SchemaNode]
    /// What chooses among them; nil when each has to be tried.
    let discriminator: Discriminator?
    /// The numbers of all branches.
    let all: [Int]

    /// Branches.
    init(keyword: Keyword, branches: [SchemaNode], discriminator: Discriminator?) {
        self.keyword = keyword
        self.branches = branches
        self.discriminator = discriminator
        all = Array(branches.indices)
    }
}
