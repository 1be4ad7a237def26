import JSON
import JSONSchema
import Testing

@Suite("Schema")
struct SchemaTests {
    @Test("a missing required member is named with its schema's place")
    func missingMember() throws {
        let document: JSONValue = ["type": "object", "required": ["email_address"]]
        let validation = try SchemaCompiler(document: document, dialect: .draft2020_12).schema().validate([:])
        #expect(
            validation.violations.map(\.message) == [
                "at the root: member \"email_address\" is missing (required by #)"
            ]
        )
    }
}
