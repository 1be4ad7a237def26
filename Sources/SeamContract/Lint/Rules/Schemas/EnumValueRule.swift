import JSON
import YAMLSource

/// Rule: the values that a schema lists fit the schema.
///
/// · told when: a value of `enum`, or that of `const`, breaks another keyword beside it, so that it can never be; or an
///   `enum` is empty
/// · source: JSON Schema Validation 2020-12 section 6.1.2.
enum EnumValueRule: LintRule {
    static let id = "enum-value"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document[.schema].filter { $0["$ref"] == nil }.flatMap { schema -> [Diagnostic] in
            if let list = schema["enum"], case .array(let items) = list.content, items.isEmpty {
                return [
                    Diagnostic(place: list.place, message: "an empty 'enum' fits no value (add some, or leave it out)")
                ]
            }
            return ((schema["enum"]?.items ?? []) + [schema["const"]].compactMap(\.self)).compactMap { value in
                document.violations(of: value, by: schema.place).first.map { violation in
                    let text = value.json.serialized()
                    return Diagnostic(
                        place: value.place,
                        message:
                            "the listed value \(text) breaks its own schema: \(violation.fault) (correct one of them)"
                    )
                }
            }
        }
    }
}
