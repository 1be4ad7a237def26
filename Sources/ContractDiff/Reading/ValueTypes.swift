import JSON

/// A set of the types that a value other than null may have; numbers with and without a fraction are told apart.
struct ValueTypes: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let boolean = ValueTypes(rawValue: 1)
    static let integer = ValueTypes(rawValue: 2)
    static let fraction = ValueTypes(rawValue: 4)
    static let string = ValueTypes(rawValue: 8)
    static let array = ValueTypes(rawValue: 16)
    static let object = ValueTypes(rawValue: 32)
    static let number: ValueTypes = [.integer, .fraction]
    static let all: ValueTypes = [.boolean, .number, .string, .array, .object]

    /// The type of that name in a schema; none for `null` and for names that are not known.
    init(named name: String) {
        self =
            switch name {
            case "boolean": .boolean
            case "integer": .integer
            case "number": .number
            case "string": .string
            case "array": .array
            case "object": .object
            default: []
            }
    }

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The type of a value; none for null.
    init(of value: JSONValue) {
        self =
            switch value {
            case .null: []
            case .bool: .boolean
            case .number(let number): number.isInteger ? .integer : .fraction
            case .string: .string
            case .array: .array
            case .object: .object
            }
    }

    /// The types for a message: `string`, `integer or string`, `anything`, `nothing`.
    var phrase: String {
        if self == .all { return "anything" }
        let names: [(ValueTypes, String)] = [
            (.boolean, "boolean"),
            (contains(.fraction) ? .number : .integer, contains(.fraction) ? "number" : "integer"),
            (.string, "string"), (.array, "array"), (.object, "object"),
        ]
        let present = names.filter { contains($0.0) }.map(\.1)
        return present.isEmpty ? "nothing" : present.joined(separator: " or ")
    }
}
