import JSON

/// All that a schema asks of a value, when that is no more than a type and a format.
///
/// Most members of most documents have such a schema, so it is looked at where the member is, without a walk. Only when
/// a value fails here does a walk follow, which says why.
struct ScalarCheck: Sendable {
    /// The accepted types.
    private let types: TypeSet
    /// The format of strings; nil when none is asserted.
    private let format: SchemaFormat?

    /// The check that says as much as rules do; nil when they ask for more.
    init?(_ rules: SchemaRules) {
        var rest = rules
        rest.types = nil
        rest.strings = nil
        guard rest.isEmpty, let types = rules.types else { return nil }
        let strings = rules.strings?.rules ?? StringRules()
        guard strings.pattern == nil, strings.minLength == nil, strings.maxLength == nil else { return nil }
        self.types = rules.acceptsNull ? types.union(.null) : types
        format = strings.format
    }

    /// Whether a value keeps the rules.
    @inline(__always)
    func accepts(_ value: JSONValue) -> Bool {
        guard let format, case .string(let string) = value else { return types.accepts(value) }
        return types.contains(.string) && format.accepts(string)
    }
}
