import JSONSchema
import YAMLSource

/// Rule: what a body holds is described where there is one.
///
/// · told when: a response of success (but 204 and 205, or to HEAD) has no `content`, or a JSON body has no schema
/// · source: OpenAPI 3.0.3, Response Object and Media Type Object: both let it be, and then nothing can be checked.
enum UncheckedBodyRule: LintRule {
    static let id = "unchecked-body"
    static let severity = ContractProblem.Severity.warning

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document.operations.filter { $0.method != "head" }.flatMap { operation in
            document.member("responses", of: operation.site, as: .responses).map { withoutContent($0, document) } ?? []
        } + (document[.response] + document[.requestBody]).flatMap(withoutSchema)
    }

    private static func withoutContent(_ responses: LintSite, _ document: LintedDocument) -> [Diagnostic] {
        responses.members.compactMap { key, value in
            guard Contract.StatusPattern(key.name)?.isSuccess == true, !["204", "205"].contains(key.name),
                let response = document.site(.response, value, at: responses.place.appending(key.name)),
                response["content"]?.members.isEmpty ?? true
            else { return nil }
            return Diagnostic(
                place: response.value.place,
                message: "nothing is said of the body of a \(key.name), so it can't be checked "
                    + "(add 'content', or answer 204 without one)"
            )
        }
    }

    private static func withoutSchema(_ site: LintSite) -> [Diagnostic] {
        (site["content"]?.members ?? []).filter { $0.key.name.contains("json") && $0.value["schema"] == nil }.map {
            key,
            _ in
            Diagnostic(
                place: key.place,
                message: "a '\(key.name)' body without a schema can't be checked (add 'schema')"
            )
        }
    }
}
