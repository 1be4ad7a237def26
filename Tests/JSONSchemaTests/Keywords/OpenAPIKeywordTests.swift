import JSON
import JSONSchema
import Testing

@Suite("OpenAPI 3.0 dialect")
struct OpenAPIKeywordTests {
    @Test("nullable lets null pass, whatever else is asked")
    func nullable() throws {
        for schema: JSONValue in [
            ["type": "string", "nullable": true],
            ["type": "string", "nullable": true, "enum": ["a"]],
            ["nullable": true, "oneOf": [["type": "string"]]],
        ] {
            #expect(try violations(nil, by: schema, in: .openAPI30) == [])
            #expect(try violations(1, by: schema, in: .openAPI30).count == 1)
        }
        #expect(try violations(nil, by: ["type": "string"], in: .openAPI30).map(\.keyword) == ["type"])
    }

    @Test("keywords beside a $ref are ignored")
    func siblings() throws {
        let document: JSONValue = [
            "schema": ["$ref": "#/text", "maxLength": 1, "nullable": true],
            "text": ["type": "string"],
        ]
        let schema = try SchemaCompiler(document: document, dialect: .openAPI30).schema(
            at: JSONPointer(tokens: ["schema"])
        )
        #expect(schema.validate("ab").isValid)
        #expect(schema.validate(nil).violations.map(\.schema.description) == ["#/text/type"])
    }

    @Test("keywords of JSON Schema that OpenAPI 3.0 does not have are annotations")
    func unknownKeywords() throws {
        #expect(try violations(1, by: ["const": 2, "$id": "x", "if": true, "then": false], in: .openAPI30) == [])
    }

    @Test("formats are asserted, unless the caller says otherwise")
    func formats() throws {
        let schema: JSONValue = ["type": "string", "format": "email"]
        #expect(try violations("x", by: schema, in: .openAPI30).map(\.keyword) == ["format"])
        let lenient = SchemaCompiler(document: schema, dialect: .openAPI30, assertsFormats: false)
        #expect(try lenient.schema().validate("x").isValid)
        let strict = SchemaCompiler(document: schema, dialect: .draft2020_12, assertsFormats: true)
        #expect(try strict.schema().validate("x").isValid == false)
        #expect(try violations("x", by: schema) == [])
    }
}
