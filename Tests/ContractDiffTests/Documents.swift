import ContractDiff
import JSON
import SeamContract

/// Small documents to compare.
enum Documents {
    /// Components that discriminators can map values to.
    private static let standardComponents = "{ cat: { type: object }, dog: { type: object } }"

    /// A document whose only operation takes or answers an object with a member `value` that keeps a schema.
    ///
    /// - Parameters:
    ///   - schema: the schema, as YAML in flow style.
    ///   - direction: `request` or `response`.
    ///   - components: component schemas, as YAML in flow style.
    ///   - version: the version of OpenAPI.
    /// - Returns: the document.
    /// - Throws: when it is none.
    static func about(
        _ schema: String,
        in direction: String,
        components: String = standardComponents,
        version: String = "3.0.3"
    ) throws -> OpenAPIDocument {
        let content = "content: { application/json: { schema: { type: object, properties: { value: \(schema) } } } }"
        let body = direction == "request" ? "requestBody: { \(content) }," : ""
        let answer = direction == "response" ? ", \(content)" : ""
        return try document(
            "/things/make: { post: { \(body) responses: { '200': { description: fine\(answer) } } } }",
            components: "schemas: \(components)",
            version: version
        )
    }

    /// A document with paths.
    ///
    /// - Parameters:
    ///   - paths: the members of `paths`, as YAML in flow style.
    ///   - components: the members of `components`, as YAML in flow style.
    ///   - version: the version of OpenAPI.
    /// - Returns: the document.
    /// - Throws: when it is none.
    static func document(
        _ paths: String,
        components: String = "",
        version: String = "3.0.3"
    ) throws -> OpenAPIDocument {
        let text = """
            openapi: \(version)
            info: { title: Things, version: '1' }
            components: { \(components) }
            paths: { \(paths) }
            """
        return try OpenAPIDocument(text: text, file: "things.yaml")
    }

    /// What is different between the schema of `value` in one document and in another.
    static func changes(
        _ old: String,
        _ new: String,
        in direction: String = "response",
        components: (old: String, new: String)? = nil,
        version: String = "3.0.3"
    ) throws -> [Change] {
        let known = components ?? (standardComponents, standardComponents)
        return try ContractDifference(
            from: about(old, in: direction, components: known.old, version: version),
            to: about(new, in: direction, components: known.new, version: version)
        ).changes
    }

    /// What is different between two documents with these paths.
    static func changes(ofPaths old: String, _ new: String) throws -> [Change] {
        try ContractDifference(from: document(old), to: document(new)).changes
    }
}

extension [Change] {
    /// The rules and places of all changes, in their order.
    var outline: [String] {
        map { $0.place.isEmpty ? $0.rule.id : "\($0.rule.id) \($0.place)" }
    }
}
