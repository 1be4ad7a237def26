import JSON

extension SchemaCompilation {
    /// What is asked of objects.
    mutating func objects(_ source: KeywordSource) throws(SchemaError) -> ObjectRules? {
        var rules = ObjectRules()
        rules.required = try source.strings("required")
        rules.members = try members(source, required: rules.required)
        for (text, node) in try namedNodes("patternProperties", source) {
            rules.patterns.append((try pattern(text, at: "patternProperties", source), node))
        }
        rules.additional = try node("additionalProperties", source)
        rules.names = try node("propertyNames", source)
        rules.minProperties = try source.count("minProperties")
        rules.maxProperties = try source.count("maxProperties")
        rules.dependentSchemas = try namedNodes("dependentSchemas", source)
        rules.dependentRequired = try dependentRequired(source)
        if dialect == .draft4 { try addDependencies(source, to: &rules) }
        rules.listsMembers =
            source["properties"] != nil || source["patternProperties"] != nil || rules.additional != nil
        return rules.isEmpty ? nil : rules
    }

    /// The members that `properties` and `required` name.
    private mutating func members(
        _ source: KeywordSource,
        required: [String]
    ) throws(SchemaError) -> MemberTable {
        let properties = try namedNodes("properties", source)
        var missing = Set(required)
        var entries: [MemberTable.Entry] = []
        for (name, node) in properties {
            entries.append(.init(name: name, node: node, isRequired: missing.remove(name) != nil))
        }
        for name in required where missing.remove(name) != nil {
            entries.append(.init(name: name, node: nil, isRequired: true))
        }
        return MemberTable(entries)
    }

    /// The schemas that a keyword holds by name, in the order of the document.
    private mutating func namedNodes(
        _ keyword: String,
        _ source: KeywordSource
    ) throws(SchemaError) -> [(name: String, node: SchemaNode)] {
        guard let map = try source.map(keyword) else { return [] }
        let place = source.place(keyword)
        var nodes: [(name: String, node: SchemaNode)] = []
        for member in map {
            nodes.append((member.key, try compile(member.value, at: place.appending(member.key), in: source)))
        }
        return nodes
    }

    /// The members of `dependentRequired`.
    private func dependentRequired(
        _ source: KeywordSource
    ) throws(SchemaError) -> [(name: String, required: [String])] {
        guard let map = try source.map("dependentRequired") else { return [] }
        var rules: [(name: String, required: [String])] = []
        for member in map {
            guard let names = Self.strings(member.value) else {
                throw source.mismatch("dependentRequired", "an object of arrays of strings")
            }
            rules.append((member.key, names))
        }
        return rules
    }

    /// The members of draft 4's `dependencies`: arrays of names, or schemas.
    private mutating func addDependencies(_ source: KeywordSource, to rules: inout ObjectRules) throws(SchemaError) {
        guard let map = try source.map("dependencies") else { return }
        let place = source.place("dependencies")
        for member in map {
            if let names = Self.strings(member.value) {
                rules.dependentRequired.append((member.key, names))
            } else {
                let node = try compile(member.value, at: place.appending(member.key), in: source)
                rules.dependentSchemas.append((member.key, node))
            }
        }
    }

    /// The strings of an array of strings; nil when it is something else.
    private static func strings(_ value: JSONValue) -> [String]? {
        guard case .array(let items) = value else { return nil }
        let strings = items.compactMap(\.stringValue)
        return strings.count == items.count ? strings : nil
    }
}
