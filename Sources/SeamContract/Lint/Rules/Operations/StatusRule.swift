import YAMLSource

/// Rule: responses are described, each for a status.
///
/// · told when: there is none, or a key is neither `200` nor `2XX` nor `default`
/// · source: OpenAPI 3.0.3, Responses Object.
enum StatusRule: LintRule {
    static let id = "status"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document[.responses].flatMap { responses in
            let keys = responses.members.map(\.key).filter { !$0.name.hasPrefix("x-") }
            if keys.isEmpty {
                return [Diagnostic(place: responses.value.place, message: "no response is described (add one)")]
            }
            return keys.filter { Contract.StatusPattern($0.name) == nil }.map { key in
                Diagnostic(place: key.place, message: "unknown status '\(key.name)' (write 200, 2XX or default)")
            }
        }
    }
}
