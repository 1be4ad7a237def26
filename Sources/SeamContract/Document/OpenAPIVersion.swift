import JSON
import JSONSchema

/// The versions of OpenAPI that are known, and the dialect of their schemas.
struct OpenAPIVersion: Sendable, Hashable {
    /// 3.0 or 3.1.
    enum Minor: Sendable, Hashable {
        /// OpenAPI 3.0.x (<https://spec.openapis.org/oas/v3.0.3>).
        case v3_0
        /// OpenAPI 3.1.x (<https://spec.openapis.org/oas/v3.1.1>).
        case v3_1
    }

    /// 3.0 or 3.1.
    let minor: Minor
    /// The dialect of schemas that don't say which they have.
    let dialect: SchemaDialect

    /// The version of a document.
    ///
    /// - Parameter document: the document.
    /// - Throws: ``DocumentFault`` when it says none, or one that isn't known, or has an unknown `jsonSchemaDialect`.
    init(of document: JSONValue) throws(DocumentFault) {
        guard let version = document["openapi"]?.stringValue else {
            throw DocumentFault(
                message: "not an OpenAPI document (expected a member 'openapi' such as \"3.0.3\")",
                place: SchemaPlace("#")
            )
        }
        if version.hasPrefix("3.0.") {
            (minor, dialect) = (.v3_0, .openAPI30)
        } else if version.hasPrefix("3.1.") {
            (minor, dialect) = (.v3_1, try Self.dialect(of: document))
        } else {
            throw DocumentFault(
                message: "OpenAPI version '\(version)' isn't known (expected 3.0.x or 3.1.x)",
                place: SchemaPlace("#/openapi")
            )
        }
    }

    /// The dialects that a 3.1 document may name, by their URIs.
    static let dialects: [String: SchemaDialect] = [
        "https://spec.openapis.org/oas/3.1/dialect/base": .openAPI31,
        "https://json-schema.org/draft/2020-12/schema": .openAPI31,
        "http://json-schema.org/draft-04/schema": .draft4,
    ]

    /// The dialect that a 3.1 document names for its schemas (OpenAPI 3.1.1, section 4.8.24.5).
    private static func dialect(of document: JSONValue) throws(DocumentFault) -> SchemaDialect {
        guard let name = document["jsonSchemaDialect"] else { return .openAPI31 }
        let uri = name.stringValue.map { $0.hasSuffix("#") ? String($0.dropLast()) : $0 }
        if let dialect = uri.flatMap({ dialects[$0] }) { return dialect }
        throw DocumentFault(
            message: "the schema dialect \(name.serialized()) isn't known (expected one of "
                + dialects.keys.sorted().joined(separator: ", ") + ")",
            place: SchemaPlace("#/jsonSchemaDialect")
        )
    }
}
