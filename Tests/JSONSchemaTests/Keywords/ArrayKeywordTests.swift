import JSON
import JSONSchema
import Testing

@Suite("Keywords for arrays")
struct ArrayKeywordTests {
    @Test(
        "each keyword accepts what it should and reports what it should not",
        arguments: [
            Example(["items": ["type": "string"]], good: ["a", "b"], bad: ["a", 1], "type"),
            Example(["prefixItems": [["const": 1], ["const": 2]]], good: [1, 2, 9], bad: [1, 1], "const"),
            Example(["prefixItems": [true], "items": ["const": 2]], good: [1, 2], bad: [1, 1], "const"),
            Example(["prefixItems": [true], "items": false], good: [1], bad: [1, 1], "false"),
            Example(["minItems": 1], good: [1], bad: [], "minItems"),
            Example(["maxItems": 1], good: [1], bad: [1, 2], "maxItems"),
            Example(["uniqueItems": true], good: [1, true, "1"], bad: [["a": 1], ["a": 1]], "uniqueItems"),
            Example(["contains": ["const": 1]], good: [2, 1], bad: [2], "contains"),
            Example(["contains": ["const": 1], "minContains": 2], good: [1, 1], bad: [1], "minContains"),
            Example(["contains": ["const": 1], "maxContains": 1], good: [1], bad: [1, 1], "maxContains"),
            Example(["contains": false, "minContains": 0, "type": "array"], good: [], bad: 1, "type"),
            Example(
                ["prefixItems": [true], "unevaluatedItems": ["const": 2]],
                good: [1, 2],
                bad: [1, 3],
                "const"
            ),
            Example(
                ["contains": ["const": 1], "unevaluatedItems": false],
                good: [1, 1],
                bad: [1, 2],
                "unevaluatedItems"
            ),
            Example(
                ["allOf": [["prefixItems": [true]]], "unevaluatedItems": false],
                good: [1],
                bad: [1, 2],
                "unevaluatedItems"
            ),
            Example(
                ["items": [["const": 1]], "additionalItems": false],
                good: [1],
                bad: [1, 2],
                "false",
                in: .draft4
            ),
        ]
    )
    func keyword(example: Example) throws {
        try example.check()
    }

    @Test("every wrong item is reported, each at its place")
    func everyItem() throws {
        let found = try violations([1, "a", 2], by: ["items": ["type": "string"]])
        #expect(found.map(\.instance.description) == ["/0", "/2"])
        #expect(found.map(\.schema.description) == ["#/items/type", "#/items/type"])
    }
}
