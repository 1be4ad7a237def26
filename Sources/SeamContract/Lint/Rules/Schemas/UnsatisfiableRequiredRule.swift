import JSON
import YAMLSource

/// Rule: what is required is allowed.
///
/// · told when: a schema with `additionalProperties: false` requires a member that its `properties` and
///   `patternProperties` do not name, so that no value fits
/// · source: JSON Schema Core 2020-12 section 10.3.2.3.
enum UnsatisfiableRequiredRule: LintRule {
    static let id = "unsatisfiable-required"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document[.schema].filter { $0["additionalProperties"]?.scalar?.boolValue == false }.flatMap {
            schema -> [Diagnostic] in
            let names = (schema["properties"]?.members ?? []).map(\.key.name)
            let patterns = (schema["patternProperties"]?.members ?? []).map { key, _ in try? RegularExpression(key.name)
            }
            return (schema["required"]?.items ?? []).compactMap { item -> Diagnostic? in
                guard let name = item.scalar?.stringValue, !names.contains(name),
                    !patterns.contains(where: { $0?.occurs(in: name) ?? true })
                else { return nil }
                let hint = Suggestion.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
                return Diagnostic(
                    place: item.place,
                    message: "'\(name)' is required, but is none of the 'properties' and no others are allowed "
                        + "(\(hint ?? "add it to 'properties'"))"
                )
            }
        }
    }
}
