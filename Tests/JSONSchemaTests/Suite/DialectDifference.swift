import JSON

/// What makes a schema of draft 4 mean something else in OpenAPI 3.0, as the documentation lists it.
enum DialectDifference: String, CaseIterable {
    case nullType = #"`"type": "null"`"#
    case typeList = #"`"type": […]`"#
    case itemList = #"`"items": […]`"#
    case patternProperties = "`patternProperties`"
    case dependencies = "`dependencies`"
    case identifier = "`id`"

    /// The first difference that is somewhere in a schema, or in a remote that it refers to; nil when there is none.
    static func first(in schema: JSONValue, remotes: [String: JSONValue]) -> DialectDifference? {
        allCases.first { $0.isIn(schema, remotes) }
    }

    /// Whether this is somewhere in a schema, or in a remote that it refers to.
    private func isIn(_ value: JSONValue, _ remotes: [String: JSONValue]) -> Bool {
        switch value {
        case .array(let items): items.contains { isIn($0, remotes) }
        case .object(let object):
            isMember(of: object) || object.contains { isIn($0.value, remotes) }
                || isBehindReference(of: object, remotes)
        default: false
        }
    }

    private func isMember(of object: JSONObject) -> Bool {
        switch self {
        case .nullType: object["type"] == "null"
        case .typeList: object["type"]?.kind == .array
        case .itemList: object["items"]?.kind == .array
        case .patternProperties: object["patternProperties"] != nil
        case .dependencies: object["dependencies"] != nil
        case .identifier: object["id"]?.kind == .string
        }
    }

    private func isBehindReference(of object: JSONObject, _ remotes: [String: JSONValue]) -> Bool {
        guard let reference = object["$ref"]?.stringValue, reference.hasPrefix("http://localhost:1234/"),
            let remote = remotes[String(reference.prefix { $0 != "#" })]
        else { return false }
        return isIn(remote, [:])
    }
}
