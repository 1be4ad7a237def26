extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    /// `null`.
    ///
    /// Where a `JSONValue?` is wanted, `nil` alone is "no value", but `condition ? value : nil` is `null`: write `.none`.
    public init(nilLiteral: ()) {
        self = .null
    }

    /// A Boolean.
    public init(booleanLiteral value: Bool) {
        self = .bool(value)
    }

    /// A whole number.
    public init(integerLiteral value: Int) {
        self = .number(JSONNumber(value))
    }

    /// A number; a literal beyond the range of `Double` is a mistake of the programmer.
    public init(floatLiteral value: Double) {
        guard let number = JSONNumber(value) else { preconditionFailure("a JSON number is finite") }
        self = .number(number)
    }

    /// A string.
    public init(stringLiteral value: String) {
        self = .string(value)
    }

    /// An array with these items.
    public init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    /// An object with these members, in this order; of two with one name the last counts, in the place of the first.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        var object = JSONObject()
        for (key, value) in elements {
            object[key] = value
        }
        self = .object(object)
    }
}
