/// A JSON value (RFC 8259) that keeps the order of members and the written form of numbers.
///
/// Equality is that of JSON, not of Swift: `1.0` equals `1`, members may come in any order, and strings are equal only
/// when their Unicode scalars are (Swift's `String` also takes composed and decomposed forms for equal).
public enum JSONValue: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, with the digits it was written with.
    case number(JSONNumber)
    /// A string, unescaped.
    case string(String)
    /// An array; empty means `[]`.
    case array([JSONValue])
    /// An object; empty means `{}`.
    case object(JSONObject)
}

extension JSONValue {
    /// What sort of value this is, in the words of JSON Schema less `integer`.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// One of the six sorts of JSON value.
        case null, boolean, number, string, array, object
    }

    /// What sort of value this is.
    public var kind: Kind {
        switch self {
        case .null: .null
        case .bool: .boolean
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    /// Whether this is `null`.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The Boolean, or nil when this is something else.
    public var boolValue: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The number, or nil when this is something else.
    public var numberValue: JSONNumber? {
        if case .number(let value) = self { value } else { nil }
    }

    /// The string, or nil when this is something else.
    public var stringValue: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The items, or nil when this is something else.
    public var arrayValue: [JSONValue]? {
        if case .array(let value) = self { value } else { nil }
    }

    /// The object, or nil when this is something else.
    public var objectValue: JSONObject? {
        if case .object(let value) = self { value } else { nil }
    }

    /// The member of that name, or nil when there is none or this is no object.
    ///
    /// - Parameter key: the member's name, compared scalar by scalar.
    public subscript(key: String) -> JSONValue? {
        if case .object(let object) = self { object[key] } else { nil }
    }

    /// The item at that place, or nil when there is none or this is no array.
    ///
    /// - Parameter index: the place, counted from 0.
    public subscript(index: Int) -> JSONValue? {
        if case .array(let items) = self, items.indices.contains(index) { items[index] } else { nil }
    }
}
