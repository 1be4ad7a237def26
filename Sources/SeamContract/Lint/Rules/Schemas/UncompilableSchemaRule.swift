import JSONSchema
import YAMLSource

/// Rule: the schemas of bodies, parameters, headers and components compile, with all that they refer to.
///
/// · told when: one does not, and no other rule has told why
/// · source: JSON Schema Core 2020-12; OpenAPI 3.0.3, Schema Object.
enum UncompilableSchemaRule: LintRule {
    static let id = "uncompilable-schema"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        let users = [ObjectKind.mediaType, .parameter, .header].flatMap { document[$0] }.filter { $0["schema"] != nil }
        let components = document[.components].flatMap { components in
            let place = components.place.appending("schemas")
            return (components["schemas"]?.members ?? []).map { place.appending($0.key.name) }
        }
        return (users.map { $0.place.appending("schema") } + components).compactMap { place in
            do throws(SchemaError) {
                _ = try document.compiler.schema(at: place)
                return nil
            } catch {
                let fault = DocumentFault(error)
                return Diagnostic(place: document.files.sourcePlace(of: fault.place), message: fault.message)
            }
        }
    }
}
