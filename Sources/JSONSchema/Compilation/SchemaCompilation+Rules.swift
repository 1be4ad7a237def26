import JSON

extension SchemaCompilation {
    /// What a schema object asks for.
    mutating func rules(_ source: KeywordSource) throws(SchemaError) -> SchemaRules {
        var rules = SchemaRules()
        if let reference = try source.string("$ref") {
            rules.reference = try target(of: reference, in: source)
            if dialect.ignoresReferenceSiblings { return rules }
        }
        rules.dynamicReference = try dynamicReference(source)
        rules.types = try types(source)
        rules.acceptsNull = try source.flag("nullable")
        rules.values = try values(source)
        rules.numbers = try numbers(source).map(SharedRules.init)
        rules.strings = try strings(source).map(SharedRules.init)
        rules.arrays = try arrays(source).map(SharedRules.init)
        rules.objects = try objects(source).map(SharedRules.init)
        rules.branches = try branches(source).map(SharedRules.init)
        rules.unevaluatedItems = try node("unevaluatedItems", source)
        rules.unevaluatedProperties = try node("unevaluatedProperties", source)
        if rules.unevaluatedItems != nil { trackItems() }
        return rules
    }

    /// The schema that a keyword holds; nil when it is absent.
    mutating func node(_ keyword: String, _ source: KeywordSource) throws(SchemaError) -> SchemaNode? {
        guard let value = source[keyword] else { return nil }
        return try compile(value, at: source.place(keyword), in: source)
    }

    /// The schemas that a keyword lists; empty when it is absent.
    mutating func nodes(_ keyword: String, _ source: KeywordSource) throws(SchemaError) -> [SchemaNode] {
        guard source[keyword] != nil else { return [] }
        let items = try source.array(keyword)
        guard !items.isEmpty else { throw source.mismatch(keyword, "an array with at least one schema") }
        let place = source.place(keyword)
        var nodes: [SchemaNode] = []
        for (index, item) in items.enumerated() {
            nodes.append(try compile(item, at: place.appending(index), in: source))
        }
        return nodes
    }

    /// A `$dynamicRef`.
    private mutating func dynamicReference(_ source: KeywordSource) throws(SchemaError) -> DynamicReference? {
        guard let reference = try source.string("$dynamicRef") else { return nil }
        return try dynamicReference(reference, in: source)
    }

    /// The types; nil when all are accepted.
    private func types(_ source: KeywordSource) throws(SchemaError) -> TypeSet? {
        guard let value = source["type"] else { return nil }
        let names =
            switch value {
            case .string(let name): [name]
            case .array where dialect != .openAPI30: try source.strings("type")
            default: [String]()
            }
        var types = TypeSet()
        for name in names {
            guard let type = TypeSet.named(name), dialect != .openAPI30 || type != .null else {
                throw source.mismatch("type", typeNames)
            }
            types.insert(type)
        }
        guard !names.isEmpty else { throw source.mismatch("type", "the name of a type") }
        return types
    }

    /// What `type` may be, for a message.
    private var typeNames: String {
        let names = "boolean, integer, number, string, array or object"
        return dialect == .openAPI30 ? names + " (for null, write 'nullable': true)" : "null, " + names
    }

    /// The accepted values.
    private func values(_ source: KeywordSource) throws(SchemaError) -> ValueRules? {
        var choices: [ValueRules.Choice] = []
        if source["enum"] != nil { choices.append(.init(keyword: "enum", values: try source.array("enum"))) }
        if let constant = source["const"] { choices.append(.init(keyword: "const", values: [constant])) }
        return choices.isEmpty ? nil : ValueRules(choices)
    }

    /// What is asked of numbers.
    private func numbers(_ source: KeywordSource) throws(SchemaError) -> NumberRules? {
        var rules = NumberRules()
        rules.divisor = try source.number("multipleOf")
        if let divisor = rules.divisor, divisor <= JSONNumber(0) { throw source.mismatch("multipleOf", "a number > 0") }
        try addBounds(source, "minimum", .atLeast, "exclusiveMinimum", .above, to: &rules)
        try addBounds(source, "maximum", .atMost, "exclusiveMaximum", .below, to: &rules)
        return rules.bounds.isEmpty && rules.divisor == nil ? nil : rules
    }

    /// The lower or the upper bounds.
    private func addBounds(
        _ source: KeywordSource,
        _ inclusive: String,
        _ loose: NumberRules.Relation,
        _ exclusive: String,
        _ strict: NumberRules.Relation,
        to rules: inout NumberRules
    ) throws(SchemaError) {
        let isStrict = dialect.hasBooleanBounds ? try source.flag(exclusive) : false
        if let limit = try source.number(inclusive) {
            rules.bounds.append(
                .init(keyword: isStrict ? exclusive : inclusive, relation: isStrict ? strict : loose, limit: limit)
            )
        }
        if !dialect.hasBooleanBounds, let limit = try source.number(exclusive) {
            rules.bounds.append(.init(keyword: exclusive, relation: strict, limit: limit))
        }
    }

    /// What is asked of strings.
    private func strings(_ source: KeywordSource) throws(SchemaError) -> StringRules? {
        var rules = StringRules()
        rules.minLength = try source.count("minLength")
        rules.maxLength = try source.count("maxLength")
        if let pattern = try source.string("pattern") {
            rules.pattern = try self.pattern(pattern, at: "pattern", source)
        }
        rules.format = try source.string("format").flatMap { format($0, in: source) }
        return rules.isEmpty ? nil : rules
    }

    /// A compiled pattern.
    func pattern(_ text: String, at keyword: String, _ source: KeywordSource) throws(SchemaError) -> RegularExpression {
        do {
            return try RegularExpression(text)
        } catch {
            let shown = text.count <= ValueExcerpt.limit ? text : text.prefix(ValueExcerpt.limit - 1) + "…"
            throw source.site.error("the pattern '\(shown)' can't be used: \(error)", at: keyword)
        }
    }

    /// What is asked of arrays.
    private mutating func arrays(_ source: KeywordSource) throws(SchemaError) -> ArrayRules? {
        var rules = ArrayRules()
        if dialect == .draft4, case .array? = source["items"] {
            rules.prefix = try nodes("items", source)
            rules.rest = try node("additionalItems", source)
        } else {
            rules.prefix = try nodes("prefixItems", source)
            rules.rest = try node("items", source)
        }
        rules.minItems = try source.count("minItems")
        rules.maxItems = try source.count("maxItems")
        rules.uniqueItems = try source.flag("uniqueItems")
        if let contained = try node("contains", source) {
            let minimum = try source.count("minContains") ?? 1
            let maximum = try source.count("maxContains")
            rules.containment = .init(node: contained, minimum: minimum, maximum: maximum)
        }
        return rules.isEmpty ? nil : rules
    }
}
