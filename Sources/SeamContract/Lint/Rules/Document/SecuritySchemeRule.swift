import YAMLSource

/// Rule: a security scheme has a known type, and what belongs to it.
///
/// · told when: its `type` or an API key's `in` is unknown, or a member that the type needs is missing
/// · source: OpenAPI 3.0.3 and 3.1.1, Security Scheme Object.
enum SecuritySchemeRule: LintRule {
    static let id = "security-scheme"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document[.securityScheme].flatMap { scheme in
            guard let type = scheme.text("type"), let place = scheme["type"]?.place else { return [Diagnostic]() }
            guard let needed = members(of: type, in: document.version) else {
                let known = ["apiKey", "http", "oauth2", "openIdConnect"]
                let hint = Suggestion.text(for: type, among: known)
                return [Diagnostic(place: place, message: "unknown type of security scheme '\(type)' (\(hint))")]
            }
            var found = needed.filter { scheme[$0] == nil }.map { name in
                Diagnostic(place: place, message: "a security scheme of type '\(type)' has no '\(name)' (add it)")
            }
            if type == "apiKey", let location = scheme["in"], let text = scheme.text("in"),
                !["query", "header", "cookie"].contains(text)
            {
                found.append(
                    Diagnostic(
                        place: location.place,
                        message: "no API key is in '\(text)' (write query, header or cookie)"
                    )
                )
            }
            return found
        }
    }

    /// The members that a scheme of a type must have; nil when there is no such type.
    private static func members(of type: String, in version: OpenAPIVersion.Minor) -> [String]? {
        switch type {
        case "apiKey": ["name", "in"]
        case "http": ["scheme"]
        case "oauth2": ["flows"]
        case "openIdConnect": ["openIdConnectUrl"]
        case "mutualTLS": version == .v3_1 ? [] : nil
        default: nil
        }
    }
}
