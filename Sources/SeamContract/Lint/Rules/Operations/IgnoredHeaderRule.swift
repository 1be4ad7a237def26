import YAMLSource

/// Rule: no parameter is a header that the document describes elsewhere.
///
/// · told when: a header parameter is `Accept`, `Content-Type` or `Authorization`, or a response header `Content-Type`
/// · source: OpenAPI 3.0.3, Parameter Object, `name`, and Response Object, `headers`.
enum IgnoredHeaderRule: LintRule {
    static let id = "ignored-header"
    static let severity = ContractProblem.Severity.warning

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        let parameters = document[.parameter].compactMap { parameter -> Diagnostic? in
            guard parameter.text("in") == "header", let name = parameter.text("name"), let value = parameter["name"],
                ["accept", "content-type", "authorization"].contains(name.lowercased())
            else { return nil }
            let instead = name.lowercased() == "authorization" ? "'security'" : "'content'"
            return Diagnostic(
                place: value.place,
                message: "a header parameter '\(name)' is ignored (describe it by \(instead))"
            )
        }
        let headers = document[.response].flatMap { $0["headers"]?.members ?? [] }.map(\.key)
            .filter { $0.name.lowercased() == "content-type" }
            .map {
                Diagnostic(
                    place: $0.place,
                    message: "a response header '\($0.name)' is ignored (describe it by 'content')"
                )
            }
        return parameters + headers
    }
}
