import JSON

extension SchemaCompilation {
    /// The subschemas that apply to the same value.
    mutating func branches(_ source: KeywordSource) throws(SchemaError) -> BranchRules? {
        var rules = BranchRules()
        rules.allOf = try nodes("allOf", source)
        rules.anyOf = try nodes("anyOf", source)
        rules.oneOf = try nodes("oneOf", source)
        rules.negated = try node("not", source)
        if let test = try node("if", source) {
            rules.condition = .init(
                test: test,
                consequence: try node("then", source),
                alternative: try node("else", source)
            )
        }
        if !rules.oneOf.isEmpty {
            rules.discriminator = try discriminator(source, among: "oneOf")
        } else if !rules.anyOf.isEmpty {
            rules.discriminator = try discriminator(source, among: "anyOf")
        }
        return rules.isEmpty ? nil : rules
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
        var table: [String: [Int]] = [:]
        var values: [String] = []
        var others: [Int] = []
        for (index, branch) in try source.array(keyword).enumerated() {
            let names = try self.values(of: member, in: branch, mapping, source)
            if names.isEmpty { others.append(index) }
            for name in names {
                if table[name] == nil { values.append(name) }
                table[name, default: []].append(index)
            }
        }
        return Discriminator(member: member, branches: table, values: values, others: others)
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
            let isName = !text.contains("#") && !text.contains("/") && !text.contains(".")
            let reference = isName ? "#/components/schemas/" + text : text
            places.append((member.key, try site(of: reference, in: source).place))
        }
        return places
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
