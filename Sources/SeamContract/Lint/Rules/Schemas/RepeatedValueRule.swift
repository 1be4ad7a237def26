import JSON
import YAMLSource

/// Rule: a list of names or values has each once.
///
/// · told when: an item of `enum`, `required` or `type` was there before
/// · source: JSON Schema Validation 2020-12 sections 6.1.1, 6.1.2 and 6.5.3.
enum RepeatedValueRule: LintRule {
    static let id = "repeated-value"
    static let severity = ContractProblem.Severity.warning

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document[.schema].flatMap { schema in
            ["enum", "required", "type"].flatMap { keyword in
                var seen: Set<JSONValue> = []
                let repeated = (schema[keyword]?.items ?? []).filter { !seen.insert($0.json).inserted }
                return repeated.prefix(ContractLint.problemLimit).map { item in
                    let value = item.json.serialized()
                    return Diagnostic(place: item.place, message: "\(value) stands twice in '\(keyword)' (keep one)")
                }
            }
        }
    }
}
