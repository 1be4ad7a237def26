import JSON
import YAMLSource

/// Rule: each variable of a server's URL is described, and its default is one of its choices.
///
/// · told when: the URL has `{x}` and `variables` has no `x`, or an `enum` lacks the `default`
/// · source: OpenAPI 3.0.3, Server Object and Server Variable Object.
enum ServerVariableRule: LintRule {
    static let id = "server-variable"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document[.server].flatMap(undescribed) + document[.serverVariable].compactMap(wrongDefault)
    }

    private static func undescribed(_ server: LintSite) -> [Diagnostic] {
        guard let url = server["url"], let text = server.text("url") else { return [] }
        return PathTemplate(text).names.filter { server["variables"]?[$0] == nil }.map { name in
            Diagnostic(
                place: url.place,
                message: "variable '\(name)' of the URL is not described (add it to 'variables')"
            )
        }
    }

    private static func wrongDefault(_ variable: LintSite) -> Diagnostic? {
        let choices = (variable["enum"]?.items ?? []).compactMap { $0.scalar?.stringValue }
        guard let value = variable["default"], let text = variable.text("default"), !choices.isEmpty,
            !choices.contains(text)
        else { return nil }
        return Diagnostic(
            place: value.place,
            message: "the default '\(text)' is none of the choices (\(Suggestion.list(choices)))"
        )
    }
}
