import JSON
import JSONSchema
import YAMLSource

/// Rule: an example fits its schema.
///
/// · told when: an example of a schema, a parameter, a header or a body does not; a member that is only read or only
///   written may be missing
/// · source: OpenAPI 3.0.3, Media Type Object and Parameter Object, `example`; Schema Object, `readOnly`.
enum ExampleRule: LintRule {
    static let id = "example"
    static let severity = ContractProblem.Severity.warning

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document[.schema].flatMap { schema in
            ([schema["example"]].compactMap(\.self) + (schema["examples"]?.items ?? [])).compactMap { value in
                diagnostic(on: value, by: schema.place, document)
            }
        }
            + [ObjectKind.mediaType, .parameter, .header].flatMap { document[$0] }.flatMap { site -> [Diagnostic] in
                guard site["schema"] != nil else { return [] }
                let named = document.entries("examples", of: site, as: .example).compactMap { $0.site["value"] }
                return ([site["example"]].compactMap(\.self) + named).compactMap { value in
                    diagnostic(on: value, by: site.place.appending("schema"), document)
                }
            }
    }

    private static func diagnostic(
        on value: LocatedValue,
        by schema: SchemaPlace,
        _ document: LintedDocument
    ) -> Diagnostic? {
        let violation = document.violations(of: value, by: schema).first { !isOneSided($0, document) }
        return violation.map { violation in
            Diagnostic(
                place: value.place(of: violation.instance),
                message: "the example breaks its schema: \(violation.fault) (correct one of them)"
            )
        }
    }

    /// Whether only a member is missing that requests, or answers, don't have.
    private static func isOneSided(_ violation: Violation, _ document: LintedDocument) -> Bool {
        guard violation.keyword == "required", let member = violation.member else { return false }
        let schema = SchemaPlace(String(violation.schema.description.dropLast("/required".count)))
        let place = schema.appending("properties").appending(member)
        let property = document.files.value(at: place).flatMap { document.site(.schema, $0, at: place) }
        return property?.isSet("readOnly") == true || property?.isSet("writeOnly") == true
    }
}
