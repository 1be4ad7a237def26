import JSONSchema
import YAMLSource

/// Rule: the schemas of bodies, parameters, headers and components compile, with all that they refer to.
///
/// · told when: one does not, and no other rule has told why; the first ten, since one fault may spoil all
/// · source: JSON Schema Core 2020-12; OpenAPI 3.0.3, Schema Object.
enum UncompilableSchemaRule: LintRule {
    static let id = "uncompilable-schema"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        Array(places(in: document).lazy.compactMap { diagnostic(of: $0, document) }.prefix(10))
    }

    /// The places of all schemas that are not part of others.
    private static func places(in document: LintedDocument) -> [SchemaPlace] {
        let users = [ObjectKind.mediaType, .parameter, .header].flatMap { document[$0] }.filter { $0["schema"] != nil }
        let components = document[.components].flatMap { components in
            let place = components.place.appending("schemas")
            return (components["schemas"]?.members ?? []).map { place.appending($0.key.name) }
        }
        return users.map { $0.place.appending("schema") } + components
    }

    private static func diagnostic(of place: SchemaPlace, _ document: LintedDocument) -> Diagnostic? {
        do throws(SchemaError) {
            _ = try document.compiler.schema(at: place)
            return nil
        } catch {
            let fault = DocumentFault(error)
            return Diagnostic(place: document.files.sourcePlace(of: fault.place), message: fault.message)
        }
    }
}
