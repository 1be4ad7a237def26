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
    /// The dialect of all schemas.
    public let dialect: SchemaDialect
    /// What has been compiled so far.
    private let state: Mutex<SchemaCompilation>

    /// A compiler for a document; nothing is compiled yet.
    ///
    /// - Parameters:
    ///   - document: a schema, or a document that holds schemas.
    ///   - dialect: the dialect of all of its schemas.
    ///   - baseURI: the document's URI, for relative references to other documents; empty when it has none.
    ///   - remotes: the documents that may be referred to, by URI; nothing is ever fetched.
    ///   - absences: why documents that are referred to are not among the remotes, by URI, for messages.
    ///   - assertsFormats: whether a broken `format` is a violation; nil means what the dialect says: only in OpenAPI 3.0.
    public init(
        document: JSONValue,
        dialect: SchemaDialect,
        baseURI: String = "",
        remotes: [String: JSONValue] = [:],
        absences: [String: String] = [:],
        assertsFormats: Bool? = nil
    ) {
        self.dialect = dialect
        let library = SchemaLibrary(
            document: document,
            dialect: dialect,
            baseURI: baseURI,
            remotes: remotes,
            absences: absences
        )
        let formats = assertsFormats ?? dialect.assertsFormats
        state = Mutex(SchemaCompilation(library: library, assertsFormats: formats))
    }

    /// The compiled schema at a place of the document.
    ///
    /// - Parameter pointer: the place; empty for the whole document.
    /// - Returns: the schema.
    /// - Throws: `SchemaError` when there is nothing, or when it or a schema it refers to is not one of the dialect.
    public func schema(at pointer: JSONPointer = JSONPointer()) throws(SchemaError) -> Schema {
        try schema(at: SchemaPlace("#\(pointer)"))
    }

    /// The compiled schema at a place of any of the documents.
    ///
    /// - Parameter place: the place.
    /// - Returns: the schema.
    /// - Throws: `SchemaError` when there is nothing, or when it or a schema it refers to is not one of the dialect.
    public func schema(at place: SchemaPlace) throws(SchemaError) -> Schema {
        try state.withLock { (state) throws(SchemaError) in try state.schema(at: place) }
    }

    /// A schema of objects whose members are described one by one, elsewhere than in a schema, as parameters are.
    ///
    /// - Parameters:
    ///   - members: the names, where their schemas stand, and whether they must be there; no two with the same name.
    ///   - place: where they are listed.
    /// - Returns: the schema; other members are accepted.
    /// - Throws: `SchemaError` when one of the schemas is none.
    public func schema(
        ofMembers members: [(name: String, schema: SchemaPlace, isRequired: Bool)],
        at place: SchemaPlace
    ) throws(SchemaError) -> Schema {
        try state.withLock { (state) throws(SchemaError) in try state.schema(ofMembers: members, at: place) }
    }

    /// What a reference leads to, be it a schema or another part of a document.
    ///
    /// - Parameters:
    ///   - reference: the reference.
    ///   - keyword: the place of the keyword, such as `$ref`, that holds it.
    /// - Returns: the value and its place; it may be a reference itself.
    /// - Throws: `SchemaError` at the keyword when there is nothing.
    public func target(
        of reference: String,
        at keyword: SchemaPlace
    ) throws(SchemaError) -> (value: JSONValue, place: SchemaPlace) {
        try state.withLock { (state) throws(SchemaError) in try state.target(of: reference, at: keyword) }
    }
}
