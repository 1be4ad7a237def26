import JSON
import JSONSchema

/// A `oneOf` or `anyOf` of a schema, without branches that allow only null.
struct Alternatives: Sendable {
    /// `oneOf` or `anyOf`.
    let keyword: String
    /// The branches, in the order of the document.
    let branches: [Branch]
    /// The property that says which branch is meant; nil when none is named.
    let discriminator: Found<Discriminator>?
    /// Where it stands.
    let place: SchemaPlace

    /// One of the alternatives.
    struct Branch: Sendable {
        /// What it asks for.
        let conjuncts: [Conjunct]

        /// Where it stands; nil when anything will do.
        var place: SchemaPlace? { conjuncts.first?.place }
    }

    /// A `discriminator` (OpenAPI 3.0.3, section 4.7.25).
    struct Discriminator: Sendable {
        /// The property's name.
        let propertyName: String
        /// The schemas that values of the property stand for.
        let mapping: [String: String]
    }
}
