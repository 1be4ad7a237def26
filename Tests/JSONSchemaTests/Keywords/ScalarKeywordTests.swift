import JSON
import Testing

@testable import JSONSchema  // how a choice is looked up is not public

@Suite("Keywords for single values")
struct ScalarKeywordTests {
    @Test(
        "each keyword accepts what it should and reports what it should not",
        arguments: [
            Example(["type": "string"], good: "x", bad: 1, "type"),
            Example(["type": ["string", "null"]], good: nil, bad: false, "type"),
            Example(["type": "number"], good: 1, bad: "1", "type"),
            Example(["enum": ["a", 1, [1]]], good: [1], bad: "b", "enum"),
            Example(["const": ["a": 1, "b": 2]], good: ["b": 2, "a": 1], bad: ["a": 1], "const"),
            Example(["minimum": 2], good: 2, bad: 1, "minimum"),
            Example(["maximum": 2], good: 2, bad: 3, "maximum"),
            Example(["exclusiveMinimum": 2], good: 3, bad: 2, "exclusiveMinimum"),
            Example(["exclusiveMaximum": 2], good: 1, bad: 2, "exclusiveMaximum"),
            Example(["multipleOf": 3], good: 9, bad: 10, "multipleOf"),
            Example(["minLength": 2], good: "ab", bad: "a", "minLength"),
            Example(["maxLength": 2], good: "ab", bad: "abc", "maxLength"),
            Example(["pattern": "^a+$"], good: "aa", bad: "ab", "pattern"),
            Example(["minimum": 2, "exclusiveMinimum": true], good: 3, bad: 2, "exclusiveMinimum", in: .openAPI30),
            Example(["maximum": 2, "exclusiveMaximum": true], good: 1, bad: 2, "exclusiveMaximum", in: .draft4),
            Example(
                ["format": "uuid"],
                good: "8d7e0b3a-8889-49a7-9164-4b6a0468d33a",
                bad: "x",
                "format",
                in: .openAPI30
            ),
        ]
    )
    func keyword(example: Example) throws {
        try example.check()
    }

    @Test("a number without a fraction is an integer, however written", arguments: ["1", "1.0", "1e2", "-0", "1E400"])
    func integer(text: String) throws {
        #expect(try violations(number(text), by: ["type": "integer"]) == [])
    }

    @Test("a number with a fraction is no integer", arguments: ["1.5", "1e-1", "0.0000001"])
    func noInteger(text: String) throws {
        #expect(try violations(number(text), by: ["type": "integer"]).map(\.keyword) == ["type"])
    }

    @Test("bounds and divisors are exact where a Double is not")
    func exact() throws {
        #expect(try violations(number("9007199254740993"), by: ["maximum": number("9007199254740992")]).count == 1)
        #expect(try violations(number("1e401"), by: ["maximum": number("1e400")]).count == 1)
        #expect(try violations(number("0.3"), by: ["multipleOf": number("0.1")]) == [])
    }

    @Test("an enum of many numbers is looked up, not gone through")
    func manyNumbers() throws {
        let numbers = (0..<60_000).map { JSONValue.number(JSONNumber($0)) }
        let schema: JSONValue = ["items": ["enum": .array(numbers + [["a": 1.0], true, nil])]]
        #expect(try violations(.array(numbers.reversed() + [number("1e0"), ["a": 1], true, nil]), by: schema) == [])
        #expect(try violations([60_001, number("0.5"), ["a": 2], false], by: schema).map(\.keyword).count == 4)
        #expect(ValueRules.Choice(keyword: "enum", values: numbers).mostComparisons == 1)
        #expect(ValueRules.Choice(keyword: "enum", values: Array(numbers.prefix(8))).mostComparisons == 8)
    }

    @Test("what is expected is cut when it is very long")
    func longExpectation() throws {
        let values = (0..<20).map { JSONValue.string("\($0) " + String(repeating: "a", count: 100)) }
        let found = try violations("b", by: ["enum": .array(values)])
        #expect(found.map(\.expected.count) == [600])
        #expect(found.first?.expected.hasSuffix("…") == true)
    }

    @Test("lengths are counted in Unicode scalars")
    func length() throws {
        #expect(try violations("💩💩", by: ["minLength": 2, "maxLength": 2]) == [])
        #expect(try violations("e\u{301}", by: ["maxLength": 1]).map(\.keyword) == ["maxLength"])
    }

    @Test("values of another kind than the keyword's pass")
    func otherKinds() throws {
        let schema: JSONValue = ["minimum": 5, "minLength": 5, "minItems": 5, "minProperties": 5, "required": ["a"]]
        for value: JSONValue in [nil, true] {
            #expect(try violations(value, by: schema) == [])
        }
    }

    @Test("strings are equal only scalar by scalar")
    func canonicalForms() throws {
        #expect(try violations("e\u{301}", by: ["enum": ["\u{E9}"]]).map(\.keyword) == ["enum"])
    }

    @Test("limits beyond what an Int holds are limits all the same")
    func hugeLimits() throws {
        #expect(try violations("a", by: ["minLength": number("1e30")]).map(\.keyword) == ["minLength"])
        #expect(try violations("a", by: ["maxLength": number("1e30")]) == [])
        #expect(try violations([], by: ["minItems": number("1e999999999")]).map(\.keyword) == ["minItems"])
    }
}
