import JSON
import JSONSchema
import Testing

@Suite("Errors in schemas")
struct SchemaErrorTests {
    /// A schema that can't be compiled, and what the error says.
    struct Broken: Sendable, CustomTestStringConvertible {
        let schema: JSONValue
        let description: String
        var dialect = SchemaDialect.draft2020_12
        var testDescription: String { description }
    }

    @Test(
        "an error says where, what was expected and what was found",
        arguments: [
            Broken(
                schema: ["minLength": "x"],
                description: #"#/minLength: expected 'minLength' to be a whole number ≥ 0, found "x""#
            ),
            Broken(
                schema: ["minItems": -1],
                description: "#/minItems: expected 'minItems' to be a whole number ≥ 0, found -1"
            ),
            Broken(schema: ["minimum": nil], description: "#/minimum: expected 'minimum' to be a number, found null"),
            Broken(
                schema: ["multipleOf": 0],
                description: "#/multipleOf: expected 'multipleOf' to be a number > 0, found 0"
            ),
            Broken(
                schema: ["uniqueItems": 1],
                description: "#/uniqueItems: expected 'uniqueItems' to be true or false, found 1"
            ),
            Broken(
                schema: ["required": [1]],
                description: "#/required: expected 'required' to be an array of strings, found [1]"
            ),
            Broken(
                schema: ["allOf": []],
                description: "#/allOf: expected 'allOf' to be an array with at least one schema, found []"
            ),
            Broken(
                schema: ["properties": ["a": 1]],
                description: "#/properties/a: expected a schema (an object), found 1"
            ),
            Broken(
                schema: ["properties": []],
                description: "#/properties: expected 'properties' to be an object, found []"
            ),
            Broken(
                schema: ["type": "text"],
                description:
                    "#/type: expected 'type' to be null, boolean, integer, number, string, array or object, found \"text\""
            ),
            Broken(
                schema: ["type": "null"],
                description: "#/type: expected 'type' to be boolean, integer, number, string, array or object "
                    + "(for null, write 'nullable': true), found \"null\"",
                dialect: .openAPI30
            ),
            Broken(
                schema: ["items": true],
                description: "#/items: expected a schema (an object), found true; write {}",
                dialect: .openAPI30
            ),
            Broken(
                schema: ["$ref": "#/nowhere"],
                description: "#/$ref: '#/nowhere' leads nowhere (write the place of an existing part)"
            ),
            Broken(schema: ["$ref": "#nowhere"], description: "#/$ref: no anchor 'nowhere' for '#nowhere'"),
            Broken(schema: ["$ref": 1], description: "#/$ref: expected '$ref' to be a string, found 1"),
            Broken(
                schema: ["discriminator": ["mapping": [:]], "oneOf": [[:]]],
                description: "#/discriminator: expected 'discriminator' to be an object with a string 'propertyName', "
                    + "found {\"mapping\":{}}",
                dialect: .openAPI30
            ),
        ]
    )
    func message(broken: Broken) throws {
        let error = #expect(throws: SchemaError.self) {
            try SchemaCompiler(document: broken.schema, dialect: broken.dialect).schema()
        }
        #expect(error?.description == broken.description)
    }

    @Test("a bad pattern is an error at its place", arguments: ["(", "[b-a]", "\\q", "a\\", "\\c1"])
    func pattern(text: String) throws {
        let error = #expect(throws: SchemaError.self) {
            try SchemaCompiler(document: ["pattern": .string(text)], dialect: .draft2020_12).schema()
        }
        #expect(error?.place.description == "/pattern")
    }

    @Test("a place without a schema is an error")
    func nothing() throws {
        let compiler = SchemaCompiler(document: [:], dialect: .openAPI30)
        let error = #expect(throws: SchemaError.self) { try compiler.schema(at: JSONPointer(tokens: ["a", "b"])) }
        #expect(error?.description == "#/a/b: nothing here; write the place of an existing schema")
    }
}
