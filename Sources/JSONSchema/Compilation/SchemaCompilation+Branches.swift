import JSON

extension SchemaCompilation {
    /// The subschemas that apply to the same value.
    mutating func branches(_ source: KeywordSource) throws(SchemaError) -> BranchRules? {
        var rules = BranchRules()
        rules.allOf = try nodes("allOf", source)
        rules.oneOf = try alternatives(.oneOf, source, canDiscriminate: true)
        rules.anyOf = try alternatives(.anyOf, source, canDiscriminate: rules.oneOf == nil)
        rules.negated = try node("not", source)
        if let test = try node("if", source) {
            rules.condition = .init(
                test: test,
                consequence: try node("then", source),
                alternative: try node("else", source)
            )
        }
        return rules.isEmpty ? nil : rules
    }

    /// The branches of `anyOf` or `oneOf`; nil when it is absent.
    private mutating func alternatives(
        _ keyword: Alternatives.Keyword,
        _ source: KeywordSource,
        canDiscriminate: Bool
    ) throws(SchemaError) -> Alternatives? {
        let branches = try nodes(keyword.rawValue, source)
        guard !branches.isEmpty else { return nil }
        let discriminator = canDiscriminate ? try discriminator(source, among: keyword.rawValue) : nil
        return Alternatives(keyword: keyword, branches: branches, discriminator: discriminator)
    }

    /// How to tell the branches of a keyword apart; nil without a `discriminator`.
    private mutating func discriminator(
        _ source: KeywordSource,
        among keyword: String
    ) throws(SchemaError) -> Discriminator? {
        guard let object = try source.map("discriminator") else { return nil }
        guard case .string(let member)? = object["propertyName"] else {
            throw source.mismatch("discriminator", "an object with a string 'propertyName'")
        }
        let mapping = try mappedPlaces(object, source)
        var values: [[String]] = []
        for branch in try source.array(keyword) {
            values.append(try self.values(of: member, in: branch, mapping, source))
        }
        return Discriminator(member: member, values: values)
    }

    /// The places that an explicit `mapping` names, with their values.
    ///
    /// A mapping's value is a reference, or the name of a component (OpenAPI 3.0.3, Discriminator Object).
    private mutating func mappedPlaces(
        _ discriminator: JSONObject,
        _ source: KeywordSource
    ) throws(SchemaError) -> [(value: String, place: SchemaPlace)] {
        guard let mapping = discriminator["mapping"] else { return [] }
        guard case .object(let mapping) = mapping else {
            throw source.mismatch("discriminator", "an object whose 'mapping' is an object")
        }
        var places: [(value: String, place: SchemaPlace)] = []
        for member in mapping {
            guard case .string(let text) = member.value else {
                throw source.mismatch("discriminator", "an object whose 'mapping' holds references")
            }
            places.append((member.key, try mappedSite(text, source).place))
        }
        return places
    }

    /// The schema that a value of a mapping names: a component of its own document, or else where a reference leads.
    private mutating func mappedSite(_ text: String, _ source: KeywordSource) throws(SchemaError) -> SchemaSite {
        let isName = !text.contains("#") && !text.contains("/")
        let component = "#" + JSONPointer(tokens: ["components", "schemas", text]).description
        if isName, let found = try? site(of: component, in: source) { return found }
        let reference = isName && !text.contains(".") ? component : text
        return try site(of: reference, in: source, keyword: "discriminator")
    }

    /// The discriminator's values for a branch; empty when the branch does not say.
    ///
    /// In this order: the mapping, the `enum` or `const` of the member in the branch, the name of the component.
    private mutating func values(
        of member: String,
        in branch: JSONValue,
        _ mapping: [(value: String, place: SchemaPlace)],
        _ source: KeywordSource
    ) throws(SchemaError) -> [String] {
        guard case .string(let reference)? = branch["$ref"] else { return Self.values(of: member, in: branch) }
        let target = try site(of: reference, in: source)
        let mapped = mapping.filter { $0.place == target.place }.map(\.value)
        if !mapped.isEmpty { return mapped }
        let listed = Self.values(of: member, in: target.value)
        return listed.isEmpty ? target.place.pointer.tokens.suffix(1) : listed
    }

    /// The values that a branch's own `properties` allow the member.
    private static func values(of member: String, in branch: JSONValue) -> [String] {
        guard let schema = branch["properties"]?[member] else { return [] }
        if case .string(let constant)? = schema["const"] { return [constant] }
        guard case .array(let items)? = schema["enum"] else { return [] }
        let names = items.compactMap(\.stringValue)
        return names.count == items.count ? names : []
    }
}
