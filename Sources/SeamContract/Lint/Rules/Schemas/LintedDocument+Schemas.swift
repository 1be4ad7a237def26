import JSON
import JSONSchema
import YAMLSource

extension LintedDocument {
    /// The schemas that a schema applies to the same value, by a reference, `allOf`, `anyOf` or `oneOf`; references followed.
    ///
    /// - Parameters:
    ///   - schema: the schema.
    ///   - keywords: the keywords of branches that count.
    /// - Returns: the schemas, in the order of the keywords.
    func branches(of schema: LintSite, by keywords: [String]) -> [LintSite] {
        let referenced = schema["$ref"] == nil ? [] : [site(.schema, schema.value, at: schema.place)].compactMap(\.self)
        return referenced + keywords.flatMap { items($0, of: schema, as: .schema) }
    }

    /// The names of the members that a schema lists, itself or in what it applies to the same value.
    func propertyNames(of schema: LintSite) -> Set<String> {
        var names: Set<String> = []
        var seen: Set<SchemaPlace> = []
        var pending = [schema]
        while let schema = pending.popLast() {
            guard seen.insert(schema.place).inserted else { continue }
            names.formUnion((schema["properties"]?.members ?? []).map(\.key.name))
            pending += branches(of: schema, by: ["allOf", "anyOf", "oneOf"])
        }
        return names
    }

    /// The types that a schema names itself; empty when it names none.
    func types(of schema: LintSite) -> [String] {
        guard let type = schema["type"] else { return [] }
        return type.scalar?.stringValue.map { [$0] } ?? type.items.compactMap { $0.scalar?.stringValue }
    }

    /// What a value breaks of the schema at a place; empty when it breaks nothing, or the schema can't be compiled.
    func violations(of value: LocatedValue, by schema: SchemaPlace) -> [Violation] {
        (try? compiler.schema(at: schema))?.validate(value.json).violations ?? []
    }
}

extension Violation {
    /// What is wrong with a value that a document gives itself: `expected a string, found 5`.
    var fault: String {
        let place = instance.tokens.isEmpty ? "" : " at \(instance)"
        if let member {
            return "\(keyword == "required" ? "'\(member)' is missing" : "'\(member)' is not allowed")\(place)"
        }
        return "expected \(expected), found \(actual)\(place)"
    }
}
