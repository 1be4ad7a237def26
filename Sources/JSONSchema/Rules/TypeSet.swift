import JSON

/// A set of the seven type names of JSON Schema.
struct TypeSet: OptionSet, Sendable {
    let rawValue: UInt8

    static let null = TypeSet(rawValue: 1)
    static let boolean = TypeSet(rawValue: 2)
    static let integer = TypeSet(rawValue: 4)
    static let number = TypeSet(rawValue: 8)
    static let string = TypeSet(rawValue: 16)
    static let array = TypeSet(rawValue: 32)
    static let object = TypeSet(rawValue: 64)

    /// The names in the order in which messages list them.
    private static let names: [(TypeSet, String)] = [
        (.string, "string"), (.integer, "integer"), (.number, "number"), (.boolean, "boolean"),
        (.array, "array"), (.object, "object"), (.null, "null"),
    ]

    /// The type of that name; nil when there is none.
    static func named(_ name: String) -> TypeSet? {
        names.first { $0.1 == name }?.0
    }

    /// Whether the value is of one of the types; a number without a fraction is an integer, however written.
    func accepts(_ value: JSONValue) -> Bool {
        switch value {
        case .null: contains(.null)
        case .bool: contains(.boolean)
        case .string: contains(.string)
        case .array: contains(.array)
        case .object: contains(.object)
        case .number(let number): contains(.number) || (contains(.integer) && number.isInteger)
        }
    }

    /// The types for a message: `a string`, `a string or null`.
    var phrase: String {
        let parts = Self.names.filter { contains($0.0) }.map { type, name in
            switch type {
            case .null: name
            case .integer, .array, .object: "an " + name
            default: "a " + name
            }
        }
        return parts.joined(separator: " or ")
    }
}
