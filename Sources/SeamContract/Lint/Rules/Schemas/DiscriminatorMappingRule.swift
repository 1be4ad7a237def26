import JSON
import JSONSchema
import YAMLSource

/// Rule: a discriminator's mapping leads to schemas.
///
/// · told when: a value of it is neither the name of a component nor a reference to a schema that there is
/// · source: OpenAPI 3.0.3, Discriminator Object, `mapping`.
enum DiscriminatorMappingRule: LintRule {
    static let id = "discriminator-mapping"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document[.discriminator].flatMap { discriminator in
            (discriminator["mapping"]?.members ?? []).compactMap { key, value in
                guard let text = value.scalar?.stringValue else { return nil }
                let keyword = discriminator.place.appending("mapping").appending(key.name)
                guard document.mappedSchema(text, at: keyword) == nil else { return nil }
                return Diagnostic(
                    place: value.place,
                    message: "'\(key.name)' is mapped to '\(text)', which is no schema (\(advice(on: text, document)))"
                )
            }
        }
    }

    private static func advice(on text: String, _ document: LintedDocument) -> String {
        let names = (document.files.root["components"]?["schemas"]?.members ?? []).map(\.key.name)
        let name = String(text.split(separator: "/").last ?? "")
        return Suggestion.nearest(to: name, among: names).map { "did you mean '#/components/schemas/\($0)'?" }
            ?? "write '#/components/schemas/…'"
    }
}

extension LintedDocument {
    /// The place of the schema that a value of a mapping names; nil when there is none.
    ///
    /// - Parameters:
    ///   - text: the value: the name of a component, or a reference.
    ///   - keyword: where it stands.
    /// - Returns: the place.
    func mappedSchema(_ text: String, at keyword: SchemaPlace) -> SchemaPlace? {
        let component = SchemaPlace("#/components/schemas").appending(text).description
        for reference in text.contains("/") || text.contains("#") ? [text] : [component, text] {
            if let target = try? compiler.target(of: reference, at: keyword), target.value.objectValue != nil {
                return target.place
            }
        }
        return nil
    }
}
