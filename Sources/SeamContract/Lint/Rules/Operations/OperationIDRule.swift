import JSON
import YAMLSource

/// Rule: no two operations have one `operationId`.
///
/// · told when: an earlier operation has the same
/// · source: OpenAPI 3.0.3, Operation Object, `operationId`.
enum OperationIDRule: LintRule {
    static let id = "duplicate-operation-id"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        var first: [String: SourcePlace] = [:]
        return document[.operation].compactMap { $0["operationId"] }.sorted { $0.place < $1.place }.compactMap {
            value in
            guard let id = value.scalar?.stringValue else { return nil }
            guard let other = first[id] else {
                first[id] = value.place
                return nil
            }
            return Diagnostic(
                place: value.place,
                message: "operationId '\(id)' is given twice, first at \(other) (give each operation its own)"
            )
        }
    }
}
