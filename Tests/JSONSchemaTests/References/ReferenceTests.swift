import JSON
import JSONSchema
import Testing

@Suite("References")
struct ReferenceTests {
    @Test("the place of a violation is in the target of a reference")
    func targetPlace() throws {
        let document: JSONValue = ["properties": ["a": ["$ref": "#/$defs/b~1c"]], "$defs": ["b/c": ["type": "null"]]]
        let found = try violations(["a": 1], by: document)
        #expect(found.map(\.schema.description) == ["#/$defs/b~1c/type"])
        #expect(found.map(\.instance.description) == ["/a"])
    }

    @Test("a recursive schema goes as deep as the value")
    func recursion() throws {
        let document: JSONValue = ["properties": ["next": ["$ref": "#"]], "additionalProperties": false]
        #expect(try violations(["next": ["next": [:]]], by: document) == [])
        let found = try violations(["next": ["next": ["x": 1]]], by: document)
        #expect(found.map(\.instance.description) == ["/next/next"])
        #expect(found.map(\.member) == ["x"])
    }

    @Test("schemas of one document share targets, also recursive ones")
    func shared() throws {
        let document: JSONValue = [
            "a": ["$ref": "#/c"], "b": ["items": ["$ref": "#/c"]],
            "c": ["type": "object", "properties": ["c": ["$ref": "#/c"]]],
        ]
        let compiler = SchemaCompiler(document: document, dialect: .openAPI30)
        let first = try compiler.schema(at: JSONPointer(tokens: ["a"]))
        let second = try compiler.schema(at: JSONPointer(tokens: ["b"]))
        #expect(first.validate(["c": 1]).violations.count == 1)
        #expect(second.validate([["c": ["c": 1]], 2]).violations.map(\.instance.description) == ["/0/c/c", "/1"])
        #expect(second.place.description == "#/b")
    }

    @Test("a reference to another document is looked up among the remotes, and never fetched")
    func remotes() throws {
        let document: JSONValue = ["$ref": "user.json#/$defs/id"]
        let remote: JSONValue = ["$defs": ["id": ["type": "string"]]]
        let uri = "https://example.com/schemas/"
        let compiler = SchemaCompiler(
            document: document,
            dialect: .draft2020_12,
            baseURI: uri + "root.json",
            remotes: [uri + "user.json": remote]
        )
        let found = try compiler.schema().validate(1).violations
        #expect(found.map(\.schema.description) == [uri + "user.json#/$defs/id/type"])
        let poor = SchemaCompiler(document: document, dialect: .draft2020_12, baseURI: uri + "root.json")
        #expect(throws: SchemaError.self) { try poor.schema() }
    }

    @Test(
        "a reference that leads back to itself without going down is an error",
        arguments: [
            ["$ref": "#"],
            ["allOf": [["$ref": "#/$defs/a"]], "$defs": ["a": ["anyOf": [["$ref": "#/$defs/a"]]]]],
            ["$ref": "#/$defs/a", "$defs": ["a": ["$ref": "#/$defs/b"], "b": ["not": ["$ref": "#/$defs/a"]]]],
        ] as [JSONValue]
    )
    func cycle(document: JSONValue) throws {
        let error = #expect(throws: SchemaError.self) {
            try SchemaCompiler(document: document, dialect: .draft2020_12).schema()
        }
        #expect(error?.message.contains("break the cycle") == true)
    }

    @Test("a dynamic reference that never goes down is cut off, not followed for ever")
    func dynamicCycle() throws {
        let document: JSONValue = ["$dynamicAnchor": "node", "$dynamicRef": "#node"]
        #expect(try violations(1, by: document).map(\.keyword) == ["bounds"])
    }

    @Test("a failed schema does not spoil the others of its document")
    func recovery() throws {
        let document: JSONValue = [
            "bad": ["properties": ["a": ["$ref": "#/good"], "b": ["$ref": "#/nowhere"]]],
            "good": ["type": "string"],
            "user": ["$ref": "#/good"],
        ]
        let compiler = SchemaCompiler(document: document, dialect: .openAPI30)
        #expect(throws: SchemaError.self) { try compiler.schema(at: JSONPointer(tokens: ["bad"])) }
        #expect(try compiler.schema(at: JSONPointer(tokens: ["user"])).validate(1).violations.count == 1)
    }

    @Test("values and schemas as deep as the parser lets them be are walked to the bottom")
    func depth() throws {
        var value: JSONValue = 1
        var document: JSONValue = ["type": "string"]
        for _ in 0..<255 {
            value = [["next": value]]
            document = ["items": ["properties": ["next": document]]]
        }
        let recursive: JSONValue = ["items": ["properties": ["next": ["$ref": "#"]]], "type": "array"]
        #expect(try violations(value, by: recursive).map(\.instance.tokens.count) == [510])
        #expect(try violations(value, by: document).map(\.instance.tokens.count) == [510])
    }
}
