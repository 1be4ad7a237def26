import JSON
import JSONSchema
import Testing

@Suite("Keywords for objects")
struct ObjectKeywordTests {
    @Test(
        "each keyword accepts what it should and reports what it should not",
        arguments: [
            Example(["properties": ["a": ["const": 1]]], good: ["a": 1, "b": 2], bad: ["a": 2], "const"),
            Example(["required": ["a"]], good: ["a": nil], bad: ["b": 1], "required"),
            Example(["patternProperties": ["^a": ["const": 1]]], good: ["ab": 1, "b": 2], bad: ["ab": 2], "const"),
            Example(
                ["properties": ["a": true], "additionalProperties": false],
                good: ["a": 1],
                bad: ["b": 1],
                "additionalProperties"
            ),
            Example(
                ["patternProperties": ["^a": true], "additionalProperties": ["const": 1]],
                good: ["ab": 2, "b": 1],
                bad: ["b": 2],
                "const"
            ),
            Example(["propertyNames": ["maxLength": 1]], good: ["a": 1], bad: ["ab": 1], "maxLength"),
            Example(["minProperties": 1], good: ["a": 1], bad: [:], "minProperties"),
            Example(["maxProperties": 1], good: ["a": 1], bad: ["a": 1, "b": 1], "maxProperties"),
            Example(
                ["dependentRequired": ["a": ["b"]]],
                good: ["a": 1, "b": 1],
                bad: ["a": 1],
                "dependentRequired"
            ),
            Example(
                ["dependentSchemas": ["a": ["minProperties": 2]]],
                good: ["b": 1],
                bad: ["a": 1],
                "minProperties"
            ),
            Example(
                ["allOf": [["properties": ["a": true]]], "unevaluatedProperties": false],
                good: ["a": 1],
                bad: ["a": 1, "b": 1],
                "unevaluatedProperties"
            ),
            Example(["dependencies": ["a": ["b"]]], good: ["b": 1], bad: ["a": 1], "dependentRequired", in: .draft4),
        ]
    )
    func keyword(example: Example) throws {
        try example.check()
    }

    @Test("names are compared byte by byte, whatever their length")
    func names() throws {
        let schema: JSONValue = [
            "properties": ["\u{E9}": false, "a_rather_long_member_name": ["const": 1], "": ["const": 2]],
            "required": ["a_rather_long_member_name"],
        ]
        #expect(try violations(["e\u{301}": 1, "a_rather_long_member_name": 1, "": 2], by: schema) == [])
        #expect(
            try violations(["a_rather_long_member_namf": 1], by: schema).map(\.member) == ["a_rather_long_member_name"]
        )
    }

    @Test("an object with more than 64 members is told apart member by member")
    func manyMembers() throws {
        var object = JSONObject()
        for index in 0..<200 { object["m\(index)"] = .number(JSONNumber(index)) }
        let schema: JSONValue = [
            "allOf": [["patternProperties": ["^m.?.?$": true]]], "unevaluatedProperties": ["minimum": 101],
        ]
        let found = try violations(.object(object), by: schema)
        #expect(found.map(\.instance.description) == ["/m100"])
    }

    @Test("every missing member is reported")
    func everyMissing() throws {
        let found = try violations(["b": 1], by: ["required": ["a", "b", "c"]])
        #expect(found.map(\.member) == ["a", "c"])
    }
}
