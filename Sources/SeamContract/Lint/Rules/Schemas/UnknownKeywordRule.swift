import YAMLSource

/// Rule: every keyword of a schema means something in the document's version.
///
/// · told when: OpenAPI 3.0 does not have it, or, in 3.1, where unknown keywords are annotations, it is misspelt or of 3.0
/// · source: OpenAPI 3.0.3, Schema Object; JSON Schema Core 2020-12 section 6.5.
enum UnknownKeywordRule: LintRule {
    static let id = "unknown-keyword"
    static let severity = ContractProblem.Severity.warning

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        let known = document.version == .v3_0 ? known30 : known31
        return document[.schema].flatMap(\.members).map(\.key)
            .filter { !known.contains($0.name) && !$0.name.hasPrefix("x-") }
            .compactMap { key in
                advice(on: key.name, in: document.version).map { advice in
                    Diagnostic(place: key.place, message: "keyword '\(key.name)' has no effect (\(advice))")
                }
            }
    }

    /// What to write instead; nil when the keyword is let be.
    private static func advice(on keyword: String, in version: OpenAPIVersion.Minor) -> String? {
        switch (keyword, version) {
        case ("const", .v3_0): "write an 'enum' of one value"
        case ("examples", .v3_0): "write 'example'"
        case ("nullable", .v3_1): "write 'null' among the types"
        case (_, .v3_0) where known31.contains(keyword): "only OpenAPI 3.1 knows it"
        case (_, .v3_0):
            Suggestion.nearest(to: keyword, among: known30.sorted()).map { "did you mean '\($0)'?" }
                ?? "what is your own begins with 'x-'"
        case (_, .v3_1): Suggestion.nearest(to: keyword, among: known31.sorted()).map { "did you mean '\($0)'?" }
        }
    }

    private static let shared: Set<String> = [
        "$ref", "title", "description", "default", "type", "enum", "format", "multipleOf", "maximum",
        "exclusiveMaximum",
        "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems",
        "maxProperties", "minProperties", "required", "allOf", "oneOf", "anyOf", "not", "items", "properties",
        "additionalProperties", "discriminator", "readOnly", "writeOnly", "xml", "externalDocs", "example",
        "deprecated",
    ]
    private static let known30 = shared.union(["nullable"])
    private static let known31 = shared.union([
        "$id", "$schema", "$anchor", "$dynamicRef", "$dynamicAnchor", "$vocabulary", "$comment", "$defs", "definitions",
        "const", "if", "then", "else", "dependentSchemas", "dependentRequired", "prefixItems", "contains",
        "minContains",
        "maxContains", "patternProperties", "propertyNames", "unevaluatedItems", "unevaluatedProperties", "examples",
        "contentEncoding", "contentMediaType", "contentSchema",
    ])
}
