import JSON

/// What `enum` or `const` accepts.
struct ValueRules: Sendable {
    /// The keyword: `enum` or `const`.
    let keyword: String
    /// The accepted values.
    let values: [JSONValue]

    /// Whether the value is among the accepted ones.
    func accepts(_ value: JSONValue) -> Bool {
        values.contains(value)
    }

    /// The accepted values for a message: `"a"`, `one of "a", "b"`.
    var phrase: String { Self.phrase(values) }

    /// A list of values for a message.
    static func phrase(_ values: [JSONValue]) -> String {
        let shown = values.prefix(20).map(ValueExcerpt.of).joined(separator: ", ")
        let rest = values.count > 20 ? " and \(values.count - 20) more" : ""
        return values.count == 1 ? shown : "one of " + shown + rest
    }
}
