import JSON
import JSONSchema
import SeamContract

/// A member of an object, a parameter or a header: what is known of a value that goes by a name.
struct Property: Sendable {
    /// The name.
    let name: String
    /// What its value must keep; empty when anything will do.
    var conjuncts: [Conjunct]
    /// Whether it must be there.
    var isRequired: Bool
    /// Whether it is marked as deprecated, by OpenAPI's `deprecated` or by Seam's `x-deprecated`.
    var isDeprecated: Bool
    /// Where it is described.
    let place: SchemaPlace
    /// How it is described there.
    let value: JSONValue
}

extension JSONValue {
    /// Whether a schema, parameter or operation is marked as deprecated.
    var isDeprecated: Bool {
        self["deprecated"]?.boolValue == true || self["x-deprecated"]?.stringValue?.isEmpty == false
            || self["x-deprecated"]?.boolValue == true
    }
}
