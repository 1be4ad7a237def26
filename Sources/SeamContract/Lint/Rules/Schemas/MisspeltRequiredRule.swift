import JSON
import YAMLSource

/// Rule: what is required is spelt as the properties are.
///
/// · told when: a schema that lists properties requires a member that is none of them, but is nearly one that is not
///   required itself
/// · source: JSON Schema Validation 2020-12 section 6.5.3 lets it be; it is likely a slip.
enum MisspeltRequiredRule: LintRule {
    static let id = "misspelt-required"
    static let severity = ContractProblem.Severity.warning

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document[.schema].filter { $0["additionalProperties"]?.scalar?.boolValue != false }.flatMap { schema in
            let items = schema["required"]?.items ?? []
            let required = Set(items.compactMap { $0.scalar?.stringValue })
            let names = (schema["properties"]?.members ?? []).map(\.key.name)
            let optional = names.filter { !required.contains($0) }
            return items.compactMap { item -> Diagnostic? in
                guard let name = item.scalar?.stringValue, !names.contains(name),
                    let near = Suggestion.nearest(to: name, among: optional)
                else { return nil }
                return Diagnostic(
                    place: item.place,
                    message: "'\(name)' is required, but is none of the 'properties' (did you mean '\(near)'?)"
                )
            }
        }
    }
}
