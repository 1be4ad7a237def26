import YAMLSource

/// Rule: only methods that take a body have one.
///
/// · told when: a GET, HEAD or DELETE has a `requestBody`
/// · source: OpenAPI 3.0.3, Operation Object, `requestBody`; RFC 9110 sections 9.3.1, 9.3.2 and 9.3.5.
enum IgnoredBodyRule: LintRule {
    static let id = "ignored-body"
    static let severity = ContractProblem.Severity.warning

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document.operations.filter { ["get", "head", "delete"].contains($0.method) }.compactMap { operation in
            operation.site.value.key("requestBody").map { key in
                Diagnostic(
                    place: key.place,
                    message: "the body of a \(operation.method.uppercased()) may be ignored (describe query parameters)"
                )
            }
        }
    }
}
