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
    /// How many required members that are no properties are looked at in one schema.
    private static let strangerLimit = 100

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document[.schema].filter { $0["additionalProperties"]?.scalar?.boolValue != false }.flatMap { schema in
            let items = schema["required"]?.items ?? []
            let required = Set(items.compactMap { $0.scalar?.stringValue })
            let names = (schema["properties"]?.members ?? []).map(\.key.name)
            let (known, optional) = (Set(names), names.filter { !required.contains($0) })
            let strangers = items.lazy.filter { $0.scalar?.stringValue.map { !known.contains($0) } ?? false }
            return strangers.prefix(strangerLimit).compactMap { item -> Diagnostic? in
                guard let name = item.scalar?.stringValue,
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
