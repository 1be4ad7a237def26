import JSON
import JSONSchema

/// Reads the operations of an OpenAPI document.
struct OpenAPIReader {
    /// The version of the document.
    let version: OpenAPIVersion
    /// What compiles its schemas and follows its references.
    let compiler: SchemaCompiler
    /// The whole document.
    let document: DocumentPart

    /// A reader of a document.
    ///
    /// Formats are asserted, whatever the dialect says: what a contract promises is held against an endpoint.
    /// - Parameter files: the document, and the files that it refers to.
    /// - Throws: ``DocumentFault`` when it is no OpenAPI document of a version we know.
    init(_ files: DocumentSet) throws(DocumentFault) {
        version = try OpenAPIVersion(of: files.root.value)
        compiler = SchemaCompiler(
            document: files.root.value,
            dialect: version.dialect,
            baseURI: files.baseURI,
            remotes: files.others.mapValues(\.value),
            absences: files.absences,
            assertsFormats: true
        )
        document = DocumentPart(root: files.root.value, compiler: compiler)
    }

    /// A member of `info`; empty when it is missing.
    func info(_ key: String) -> String {
        document.value["info"]?[key]?.stringValue ?? ""
    }

    /// Every operation, in the order of the document.
    ///
    /// - Throws: ``DocumentFault`` when a reference leads nowhere, a schema can't be compiled or there is no operation.
    func operations() throws(DocumentFault) -> [Contract.Operation] {
        let paths = try document.member("paths")?.members().filter { $0.name.hasPrefix("/") } ?? []
        for (_, item) in paths { compileBodies(in: item) }
        var operations: [Contract.Operation] = []
        var budget = CombinationBudget()
        for (path, item) in paths {
            if let operation = try operation(at: path, in: item, within: &budget) { operations.append(operation) }
        }
        guard !operations.isEmpty else {
            throw DocumentFault(message: "no operations (expected some below 'paths')", place: document.place)
        }
        return operations
    }

    /// Compiles the schemas of all bodies of a path item, so that those that are kept later share one table of targets.
    ///
    /// A schema keeps the table as it was when it was compiled: else each of many operations would keep a table of its own. What
    /// is wrong is told when the operation is read.
    private func compileBodies(in item: DocumentPart) {
        for method in Contract.Method.allCases {
            guard let part = try? item.member(method.pathItemKey) else { continue }
            let responses = (try? part.member("responses")?.members()) ?? []
            for body in [try? part.member("requestBody")] + responses.map(\.part) {
                guard let schema = try? Self.jsonContent(of: body) else { continue }
                _ = try? compiled(schema)
            }
        }
    }

    /// The operation of a path item; nil when it offers no method.
    private func operation(
        at path: String,
        in item: DocumentPart,
        within budget: inout CombinationBudget
    ) throws(DocumentFault) -> Contract.Operation? {
        var parts: [(method: Contract.Method, part: DocumentPart)] = []
        for method in Contract.Method.allCases {
            if let part = try item.member(method.pathItemKey) { parts.append((method, part)) }
        }
        guard let main = parts.first?.part else { return nil }
        var parameters = ParameterReader()
        var body: DocumentPart?
        for part in parts.map(\.part) {
            let schema = try Self.jsonContent(of: try part.member("requestBody"))
            body = body ?? schema
            try parameters.read(bodySchema: schema, within: &budget)
            try parameters.read(
                query: try part.items("parameters") + item.items("parameters"),
                within: &budget
            )
        }
        let request =
            if let body { try compiled(body) } else { try querySchema(of: parts.map(\.part), in: item) }
        let answer = try Self.jsonContent(of: try main.member("responses")?.member("200"))
        let answerKeys = try answer?.propertyNames(within: &budget) ?? []
        return Contract.Operation(
            path: path,
            name: path.split(separator: "/").joined(separator: "."),
            methods: parts.map(\.method),
            request: request,
            parameters: parameters.types,
            hasRequiredParameters: main.value["x-has-required-parameters"]?.boolValue ?? parameters.requiresSome,
            responses: try responses(of: main),
            security: security(of: main),
            responseKey: responseKey(of: main, answerKeys: answerKeys),
            isPaginated: answerKeys.contains("pagination")
        )
    }

    /// The schema of a parameter, or of the JSON that it holds; nil when it has neither.
    static func schema(ofParameter parameter: DocumentPart) throws(DocumentFault) -> DocumentPart? {
        if let schema = try parameter.schema("schema") { return schema }
        return try jsonContent(of: parameter)
    }

    /// What the parameters of a query must keep together; nil when there are none.
    private func querySchema(of parts: [DocumentPart], in item: DocumentPart) throws(DocumentFault) -> Schema? {
        var members: [(name: String, schema: SchemaPlace, isRequired: Bool)] = []
        for part in parts {
            for parameter in try part.items("parameters") + item.items("parameters") {
                guard parameter.value["in"]?.stringValue == "query", let name = parameter.value["name"]?.stringValue,
                    !members.contains(where: { $0.name == name }),
                    let schema = try Self.schema(ofParameter: parameter)
                else { continue }
                members.append((name, schema.place, parameter.value["required"]?.boolValue == true))
            }
        }
        guard let main = parts.first, !members.isEmpty else { return nil }
        do {
            return try compiler.schema(ofMembers: members, at: main.place.appending("parameters"))
        } catch {
            throw DocumentFault(error)
        }
    }

    /// The documented responses, the most exact statuses first.
    private func responses(of operation: DocumentPart) throws(DocumentFault) -> [Contract.Response] {
        var responses: [Contract.Response] = []
        for (key, part) in try operation.member("responses")?.members() ?? [] where !key.hasPrefix("x-") {
            guard let status = Contract.StatusPattern(key) else {
                throw DocumentFault(
                    message: "unknown status '\(key)' (write 200, 2XX or default)",
                    place: part.place
                )
            }
            responses.append(
                Contract.Response(
                    status: status,
                    contentTypes: (part.value["content"]?.objectValue?.keys ?? []).sorted(),
                    schema: try Self.jsonContent(of: part).map(compiled)
                )
            )
        }
        return responses.sorted { ($0.status.rank, $0.status.description) < ($1.status.rank, $1.status.description) }
    }

    /// The schema of the JSON form of a body; nil when it has none.
    static func jsonContent(of body: DocumentPart?) throws(DocumentFault) -> DocumentPart? {
        guard let content = try body?.member("content") else { return nil }
        let types = content.value.objectValue?.keys ?? []
        guard let type = types.first(where: { $0.hasPrefix("application/json") }) ?? types.first(where: \.isJSONType)
        else { return nil }
        return try content.member(type)?.schema("schema")
    }

    /// Compiles the schema that a part of the document is.
    private func compiled(_ part: DocumentPart) throws(DocumentFault) -> Schema {
        do {
            return try compiler.schema(at: part.place)
        } catch {
            throw DocumentFault(error)
        }
    }

    /// The ways to authorize a call, those of the document when the operation names none.
    private func security(of operation: DocumentPart) -> [[String]] {
        let ways = operation.value["security"] ?? document.value["security"]
        return (ways?.arrayValue ?? []).map { $0.objectValue?.keys ?? [] }
    }

    /// The member of the answer that the operation is about: the one that is named, else the only one it can be.
    private func responseKey(of operation: DocumentPart, answerKeys: [String]) -> String? {
        if let named = operation.value["x-response-key"] { return named.stringValue }
        let candidates = answerKeys.filter { $0 != "ok" && $0 != "pagination" }
        return candidates.count == 1 ? candidates.first : nil
    }
}

extension String {
    /// Whether a media type is a JSON type by its suffix (RFC 6839 section 3.1).
    fileprivate var isJSONType: Bool { hasSuffix("+json") }
}
