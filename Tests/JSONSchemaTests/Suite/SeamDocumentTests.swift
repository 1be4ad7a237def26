import Foundation
import JSON
import JSONSchema
import Testing

@Suite("Seam's OpenAPI document", .enabled(if: SeamDocument.isPresent, "needs ../shared/data/seam-openapi"))
struct SeamDocumentTests {
    @Test("every schema of the document compiles")
    func compiles() throws {
        let document = try OfficialSuite.json(SeamDocument.file)
        let compiler = SchemaCompiler(document: document, dialect: .openAPI30)
        let places = SeamDocument.schemas(in: document)
        #expect(places.count > 900)
        for place in places {
            #expect(throws: Never.self, "\(place)") { try compiler.schema(at: place) }
        }
    }

    @Test("an error list is explained by the branch that its error code chooses")
    func discriminator() throws {
        let compiler = SchemaCompiler(document: try OfficialSuite.json(SeamDocument.file), dialect: .openAPI30)
        let place = JSONPointer(tokens: ["components", "schemas", "user_identity", "properties", "errors"])
        let errors = try compiler.schema(at: place)
        let found = errors.validate([["error_code": "issue_with_acs_user", "message": "", "created_at": "yesterday"]])
        #expect(found.violations.map(\.keyword) == ["format", "required", "required"])
        #expect(Set(found.violations.map(\.branch)) == ["error_code \"issue_with_acs_user\""])
        #expect(found.violations.map(\.schema.component).allSatisfy { $0 == "user_identity" })
        #expect(found.violations.first?.schema.memberPath == ["errors", "created_at"])
    }
}

/// The OpenAPI document of Seam, when it is at hand.
enum SeamDocument {
    /// Where it is kept, beside the package.
    static let file = OfficialSuite.folder.appending(path: "../seam-openapi/openapi.json").standardizedFileURL

    /// Whether it is there.
    static let isPresent = FileManager.default.fileExists(atPath: file.path(percentEncoded: false))

    /// The places of the components and of the schemas of requests and responses.
    static func schemas(in document: JSONValue) -> [JSONPointer] {
        let components = document["components"]?["schemas"]?.objectValue?.keys ?? []
        let paths = JSONPointer(tokens: ["paths"])
        return components.map { JSONPointer(tokens: ["components", "schemas", $0]) }
            + contents(in: document["paths"] ?? nil, at: paths).map { $0.appending("schema") }
    }

    /// The places of the media types below a place.
    private static func contents(in value: JSONValue, at place: JSONPointer) -> [JSONPointer] {
        guard case .object(let object) = value else { return [] }
        return object.flatMap { member in
            let below = place.appending(member.key)
            guard member.key == "content", case .object(let types) = member.value else {
                return contents(in: member.value, at: below)
            }
            return types.filter { $0.value["schema"] != nil }.map { below.appending($0.key) }
        }
    }
}
