import JSON
import YAMLSource

/// Rule: a link leads to one operation that there is.
///
/// · told when: no operation has its `operationId`, or it has neither or both of `operationId` and `operationRef`
/// · source: OpenAPI 3.0.3, Link Object.
enum LinkRule: LintRule {
    static let id = "link"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        let known = Set(document[.operation].compactMap { $0.text("operationId") })
        return document[.link].compactMap { link in
            if (link["operationId"] == nil) == (link["operationRef"] == nil) {
                return Diagnostic(
                    place: link.value.place,
                    message: "a link has one of 'operationId' and 'operationRef'"
                )
            }
            guard let value = link["operationId"], let id = value.scalar?.stringValue, !known.contains(id) else {
                return nil
            }
            let hint = Suggestion.nearest(to: id, among: known.sorted()).map { "did you mean '\($0)'?" }
            return Diagnostic(
                place: value.place,
                message: "no operation has the operationId '\(id)' (\(hint ?? "write one that there is"))"
            )
        }
    }
}
