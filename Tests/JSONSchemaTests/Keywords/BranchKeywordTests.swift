import JSON
import JSONSchema
import Testing

@Suite("Keywords that combine schemas")
struct BranchKeywordTests {
    @Test(
        "each keyword accepts what it should and reports what it should not",
        arguments: [
            Example(["allOf": [["minimum": 1], ["maximum": 3]]], good: 2, bad: 4, "maximum"),
            Example(["anyOf": [["type": "string"], ["minimum": 3]]], good: 3, bad: 2, "minimum"),
            Example(["anyOf": [["type": "string"], ["type": "null"]]], good: nil, bad: 2, "anyOf"),
            Example(["oneOf": [["multipleOf": 2], ["multipleOf": 3]]], good: 9, bad: 6, "oneOf"),
            Example(["not": ["type": "null"]], good: 1, bad: nil, "not"),
            Example(["if": ["minimum": 5], "then": ["multipleOf": 5]], good: 10, bad: 6, "multipleOf"),
            Example(["if": ["minimum": 5], "else": ["const": 0]], good: 0, bad: 1, "const"),
        ]
    )
    func keyword(example: Example) throws {
        try example.check()
    }

    @Test("the schema false refuses everything, true nothing")
    func booleans() throws {
        #expect(try violations(1, by: false).map(\.keyword) == ["false"])
        #expect(try violations(1, by: true) == [])
    }

    @Test("of the branches that fail, only the closest is explained")
    func closest() throws {
        let schema: JSONValue = [
            "oneOf": [
                ["type": "string"],
                ["type": "object", "required": ["a", "b"]],
                ["type": "object", "required": ["c"], "properties": ["c": ["type": "integer"]]],
            ]
        ]
        let found = try violations(["c": "x"], by: schema)
        #expect(found.map(\.schema.description) == ["#/oneOf/2/properties/c/type"])
        #expect(found.map(\.branch) == ["oneOf/2, the closest of 3"])
    }

    @Test("when no branch takes the kind of value, the kinds are listed")
    func noneClose() throws {
        let found = try violations(true, by: ["anyOf": [["type": "string"], ["type": "integer"]]])
        #expect(found.map(\.message) == ["at the root: expected a string or an integer, found true (#/anyOf)"])
    }

    @Test("of equally many violations, the deeper ones are explained")
    func deeper() throws {
        let schema: JSONValue = [
            "anyOf": [
                ["required": ["z"]],
                ["properties": ["a": ["properties": ["b": ["const": 1]]]]],
            ]
        ]
        #expect(try violations(["a": ["b": 2]], by: schema).map(\.instance.description) == ["/a/b"])
    }

    @Test("branches within branches are explained to the bottom")
    func nested() throws {
        let schema: JSONValue = ["anyOf": [["anyOf": [["const": 1], ["type": "string"]]], ["type": "null"]]]
        let found = try violations(2, by: schema)
        #expect(found.map(\.schema.description) == ["#/anyOf/0/anyOf/0/const"])
    }

    /// Ways to pay that say by a `const`, one behind a reference, which they are.
    private static let payments: JSONValue = [
        "$defs": [
            "card": [
                "type": "object", "required": ["kind", "number", "expires", "holder"],
                "properties": ["kind": ["const": "card"], "number": ["type": "string"]],
            ]
        ],
        "oneOf": [
            ["type": "object", "properties": ["kind": ["const": "cash"]]],
            ["$ref": "#/$defs/card"],
            ["type": "object", "properties": ["kind": ["enum": ["voucher", "gift"]]]],
        ],
    ]

    @Test("the branch whose const the value has is explained, however much is wrong there")
    func tag() throws {
        let found = try violations(["kind": "card", "number": 1], by: Self.payments)
        #expect(found.map(\.keyword) == ["type", "required", "required"])
        #expect(found.allSatisfy { $0.branch == #"kind "card""# })
    }

    @Test("a tag that no branch is for is one violation that lists the known ones")
    func unknownTag() throws {
        let found = try violations(["kind": "gold", "number": 1], by: Self.payments)
        #expect(
            found.map(\.message) == [
                #"at /kind: expected one of "cash", "card", "voucher", "gift", found "gold" (#/oneOf)"#
            ]
        )
    }

    @Test("values that all branches ask for alike choose none")
    func commonValues() throws {
        let state: JSONValue = ["enum": ["on", "off"]]
        let schema: JSONValue = [
            "anyOf": [
                ["required": ["a", "b"], "properties": ["state": state]],
                ["required": ["c"], "properties": ["state": state]],
            ]
        ]
        let found = try violations(["state": "x", "a": 1], by: schema)
        #expect(found.map(\.schema.description) == ["#/anyOf/0/properties/state/enum", "#/anyOf/0/required"])
    }

    @Test("one mistake in all items of a list counts as one")
    func oneMistake() throws {
        let schema: JSONValue = [
            "anyOf": [
                ["required": ["x", "y"]], ["properties": ["list": ["items": ["type": "string"]]]],
            ]
        ]
        let found = try violations(["list": [1, 2, 3]], by: schema)
        #expect(found.map(\.instance.description) == ["/list/0", "/list/1", "/list/2"])
    }
}
