import JSON
import JSONSchema
import SeamContract

/// What a schema asks for with its references followed and its `allOf` taken in: the form in which two are compared.
struct SchemaView: Sendable {
    /// The schemas that ask for something, each with its own keywords; empty when anything will do.
    var conjuncts: [Conjunct] = []
    /// The types that a value other than null may have.
    var types = ValueTypes.all
    /// Where the types are given; nil when they are not.
    var typePlace: SchemaPlace?
    /// Whether null is allowed.
    var acceptsNull = true
    /// The values other than null that are listed; nil when any will do.
    var choices: Found<[JSONValue]>?
    /// The default.
    var defaultValue: Found<JSONValue>?
    /// The patterns that a string must fit, all of them.
    var patterns: [String: SchemaPlace] = [:]
    /// The formats that a value must have, all of them.
    var formats: [String: SchemaPlace] = [:]
    /// The bounds.
    var limits: [Limit: Found<Limit.Value>] = [:]
    /// The members by name.
    var properties: [String: Property] = [:]
    /// What members that are not listed must keep; nil when anything will do.
    var additionalProperties: Found<AdditionalProperties>?
    /// What the items must keep; empty when anything will do.
    var items: [Conjunct] = []
    /// The alternatives of which a value must fit one, `oneOf` before `anyOf`.
    var alternatives: [Alternatives] = []
    /// The other keywords that say what is allowed, by their names.
    var constraints: [String: Constraint] = [:]
    /// The words for people by keyword.
    var notes: [String: Found<JSONValue>] = [:]

    /// What members that are not listed must keep.
    enum AdditionalProperties: Sendable {
        /// There may be none.
        case forbidden
        /// Their values must keep schemas.
        case restricted([Conjunct])
    }

    /// A keyword without a rule of its own.
    struct Constraint: Sendable {
        /// The schema that it holds; nil when it holds something else.
        let schema: Conjunct?
        /// Whether a schema there that allows less makes the whole allow less.
        let isMonotonic: Bool
        /// What it holds.
        let value: JSONValue
        /// Where.
        let place: SchemaPlace
    }

    /// Where it stands first; nil when anything will do.
    var place: SchemaPlace? { conjuncts.first?.place }

    /// Whether nothing is said of the type, by alternatives neither.
    var isOfAnyType: Bool { types == .all && alternatives.isEmpty }

    /// Whether nothing is asked for apart from types, listed values and alternatives.
    var isBare: Bool {
        patterns.isEmpty && formats.isEmpty && limits.isEmpty && properties.isEmpty && additionalProperties == nil
            && items.isEmpty && constraints.isEmpty
    }

    /// Whether nothing is asked for apart from a type and one list of alternatives.
    var isBareBesideAlternatives: Bool { alternatives.count == 1 && choices == nil && isBare }

    /// The members that messages in a direction can hold.
    ///
    /// - Parameter direction: which way the values go; members marked as `readOnly` or `writeOnly` go one way only.
    /// - Returns: the members by name.
    func properties(in direction: Direction) -> [String: Property] {
        properties.filter { _, property in
            !property.conjuncts.contains { $0.part.value[direction.excludingKeyword]?.boolValue == true }
        }
    }

    /// The types, the formats and whether null is allowed, for a message.
    var phrase: String {
        let isOpen = types == .all && !alternatives.isEmpty
        var words = isOpen ? "one of \(alternatives[0].branches.count)" : types.phrase
        if !formats.isEmpty { words += " (\(formats.keys.sorted().joined(separator: ", ")))" }
        return acceptsNull && !isOfAnyType ? words + " or null" : words
    }
}
