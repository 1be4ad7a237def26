public import JSON
import Synchronization

/// Compiles schemas of one document; what they refer to is compiled once and shared.
///
/// ```swift
/// let compiler = SchemaCompiler(document: openAPI, dialect: .openAPI30)
/// let user = try compiler.schema(at: JSONPointer(tokens: ["components", "schemas", "acs_user"]))
/// let validation = user.validate(body)
/// ```
///
/// Schemas come from people who may be trusted, values from anywhere: a value can't make validation run without bound, but a
/// schema can ask for much work (a slow `pattern`, branches within branches).
public final class SchemaCompiler: Sendable {
    /// What has been compiled so far.
    private let state: Mutex<SchemaCompilation>

    /// A compiler for a document; nothing is compiled yet.
    ///
    /// - Parameters:
    ///   - document: a schema, or a document that holds schemas.
    ///   - dialect: the dialect of all of its schemas.
    ///   - baseURI: the document's URI, for relative references to other documents; empty when it has none.
    ///   - remotes: the documents that may be referred to, by URI; nothing is ever fetched.
    ///   - assertsFormats: whether a broken `format` is a violation; nil means what the dialect says: only in OpenAPI 3.0.
    public init(
        document: JSONValue,
        dialect: SchemaDialect,
        baseURI: String = "",
        remotes: [String: JSONValue] = [:],
        assertsFormats: Bool? = nil
    ) {
        let library = SchemaLibrary(document: document, dialect: dialect, baseURI: baseURI, remotes: remotes)
        let formats = assertsFormats ?? dialect.assertsFormats
        state = Mutex(SchemaCompilation(library: library, assertsFormats: formats))
    }

    /// The compiled schema at a place of the document.
    ///
    /// - Parameter pointer: the place; empty for the whole document.
    /// - Returns: the schema.
    /// - Throws: `SchemaError` when there is nothing, or when it or a schema it refers to is not one of the dialect.
    public func schema(at pointer: JSONPointer = JSONPointer()) throws(SchemaError) -> Schema {
        try state.withLock { (state) throws(SchemaError) in try state.schema(at: pointer) }
    }
}
