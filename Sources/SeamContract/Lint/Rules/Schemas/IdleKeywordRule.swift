import YAMLSource

/// Rule: every keyword of a schema is about a type that its values can have.
///
/// · told when: the schema names its types, and the keyword is about none of them, so that it can never count
/// · source: JSON Schema Validation 2020-12 section 6.
enum IdleKeywordRule: LintRule {
    static let id = "idle-keyword"
    static let severity = ContractProblem.Severity.warning

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document[.schema].flatMap { schema -> [Diagnostic] in
            let types = document.types(of: schema)
            guard !types.isEmpty, types.allSatisfy(known.contains), schema["$ref"] == nil else { return [] }
            return keywords.filter { !$0.types.contains(where: types.contains) }.flatMap { subject in
                schema.members.map(\.key).filter { subject.keywords.contains($0.name) }.map { key in
                    Diagnostic(
                        place: key.place,
                        message: "'\(key.name)' is about \(subject.noun), and this is of type "
                            + "\(types.joined(separator: " or ")) (leave it out, or correct the type)"
                    )
                }
            }
        }
    }

    private static let known: Set<String> = ["null", "boolean", "integer", "number", "string", "array", "object"]

    /// What keywords are about.
    private static let keywords: [(noun: String, types: [String], keywords: Set<String>)] = [
        (
            "numbers", ["number", "integer"],
            ["multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"]
        ),
        ("strings", ["string"], ["maxLength", "minLength", "pattern"]),
        (
            "arrays", ["array"],
            ["items", "prefixItems", "maxItems", "minItems", "uniqueItems", "contains", "unevaluatedItems"]
        ),
        (
            "objects", ["object"],
            [
                "properties", "required", "additionalProperties", "maxProperties", "minProperties", "patternProperties",
                "propertyNames", "dependentRequired", "dependentSchemas", "unevaluatedProperties",
            ]
        ),
    ]
}
