import JSON
import Testing

@testable import JSONSchema  // how many steps a walk takes is not public

/// Schemas and values that would take for ever, or all of the stack, if nothing kept the work within bounds.
@Suite("Hostile schemas and values")
struct HostileInputTests {
    /// An object in an object in an object.
    private func nested(_ depth: Int) throws -> JSONValue {
        let text = String(repeating: "{\"a\":", count: depth) + "{}" + String(repeating: "}", count: depth)
        return try JSONText(parsing: Array(text.utf8), depthLimit: JSONText.greatestDepth).value
    }

    /// How many times a schema is applied to a value, or to one in it.
    private func steps(_ value: JSONValue, by schema: JSONValue) throws -> Int {
        let compiled = try SchemaCompiler(document: schema, dialect: .draft2020_12).schema()
        var evaluation = Evaluation(of: value, targets: compiled.targets)
        evaluation.run(compiled.root)
        return evaluation.bounds.taken
    }

    @Test("a chain of 100,000 references is followed to its bound, and told with its place")
    func chain() throws {
        var chain: JSONObject = ["last": ["type": "string"]]
        for number in 0..<100_000 {
            chain["d\(number)"] = ["$ref": .string("#/$defs/\(number == 0 ? "last" : "d\(number - 1)")")]
        }
        let compiler = SchemaCompiler(
            document: ["$ref": "#/$defs/d99999", "$defs": .object(chain)],
            dialect: .draft2020_12
        )
        let message = "at the root: expected references that end within 256 steps, found 1 (#/$defs/d99744)"
        #expect(try compiler.schema().validate(1).violations.map(\.message) == [message])
    }

    @Test("a chain of 100,000 references that leads back is an error at its place")
    func chainToItself() throws {
        var chain = JSONObject()
        for number in 0..<100_000 { chain["d\(number)"] = ["$ref": .string("#/$defs/d\((number + 1) % 100_000)")] }
        let document: JSONValue = ["$ref": "#/$defs/d0", "$defs": .object(chain)]
        let compiler = SchemaCompiler(document: document, dialect: .draft2020_12)
        let error = #expect(throws: SchemaError.self) { try compiler.schema() }
        #expect(error?.description.hasPrefix("#/$defs/d") == true)
        #expect(error?.description.contains("break the cycle") == true)
    }

    @Test("branches that are tried again at every level of the value are judged once for each level")
    func branches() throws {
        let node: JSONValue = ["properties": ["a": ["$ref": "#"]], "required": ["x"]]
        let other: JSONValue = ["properties": ["a": ["$ref": "#"]], "required": ["y"]]
        for keyword in ["anyOf", "oneOf"] {
            let found = try violations(nested(60), by: [keyword: [node, other]])
            #expect(!found.isEmpty && !found.contains { $0.keyword == "bounds" })
            #expect(try steps(nested(60), by: [keyword: [node, other]]) <= 20_000)
        }
        #expect(try violations(nested(60), by: ["not": ["anyOf": [node, other]]]) == [])
    }

    @Test("a tree whose nodes are told apart by a tag behind their parts is judged to its leaves")
    func tree() throws {
        let operations = ["add", "sub", "mul", "div"].map { name -> JSONValue in
            [
                "type": "object", "required": ["l", "r", "op"],
                "properties": ["l": ["$ref": "#"], "r": ["$ref": "#"], "op": ["const": .string(name)]],
            ]
        }
        let schema: JSONValue = ["oneOf": .array([["type": "number"]] + operations)]
        let tree = { (leaf: JSONValue) in
            (0..<60).reduce(leaf) { tree, level in ["l": tree, "r": 1, "op": level % 2 == 0 ? "div" : "add"] }
        }
        #expect(try violations(tree(1), by: schema) == [])
        #expect(try steps(tree(1), by: schema) <= 2000)
        #expect(try !violations(tree("one"), by: schema).isEmpty)
    }

    @Test("schemas that refer twice to the one before are judged in steps, not in 2^59")
    func doubling() throws {
        for keyword in ["allOf", "anyOf"] {
            var schemas: JSONObject = ["d0": ["type": "integer"]]
            for number in 1..<60 {
                let before: JSONValue = ["$ref": .string("#/$defs/d\(number - 1)")]
                schemas["d\(number)"] = [keyword: [before, before]]
            }
            let schema: JSONValue = ["$ref": "#/$defs/d59", "$defs": .object(schemas)]
            #expect(try violations(7, by: schema) == [])
            #expect(try steps(7, by: schema) <= EvaluationBounds.stepLimit)
        }
        let nested = (0..<60).reduce(JSONValue.array([])) { value, _ in [value] }
        let items: JSONValue = ["items": ["$ref": "#"]]
        #expect(try violations(nested, by: ["allOf": [items, items]]) == [])
        let both: JSONValue = ["properties": ["a": ["$ref": "#"]], "patternProperties": ["^a": ["$ref": "#"]]]
        #expect(try violations(self.nested(60), by: both) == [])
        #expect(try steps(nested, by: ["allOf": [items, items]]) <= EvaluationBounds.stepLimit)
        #expect(try steps(self.nested(60), by: both) <= EvaluationBounds.stepLimit)
    }

    @Test("what can't be judged within bounds is told as such")
    func exhaustion() throws {
        var schemas: JSONObject = ["d0": ["type": "string"]]
        for number in 1..<60 {
            let before: JSONValue = ["$ref": .string("#/$defs/d\(number - 1)")]
            schemas["d\(number)"] = ["allOf": [before, before]]
        }
        let found = try violations(7, by: ["$ref": "#/$defs/d59", "$defs": .object(schemas)])
        #expect(found.contains { $0.keyword == "bounds" || $0.keyword == "type" })
        #expect(found.count <= Validation.limit + 1)
    }

    @Test("a long list whose items are tried against many branches is judged to its end")
    func manyTrials() throws {
        let branches = (0..<20).map { JSONValue.object(["properties": ["a": ["const": .number(JSONNumber($0))]]]) }
        let schema: JSONValue = ["items": ["oneOf": .array(branches)]]
        let items = (0..<20_000).map { JSONValue.object(["a": .number(JSONNumber($0 % 20))]) }
        #expect(try violations(.array(items), by: schema) == [])
        #expect(try steps(.array(items), by: schema) <= 50 * items.count)
        #expect(try violations(.array(items + [["a": 20]]), by: schema).map(\.instance.description) == ["/20000/a"])
    }

    @Test("a long list that is all in one branch is judged to its end, too")
    func longBranch() throws {
        let item: JSONValue = ["properties": ["a": ["type": "integer"]], "required": ["a"]]
        let list: JSONValue = ["type": "array", "items": item]
        let schema: JSONValue = ["anyOf": [["type": "object"], ["type": "array", "maxItems": 1], list]]
        let items = (0..<200_000).map { JSONValue.object(["a": .number(JSONNumber($0))]) }
        #expect(try violations(.array(items), by: schema) == [])
        #expect(try steps(.array(items), by: schema) <= 2 * items.count)
        #expect(try violations(.array(items + [[:]]), by: schema).map(\.keyword) == ["required"])
    }

    @Test("schemas inside schemas at every level of a deep value are cut off before the stack is")
    func nesting() throws {
        var schema: JSONValue = ["properties": ["a": ["$ref": "#"]]]
        for _ in 0..<100 { schema = ["allOf": [schema]] }
        let found = try violations(nested(JSONText.greatestDepth - 1), by: schema)
        #expect(found.map(\.keyword) == ["bounds"])
        #expect(found.first?.expected == "no more than 1024 schemas inside each other")
        #expect(found.first?.instance.tokens.count == 10)
    }

    @Test("numbers of 10,000 digits are judged by every keyword, and cut in messages")
    func longNumbers() throws {
        let digits = String(repeating: "7", count: 10_000)
        let schema: JSONValue = [
            "type": "string", "maximum": 1, "exclusiveMinimum": try number(digits), "multipleOf": 5, "enum": [1, "a"],
        ]
        #expect(try violations(number(digits), by: ["type": "integer", "multipleOf": try number(digits)]) == [])
        let found = try violations(number(digits), by: schema)
        #expect(found.map(\.keyword) == ["type"])
        let rest = try violations(number(digits), by: ["maximum": 1, "multipleOf": 5, "enum": [1, "a"]])
        #expect(rest.map(\.keyword) == ["enum", "maximum", "multipleOf"])
        #expect(rest.allSatisfy { $0.message.count < 300 })
    }

    @Test("a pattern of 100,000 characters is refused with its place and its begin")
    func longPattern() throws {
        let pattern = String(repeating: "(a|", count: 30_000)
        let error = #expect(throws: SchemaError.self) { try violations("a", by: ["pattern": .string(pattern)]) }
        #expect(error?.description.hasPrefix("#/pattern: the pattern '(a|(a|") == true)
        #expect(try #require(error).description.count < 300)
    }

    @Test("what is no schema is an error at its place", arguments: [1, "a", nil, [], [[:]]] as [JSONValue])
    func noSchema(value: JSONValue) throws {
        let document: JSONValue = ["properties": ["a": ["items": value]]]
        for dialect in SchemaDialect.allCases where value.kind != .array || dialect != .draft4 {
            let error = #expect(throws: SchemaError.self) { try violations(1, by: document, in: dialect) }
            #expect(error?.place.description == "/properties/a/items")
            #expect(error?.message.hasPrefix("expected a schema (an object), found ") == true)
        }
    }
}
