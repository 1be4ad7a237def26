public import JSON
public import JSONSchema
public import YAMLSource

/// A JSON Schema that was read from a file, JSON or YAML, and from the files that it refers to.
public struct SchemaFile: Sendable {
    /// The schema.
    public let schema: Schema
    /// What its keywords mean.
    public let dialect: SchemaDialect
    /// The members that the file, and JSON files that it refers to, name twice, so that the first is lost; none is an error.
    public let duplicates: [Diagnostic]

    /// Reads a schema, or one of the schemas in an OpenAPI document.
    ///
    /// A schema without a dialect, neither given nor named by `$schema`, is one of 2020-12. References to other files are
    /// relative to the file, or to the `$id` of the schema, whose folder then stands for the file's.
    /// - Parameters:
    ///   - text: what is in the file.
    ///   - file: the path that messages name.
    ///   - pointer: where in the file the schema stands; empty for the whole file.
    ///   - dialect: what its keywords mean; nil leaves it to the file.
    ///   - assertsFormats: whether a broken `format` is a violation; nil leaves it to the dialect.
    ///   - read: what reads another file by its path; without one no reference may leave the file.
    /// - Throws: ``ContractError`` when the text is neither JSON nor YAML, the dialect isn't known, or the schema is none.
    public init(
        text: String,
        file: String,
        at pointer: JSONPointer = JSONPointer(),
        dialect: SchemaDialect? = nil,
        assertsFormats: Bool? = nil,
        reading read: ((_ path: String) throws -> String)? = nil
    ) throws(ContractError) {
        let root = try SourceDocument(text: text, file: file)
        do throws(DocumentFault) {
            if let dialect { self.dialect = dialect } else { self.dialect = try Self.dialect(of: root.value) }
        } catch {
            throw ContractError(error, in: DocumentSet(root: root, identifierKeyword: nil, reading: nil))
        }
        let files = DocumentSet(root: root, identifierKeyword: self.dialect.identifierKeyword, reading: read)
        duplicates = root.duplicates + files.others.sorted { $0.key < $1.key }.flatMap(\.value.duplicates)
        let compiler = SchemaCompiler(
            document: root.value,
            dialect: self.dialect,
            baseURI: files.baseURI,
            remotes: files.others.mapValues(\.value),
            absences: files.absences,
            assertsFormats: assertsFormats
        )
        do throws(DocumentFault) {
            if pointer.tokens.isEmpty { try Self.refuseOpenAPI(root.value) }
            schema = try Self.schema(at: pointer, compiler)
        } catch {
            throw ContractError(error, in: files)
        }
    }

    /// The dialect that a document names.
    private static func dialect(of document: JSONValue) throws(DocumentFault) -> SchemaDialect {
        guard document["openapi"] == nil else { return try OpenAPIVersion(of: document).dialect }
        guard let name = document["$schema"] else { return .draft2020_12 }
        let uri = name.stringValue.map { $0.hasSuffix("#") ? String($0.dropLast()) : $0 }
        if let dialect = uri.flatMap({ dialects[$0] }) { return dialect }
        throw DocumentFault(
            message: "the schema dialect \(name.serialized()) isn't known (expected one of "
                + dialects.keys.sorted().joined(separator: ", ") + ")",
            place: SchemaPlace("#/$schema")
        )
    }

    /// The dialects by the URIs of their metaschemas.
    private static let dialects: [String: SchemaDialect] = [
        "https://json-schema.org/draft/2020-12/schema": .draft2020_12,
        "http://json-schema.org/draft-04/schema": .draft4,
        "https://spec.openapis.org/oas/3.1/dialect/base": .openAPI31,
    ]

    /// Refuses an OpenAPI document as a whole, which as a schema would accept everything.
    private static func refuseOpenAPI(_ document: JSONValue) throws(DocumentFault) {
        guard document["openapi"] != nil else { return }
        let example = document["components"]?["schemas"]?.objectValue?.keys.first ?? "NAME"
        throw DocumentFault(
            message: "an OpenAPI document is no schema (name one of its schemas: FILE#/components/schemas/\(example))",
            place: SchemaPlace("#")
        )
    }

    /// Compiles the schema at a place.
    private static func schema(at pointer: JSONPointer, _ compiler: SchemaCompiler) throws(DocumentFault) -> Schema {
        do {
            return try compiler.schema(at: pointer)
        } catch {
            throw DocumentFault(error)
        }
    }
}
