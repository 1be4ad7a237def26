import YAMLSource

/// Rule: a way to authorize a call names security schemes that there are.
///
/// · told when: `components/securitySchemes` has none of that name
/// · source: OpenAPI 3.0.3, Security Requirement Object.
enum SecurityRule: LintRule {
    static let id = "unknown-security-scheme"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        let known = (document.files.root["components"]?["securitySchemes"]?.members ?? []).map(\.key.name)
        return document[.securityRequirement].flatMap(\.members).map(\.key)
            .filter { !known.contains($0.name) && !$0.name.hasPrefix("x-") }
            .map { key in
                let hint = Suggestion.text(for: key.name, among: known)
                return Diagnostic(place: key.place, message: "there is no security scheme '\(key.name)' (\(hint))")
            }
    }
}
