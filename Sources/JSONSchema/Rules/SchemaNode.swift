import JSON

/// A compiled schema object or Boolean.
final class SchemaNode: Sendable {
    /// Where it stands.
    let place: SchemaPlace
    /// The number of the schema resource that it belongs to.
    let resource: Int
    /// What it asks for.
    let rules: SchemaRules
    /// Whether it asks for nothing.
    let isTrivial: Bool
    /// What stands for all of the rules; nil when they ask for more than a type and a format.
    let scalarCheck: ScalarCheck?

    /// A node.
    init(place: SchemaPlace, resource: Int, rules: SchemaRules) {
        self.place = place
        self.resource = resource
        self.rules = rules
        isTrivial = rules.isEmpty
        scalarCheck = ScalarCheck(rules)
    }
}

/// What one schema object asks for, grouped by the kind of value that it applies to.
struct SchemaRules: Sendable {
    /// Whether this is the schema `false`, which refuses everything.
    var isFalse = false
    /// Whether `null` passes whatever else is asked (`nullable` of OpenAPI 3.0).
    var acceptsNull = false
    /// The accepted types; nil means all.
    var types: TypeSet?
    /// The accepted values; nil means all.
    var values: ValueRules?
    /// What is asked of numbers.
    var numbers: SharedRules<NumberRules>?
    /// What is asked of strings.
    var strings: SharedRules<StringRules>?
    /// What is asked of arrays.
    var arrays: SharedRules<ArrayRules>?
    /// What is asked of objects.
    var objects: SharedRules<ObjectRules>?
    /// The subschemas that apply to the same value.
    var branches: SharedRules<BranchRules>?
    /// The target of `$ref`.
    var reference: Int?
    /// The target of `$dynamicRef`.
    var dynamicReference: DynamicReference?
    /// The schema of the items that no other keyword has evaluated.
    var unevaluatedItems: SchemaNode?
    /// The schema of the members that no other keyword has evaluated.
    var unevaluatedProperties: SchemaNode?

    /// Whether nothing is asked.
    var isEmpty: Bool {
        !isFalse && types == nil && values == nil && numbers == nil && strings == nil && arrays == nil
            && objects == nil && branches == nil && reference == nil && dynamicReference == nil
            && unevaluatedItems == nil && unevaluatedProperties == nil
    }

    /// Whether it matters what the other keywords have evaluated.
    var hasUnevaluated: Bool { unevaluatedItems != nil || unevaluatedProperties != nil }
}

/// A `$dynamicRef`: a name looked up in the dynamic scope, and where it leads at first (JSON Schema Core 2020-12 §8.2.3.2).
struct DynamicReference: Sendable {
    /// The dynamic anchor's name; nil when the reference turned out to be an ordinary one.
    let name: String?
    /// The target it has without the dynamic scope.
    let initial: Int
}
