import JSON
import YAMLSource

/// Rule: a lower bound is not above the upper one.
///
/// · told when: it is, so that no value fits
/// · source: JSON Schema Validation 2020-12 section 6.
enum BoundsRule: LintRule {
    static let id = "bounds"
    static let severity = ContractProblem.Severity.error

    private static let pairs = [
        ("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems"),
        ("minProperties", "maxProperties"),
        ("minContains", "maxContains"), ("exclusiveMinimum", "maximum"), ("minimum", "exclusiveMaximum"),
        ("exclusiveMinimum", "exclusiveMaximum"),
    ]

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document[.schema].flatMap { schema in
            pairs.compactMap { low, high in
                guard let lower = schema[low]?.scalar?.numberValue, let upper = schema[high]?.scalar?.numberValue,
                    lower > upper, let place = schema[low]?.place
                else { return nil }
                return Diagnostic(
                    place: place,
                    message: "'\(low)' \(lower.text) is above '\(high)' \(upper.text), so no value fits (correct one)"
                )
            }
        }
    }
}
