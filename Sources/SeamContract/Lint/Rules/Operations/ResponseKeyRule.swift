import JSON
import YAMLSource

/// Rule: `x-response-key` names a member of the answer.
///
/// · told when: the schema of the 200 answer lists members, and not this one
/// · source: Seam's document, where SDKs read the member of that name.
enum ResponseKeyRule: LintRule {
    static let id = "response-key"
    static let severity = ContractProblem.Severity.warning

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document.operations.compactMap { operation in
            guard let value = operation.site["x-response-key"], let key = value.scalar?.stringValue,
                let names = members(of: operation.site, in: document), !names.isEmpty, !names.contains(key)
            else { return nil }
            let hint = Suggestion.text(for: key, among: names.sorted())
            return Diagnostic(place: value.place, message: "the answer has no member '\(key)' (\(hint))")
        }
    }

    /// The members of the answer; nil when it has no schema.
    private static func members(of operation: LintSite, in document: LintedDocument) -> Set<String>? {
        guard let responses = document.member("responses", of: operation, as: .responses),
            let response = document.member("200", of: responses, as: .response),
            let type = document.entries("content", of: response, as: .mediaType).first(where: {
                $0.key.name.contains("json")
            }),
            let schema = document.member("schema", of: type.site, as: .schema)
        else { return nil }
        return document.propertyNames(of: schema)
    }
}
