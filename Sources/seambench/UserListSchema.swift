import Foundation
import JSON
import JSONSchema

/// The schema of a list of access-system users, from Seam's published document, in a dialect that other validators know.
enum UserListSchema {
    /// Where the published document is looked for.
    static let publishedDocument = "../shared/data/seam-openapi/openapi.json"

    /// The schema in JSON Schema 2020-12; nil when the published document is not there.
    ///
    /// - Throws: when the document can't be read or has no such schema.
    static func draft2020() throws -> JSONValue? {
        guard FileManager.default.fileExists(atPath: publishedDocument) else { return nil }
        let document = try JSONValue(parsing: String(contentsOfFile: publishedDocument, encoding: .utf8))
        let schemas = document["components"]?["schemas"]
        guard let user = schemas?["acs_user"], let pagination = schemas?["pagination"] else {
            throw BenchFailure("\(publishedDocument) has no schemas 'acs_user' and 'pagination'")
        }
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
            "required": ["acs_users", "pagination", "ok"],
            "properties": [
                "acs_users": ["type": "array", "items": withoutNullable(user)],
                "pagination": withoutNullable(pagination), "ok": ["type": "boolean"],
            ],
        ]
    }

    /// The compiled schema, formats asserted; nil when the published document is not there.
    ///
    /// - Throws: when the document can't be read, has no such schema, or it can't be compiled.
    static func compiled() throws -> Schema? {
        try draft2020().map { text in
            try SchemaCompiler(document: text, dialect: .draft2020_12, assertsFormats: true).schema()
        }
    }

    /// The schema with `null` among the types wherever OpenAPI 3.0 says `nullable`.
    private static func withoutNullable(_ schema: JSONValue) -> JSONValue {
        switch schema {
        case .array(let items): return .array(items.map(withoutNullable))
        case .object(let object):
            var result = JSONObject()
            for member in object { result[member.key] = withoutNullable(member.value) }
            if object["nullable"]?.boolValue == true, let type = object["type"] {
                result["nullable"] = nil
                result["type"] = [type, "null"]
            }
            return .object(result)
        default: return schema
        }
    }
}
