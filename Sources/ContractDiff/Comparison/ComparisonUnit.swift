import JSON
import JSONSchema
import SeamContract

/// What is compared once, however often it is reached: a method of a path, or a schema that is referred to.
struct ComparisonUnit: Sendable {
    /// What it is.
    enum Subject: Sendable {
        /// Methods of a path.
        case operation(path: String, methods: [Contract.Method])
        /// A schema of either document, to which references lead.
        case component(old: Conjunct, new: Conjunct, direction: Direction)
        /// Something that belongs to all units that link to it, such as a security scheme.
        case part
    }

    /// What is compared.
    let subject: Subject
    /// What is different in it.
    var changes: [Observation] = []
    /// The units that it refers to.
    var links: Set<Int> = []
}

/// One thing that is different, as it is seen at one place.
struct Observation: Sendable {
    /// The rule.
    let rule: Rule
    /// The way to it.
    let trail: Trail
    /// Where it is seen in the old document, and the value there; nil when there is nothing.
    let old: Evidence?
    /// Where it is seen in the new document, and the value there; nil when there is nothing.
    let new: Evidence?
    /// What has changed, as a sentence without a full stop.
    let sentence: String
}

/// Schemas of both documents that are to be compared.
struct SchemaPair: Sendable {
    /// Those of the old document; empty when anything will do.
    var old: [Conjunct]
    /// Those of the new document; empty when anything will do.
    var new: [Conjunct]
    /// The way to them.
    let trail: Trail
    /// Which way their values go.
    let direction: Direction
    /// The member that says which branch of alternatives the schemas are; its values are compared with the alternatives.
    var selector: String?
    /// Whether the values that are listed were compared already.
    var hasComparedChoices = false

    /// What tells one pair from another.
    struct Key: Hashable {
        let old: [SchemaPlace]
        let new: [SchemaPlace]
        let direction: Direction
        var selector: String?
        var hasComparedChoices = false
    }

    var key: Key {
        Key(
            old: old.map(\.place),
            new: new.map(\.place),
            direction: direction,
            selector: selector,
            hasComparedChoices: hasComparedChoices
        )
    }
}
