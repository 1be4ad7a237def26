import YAMLSource

/// Rule: an array says what its items are.
///
/// · told when: a schema of type `array` has no `items`, in OpenAPI 3.0
/// · source: OpenAPI 3.0.3, Schema Object, `items`.
enum ArrayItemsRule: LintRule {
    static let id = "array-items"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        guard document.version == .v3_0 else { return [] }
        return document[.schema].filter { $0.text("type") == "array" && $0["items"] == nil && $0["$ref"] == nil }
            .map { schema in
                Diagnostic(
                    place: schema["type"]?.place ?? schema.value.place,
                    message: "an array has no 'items' (write items: {} when they may be anything)"
                )
            }
    }
}
