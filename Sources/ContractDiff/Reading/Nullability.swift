import JSON
import JSONSchema
import SeamContract

/// Finds out whether schemas allow null, each once.
struct Nullability {
    /// What is known, by the schema's place; true while it is being found out, since a schema that only refers to itself
    /// forbids nothing.
    private var known: [SchemaPlace: Bool] = [:]
    /// How deep the search is.
    private var depth = 0
    /// How deep it may go: a chain that is longer is taken for one that allows null.
    private static let depthLimit = 256

    /// Whether null keeps all of the schemas.
    mutating func isNullAllowed(by schemas: [DocumentPart]) throws(DocumentFault) -> Bool {
        for schema in schemas where try !isNullAllowed(by: schema) { return false }
        return true
    }

    /// Whether null keeps a schema; `nullable` goes before all keywords beside it, as when a value is validated.
    private mutating func isNullAllowed(by schema: DocumentPart) throws(DocumentFault) -> Bool {
        if let answer = known[schema.place] { return answer }
        guard depth < Self.depthLimit else { return true }
        depth += 1
        defer { depth -= 1 }
        known[schema.place] = true
        let answer = try find(in: schema)
        known[schema.place] = answer
        return answer
    }

    private mutating func find(in schema: DocumentPart) throws(DocumentFault) -> Bool {
        let value = schema.value
        if let answer = value.boolValue { return answer }
        if value["nullable"]?.boolValue == true { return true }
        if let type = value["type"], !type.names("null") { return false }
        if let choices = value["enum"]?.arrayValue, !choices.contains(where: \.isNull) { return false }
        if let constant = value["const"], !constant.isNull { return false }
        if let target = try schema.referencedSchema(), try !isNullAllowed(by: target) { return false }
        guard try isNullAllowed(by: schema.schemas("allOf")) else { return false }
        for keyword in ["oneOf", "anyOf"] where value[keyword]?.arrayValue?.isEmpty == false {
            guard try isNullAllowed(byAnyOf: schema.schemas(keyword)) else { return false }
        }
        return true
    }

    private mutating func isNullAllowed(byAnyOf schemas: [DocumentPart]) throws(DocumentFault) -> Bool {
        for schema in schemas where try isNullAllowed(by: schema) { return true }
        return false
    }
}

extension JSONValue {
    /// Whether this is the type of that name, or a list of types with it.
    func names(_ type: String) -> Bool {
        stringValue == type || arrayValue?.contains { $0.stringValue == type } == true
    }

    /// Whether a schema allows null and nothing else.
    var allowsOnlyNull: Bool {
        if let type = self["type"] { return type.stringValue == "null" || type == .array([.string("null")]) }
        if let choices = self["enum"]?.arrayValue { return !choices.isEmpty && choices.allSatisfy(\.isNull) }
        return self["const"]?.isNull == true
    }
}
