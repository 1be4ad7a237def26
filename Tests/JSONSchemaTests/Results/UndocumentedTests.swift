import JSON
import JSONSchema
import Testing

@Suite("Undocumented members")
struct UndocumentedTests {
    /// The members that a schema does not know.
    private func undocumented(_ value: JSONValue, by schema: JSONValue) throws -> [String] {
        let validation = try SchemaCompiler(document: schema, dialect: .draft2020_12).schema().validate(value)
        return validation.undocumented.map(\.description)
    }

    @Test("members that properties does not name are listed, at any depth")
    func unnamed() throws {
        let schema: JSONValue = ["properties": ["a": ["items": ["properties": ["b": true]]]]]
        #expect(
            try undocumented(["a": [["b": 1, "c": 2], ["d": 3]], "e": 4], by: schema) == ["/a/0/c", "/a/1/d", "/e"]
        )
    }

    @Test(
        "members that some schema speaks of are not listed",
        arguments: [
            ["properties": ["x": true]],
            ["patternProperties": ["^x": true]],
            ["additionalProperties": true],
            ["additionalProperties": ["type": "integer"]],
            ["additionalProperties": false],
            ["allOf": [["properties": ["x": true]], ["properties": ["y": true]]]],
            ["properties": [:], "anyOf": [["properties": ["x": true]], ["required": ["z"]]]],
            ["properties": [:], "if": ["properties": ["x": true]]],
            ["type": "object"],
            true,
        ] as [JSONValue]
    )
    func known(schema: JSONValue) throws {
        #expect(try undocumented(["x": 1], by: schema) == [])
    }

    @Test("members that only a failing branch knows are listed")
    func failingBranch() throws {
        let schema: JSONValue = [
            "oneOf": [
                ["properties": ["kind": ["const": "a"], "x": true]], ["properties": ["kind": ["const": "b"]]],
            ]
        ]
        #expect(try undocumented(["kind": "b", "x": 1], by: schema) == ["/x"])
        #expect(try undocumented(["kind": "a", "x": 1], by: schema) == [])
    }

    @Test("a member within a member is known when any schema that applies to it knows it")
    func joined() throws {
        let schema: JSONValue = [
            "allOf": [
                ["properties": ["a": ["properties": ["x": true]]]],
                ["properties": ["a": ["properties": ["y": true]]]],
            ]
        ]
        #expect(try undocumented(["a": ["x": 1, "y": 2]], by: schema) == [])
        #expect(try undocumented(["a": ["x": 1, "y": 2, "z": 3]], by: schema) == ["/a/z"])
    }

    @Test("when no branch passes, nothing is said of the members")
    func noBranch() throws {
        let schema: JSONValue = ["oneOf": [["properties": ["a": ["const": 1]]], ["properties": ["a": ["const": 3]]]]]
        #expect(try undocumented(["a": 2, "b": 1], by: schema) == [])
    }

    @Test("undocumented members are no violations")
    func valid() throws {
        let validation = try SchemaCompiler(document: ["properties": [:]], dialect: .openAPI30).schema().validate([
            "a": 1
        ])
        #expect(validation.isValid)
        #expect(validation.undocumented.count == 1)
    }

    @Test("what comes behind so many violations that it is not looked at is not called undocumented")
    func cutShort() throws {
        let schema: JSONValue = ["properties": ["list": ["items": ["type": "string"]], "known": true]]
        let value: JSONValue = ["list": .array(Array(repeating: 1, count: Validation.limit)), "known": 1, "unknown": 2]
        #expect(try undocumented(value, by: schema) == [])
        #expect(try undocumented(["list": [1], "known": 1, "unknown": 2], by: schema) == ["/unknown"])
    }
}
