import JSONSchema
import YAMLSource

/// Rule: a default fits its schema.
///
/// · told when: it does not
/// · source: OpenAPI 3.0.3, Schema Object, `default`; JSON Schema Validation 2020-12 section 9.2.
enum DefaultRule: LintRule {
    static let id = "default"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document[.schema].compactMap { schema in
            guard let value = schema["default"] else { return nil }
            return document.violations(of: value, by: schema.place).first.map { violation in
                Diagnostic(
                    place: value.place,
                    message: "the default breaks its own schema: \(violation.fault) (correct one of them)"
                )
            }
        }
    }
}
