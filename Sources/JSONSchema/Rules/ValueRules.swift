import JSON

/// What `enum` or `const` accepts (JSON Schema Validation 2020-12 §6.1.2, §6.1.3).
struct ValueRules: Sendable {
    /// The keyword: `enum` or `const`.
    let keyword: String
    /// The accepted values that are not strings.
    private let others: [JSONValue]
    /// The accepted strings.
    private let strings: NameIndex
    /// All accepted values, in the order of the schema.
    private let values: [JSONValue]

    /// Rules that accept these values.
    init(keyword: String, values: [JSONValue]) {
        self.keyword = keyword
        self.values = values
        strings = NameIndex(values.compactMap(\.stringValue))
        others = values.filter { $0.kind != .string }
    }

    /// Whether the value is among the accepted ones.
    func accepts(_ value: JSONValue) -> Bool {
        if case .string(let string) = value { strings[string] != nil } else { others.contains(value) }
    }

    /// The accepted values for a message.
    var phrase: String { Self.phrase(values) }

    /// A list of values for a message: `"a"`, `one of "a", "b"`.
    static func phrase(_ values: [JSONValue]) -> String {
        let shown = values.prefix(20).map(ValueExcerpt.of).joined(separator: ", ")
        let rest = values.count > 20 ? " and \(values.count - 20) more" : ""
        return values.count == 1 ? shown : "one of " + shown + rest
    }
}
