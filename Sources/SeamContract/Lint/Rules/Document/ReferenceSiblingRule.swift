import JSONSchema
import YAMLSource

/// Rule: nothing that matters stands beside a `$ref` that makes it ignored.
///
/// · told when: members beside it have no effect; a description, a summary and `x-…` are let be
/// · not told: of schemas in OpenAPI 3.1, where the keywords beside count
/// · source: OpenAPI 3.0.3 and 3.1.1, Reference Object.
enum ReferenceSiblingRule: LintRule {
    static let id = "ignored-beside-reference"
    static let severity = ContractProblem.Severity.warning

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document.references.compactMap { reference in
            if reference.kind == .schema, !document.compiler.dialect.ignoresReferenceSiblings { return nil }
            let siblings = (document.files.value(at: reference.owner)?.members ?? []).map(\.key).filter { key in
                !["$ref", "description", "summary"].contains(key.name) && !key.name.hasPrefix("x-")
            }
            guard let first = siblings.first else { return nil }
            let names = siblings.map { "'\($0.name)'" }.joined(separator: ", ")
            let isSchema = reference.kind == .schema
            let advice = isSchema ? "wrap the reference: allOf: [{ $ref: … }]" : "move it to what is referred to"
            return Diagnostic(place: first.place, message: "\(names) beside a '$ref' is ignored (\(advice))")
        }
    }
}
