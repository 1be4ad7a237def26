import JSON
import JSONSchema
import YAMLSource

/// Rule: each keyword of a schema has a value that it can have.
///
/// · told when: a keyword can't be compiled by itself: an unknown type, a negative length, a pattern that is none
/// · source: JSON Schema Validation 2020-12; OpenAPI 3.0.3, Schema Object.
enum SchemaKeywordRule: LintRule {
    static let id = "schema-keyword"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document[.schema].flatMap { faults(in: $0, document.compiler.dialect) }
    }

    /// The keywords of one schema that can't be compiled, found one after the other.
    private static func faults(in schema: LintSite, _ dialect: SchemaDialect) -> [Diagnostic] {
        if schema["$ref"] != nil, dialect.ignoresReferenceSiblings { return [] }
        var found = ["allOf", "anyOf", "oneOf"].compactMap { keyword -> Diagnostic? in
            guard let value = schema[keyword], case .array(let items) = value.content, items.isEmpty else { return nil }
            return Diagnostic(place: value.place, message: "'\(keyword)' has no schema (add one, or leave it out)")
        }
        var own = JSONObject(uniqueMembers: ownKeywords(of: schema))
        while let error = error(in: own, dialect), let keyword = error.place.tokens.first, own[keyword] != nil {
            let place = schema[keyword]?.place ?? schema.value.place
            found.append(Diagnostic(place: place, message: error.message))
            own[keyword] = nil
        }
        return found
    }

    /// The keywords that hold neither schemas nor references nor samples.
    private static func ownKeywords(of schema: LintSite) -> [JSONObject.Member] {
        let holders = Set(ObjectKind.schema.shape.fields.map(\.name))
        return schema.members.filter { key, _ in
            !holders.contains(key.name) && !key.name.hasPrefix("$") && !key.name.hasPrefix("x-")
                && !["default", "example", "examples"].contains(key.name)
        }
        .map { JSONObject.Member(key: $0.key.name, value: $0.value.json) }
    }

    private static func error(in object: JSONObject, _ dialect: SchemaDialect) -> SchemaError? {
        do throws(SchemaError) {
            _ = try SchemaCompiler(document: .object(object), dialect: dialect).schema()
            return nil
        } catch {
            return error
        }
    }
}
