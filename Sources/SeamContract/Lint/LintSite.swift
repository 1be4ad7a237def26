import JSON
import JSONSchema
import YAMLSource

/// One object of a contract document, as rules see it.
struct LintSite: Sendable {
    /// What it is.
    let kind: ObjectKind
    /// The object with the places of its parts; it may hold a `$ref` only when it is a schema.
    let value: LocatedValue
    /// Where it stands in the document's structure.
    let place: SchemaPlace

    /// The member of that name; nil when there is none.
    subscript(name: String) -> LocatedValue? { value[name] }

    /// The members in the order they are written.
    var members: [(key: LocatedKey, value: LocatedValue)] { value.members }

    /// The text of a member; nil when it has none.
    func text(_ name: String) -> String? { value[name]?.scalar?.stringValue }

    /// Whether a member is `true`.
    func isSet(_ name: String) -> Bool { value[name]?.scalar?.boolValue == true }
}

extension LocatedValue {
    /// The members of an object in the order they are written; empty for anything else.
    var members: [(key: LocatedKey, value: LocatedValue)] {
        if case .object(let members) = content { members } else { [] }
    }

    /// The name of a member and where it is written; nil when there is none.
    func key(_ name: String) -> LocatedKey? {
        members.first { $0.key.name == name }?.key
    }

    /// The items of an array; empty for anything else.
    var items: [LocatedValue] {
        if case .array(let items) = content { items } else { [] }
    }

    /// The value when it is neither array nor object.
    var scalar: JSONValue? {
        if case .scalar(let value) = content { value } else { nil }
    }

    /// Whether it is an object.
    var isObject: Bool {
        if case .object = content { true } else { false }
    }
}
