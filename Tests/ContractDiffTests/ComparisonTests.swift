import ContractDiff
import JSON
import SeamContract
import Testing

@Suite("Comparing schemas")
struct ComparisonTests {
    @Test(
        "what is said in another way, and means the same, is no change",
        arguments: [
            ("{ type: string }", "{ allOf: [{ type: string }] }"),
            (
                "{ type: object, properties: { a: {}, b: {} } }",
                "{ allOf: [{ type: object, properties: { b: {} } }, { properties: { a: {} } }] }"
            ),
            ("{ type: string, enum: [a, b] }", "{ type: string, enum: [b, a] }"),
            ("{ type: string, enum: [a] }", "{ enum: [a] }"),
            ("{ type: array, items: {}, minItems: 0 }", "{ type: array }"),
            ("{ type: number, minimum: 1 }", "{ type: number, minimum: 1.0, exclusiveMinimum: false }"),
            ("{ type: object, additionalProperties: true }", "{ type: object }"),
            ("{ oneOf: [{ type: string }, { type: integer }] }", "{ oneOf: [{ type: integer }, { type: string }] }"),
            ("{ oneOf: [{ type: string }] }", "{ type: string }"),
            (
                "{ type: object, properties: { a: { type: string }, b: {} } }",
                "{ properties: { b: {}, a: { type: string } }, type: object }"
            ),
        ]
    )
    func sameMeaning(old: String, new: String) throws {
        #expect(try Documents.changes(old, new).outline == [])
        #expect(try Documents.changes(new, old, in: "request").outline == [])
    }

    @Test(
        "null is the same however it is written in OpenAPI 3.0 and 3.1",
        arguments: [
            "{ type: [string, 'null'] }", "{ anyOf: [{ type: string }, { type: 'null' }] }",
            "{ oneOf: [{ const: null }, { type: string }] }",
        ]
    )
    func nullOfBothVersions(new: String) throws {
        let old = try Documents.about("{ type: string, nullable: true }", in: "response")
        let new = try Documents.about(new, in: "response", version: "3.1.0")
        #expect(try ContractDifference(from: old, to: new).changes.outline == [])
        #expect(try ContractDifference(from: new, to: old).changes.outline == [])
    }

    @Test("a component under another name is no change, and one that has changed is told once under its old name")
    func renamedComponent() throws {
        let same = try Documents.changes(
            "{ $ref: '#/components/schemas/a' }",
            "{ $ref: '#/components/schemas/b' }",
            components: (
                "{ a: { type: object, properties: { n: { type: string } } } }",
                "{ b: { type: object, properties: { n: { type: string } } } }"
            )
        )
        #expect(same.outline == [])
        let changed = try Documents.changes(
            "{ type: array, items: { $ref: '#/components/schemas/a' } }",
            "{ type: array, items: { $ref: '#/components/schemas/b' } }",
            components: ("{ a: { type: object, properties: { n: { type: string } } } }", "{ b: { type: object } }")
        )
        #expect(changed.outline == ["response-property-removed a.n"])
    }

    @Test("a schema that is written out where it was referred to is no change")
    func inlined() throws {
        let components = "{ a: { type: object, properties: { n: { type: string } } } }"
        let changes = try Documents.changes(
            "{ $ref: '#/components/schemas/a' }",
            "{ type: object, properties: { n: { type: string } } }",
            components: (components, components)
        )
        #expect(changes.outline == [])
    }

    @Test("schemas that refer to themselves and to each other end, and each change in them is told once")
    func recursion() throws {
        let old = """
            { tree: { type: object, properties: { left: { $ref: '#/components/schemas/tree' }, leaf: { $ref: '#/components/schemas/leaf' } } }, \
            leaf: { type: object, properties: { tree: { $ref: '#/components/schemas/tree' }, size: { type: integer } } } }
            """
        let changes = try Documents.changes(
            "{ $ref: '#/components/schemas/tree' }",
            "{ $ref: '#/components/schemas/tree' }",
            components: (old, old.replacing("integer", with: "number"))
        )
        #expect(changes.outline == ["response-type-widened leaf.size"])
    }

    @Test("a schema that takes itself in by allOf ends", arguments: ["allOf", "anyOf", "oneOf"])
    func selfInclusion(keyword: String) throws {
        let components =
            "{ a: { type: object, properties: { n: { \(keyword): [{ $ref: '#/components/schemas/a' }, { type: object, properties: { m: { type: string } } }] } } } }"
        let changes = try Documents.changes(
            "{ $ref: '#/components/schemas/a' }",
            "{ $ref: '#/components/schemas/a' }",
            components: (components, components.replacing("string", with: "integer"))
        )
        #expect(changes.count == 1)
        #expect(changes.first?.rule.id == "response-type-changed")
    }

    @Test("a component that requests and answers share is judged in both directions")
    func bothDirections() throws {
        func paths(_ schema: String) -> String {
            """
            /a: { post: { requestBody: { content: { application/json: { schema: \(schema) } } }, \
            responses: { '200': { description: fine, content: { application/json: { schema: \(schema) } } } } } }
            """
        }
        func document(_ values: String) throws -> OpenAPIDocument {
            try Documents.document(
                paths("{ $ref: '#/components/schemas/a' }"),
                components: "schemas: { a: { type: object, properties: { n: { type: string, enum: [\(values)] } } } }"
            )
        }
        let changes = try ContractDifference(from: document("x"), to: document("x, y")).changes
        #expect(changes.outline == ["response-enum-value-added a.n(\"y\")", "request-enum-value-added a.n(\"y\")"])
        #expect(changes.map(\.impact.client) == [.risky, .harmless])
    }

    @Test("a property that is readOnly is none of a request's, and one that is writeOnly none of an answer's")
    func oneWayProperties() throws {
        let plain = "{ type: object, properties: { id: { type: string } }, required: [id] }"
        let readOnly = "{ type: object, properties: { id: { type: string, readOnly: true } }, required: [id] }"
        #expect(try Documents.changes(plain, readOnly, in: "response").outline == [])
        #expect(
            try Documents.changes(plain, readOnly, in: "request").outline
                == ["request-required-property-removed request.value.id"]
        )
        let writeOnly = readOnly.replacing("readOnly", with: "writeOnly")
        #expect(try Documents.changes(plain, writeOnly, in: "request").outline == [])
        #expect(
            try Documents.changes(plain, writeOnly, in: "response").outline
                == ["response-required-property-removed response.200.value.id"]
        )
    }

    @Test("a multipleOf that is no multiple of the old one, nor the old one of it, allows both less and more")
    func multiples() throws {
        let changes = try Documents.changes("{ type: integer, multipleOf: 2 }", "{ type: integer, multipleOf: 3 }")
        #expect(Set(changes.map(\.rule.id)) == ["response-range-tightened", "response-range-loosened"])
    }

    @Test(
        "types and values that alternatives give one by one are the same as a list of them",
        arguments: [
            ("{ anyOf: [{ type: string }, { type: integer }] }", "{ type: [string, integer] }"),
            ("{ oneOf: [{ type: string }, { type: integer }] }", "{ anyOf: [{ type: integer }, { type: string }] }"),
            ("{ oneOf: [{ const: a }, { const: b }] }", "{ enum: [b, a] }"),
            ("{ type: string, oneOf: [{ const: a }, { enum: [b, c] }] }", "{ type: string, enum: [a, b, c] }"),
            (
                "{ anyOf: [{ type: string }, { anyOf: [{ type: integer }, { type: boolean }] }] }",
                "{ anyOf: [{ type: string }, { type: integer }, { type: boolean }] }"
            ),
            (
                "{ anyOf: [{ type: object, required: [a] }, { anyOf: [{ type: object, required: [b] }, { type: array }] }] }",
                "{ anyOf: [{ type: array }, { type: object, required: [a] }, { type: object, required: [b] }] }"
            ),
            (
                "{ anyOf: [{ type: string }, { anyOf: [{ type: integer }, { type: 'null' }] }] }",
                "{ type: [string, integer, 'null'] }"
            ),
            ("{ enum: [true, false] }", "{ type: boolean }"),
            ("{ type: [boolean, 'null'], enum: [false, true, null] }", "{ type: [boolean, 'null'] }"),
        ]
    )
    func listedAlternatives(one: String, other: String) throws {
        for direction in ["request", "response"] {
            #expect(try Documents.changes(one, other, in: direction, version: "3.1.0").outline == [])
            #expect(try Documents.changes(other, one, in: direction, version: "3.1.0").outline == [])
        }
    }

    @Test("a type that alternatives gain over a single one is a type more")
    func gainedType() throws {
        let changes = try Documents.changes("{ type: string }", "{ anyOf: [{ type: string }, { type: integer }] }")
        #expect(changes.outline == ["response-type-widened response.200.value"])
    }

    @Test("alternatives that overlap are not taken for a list: a value that fits two of them is refused by oneOf")
    func overlap() throws {
        let changes = try Documents.changes(
            "{ oneOf: [{ type: integer }, { type: number }] }",
            "{ anyOf: [{ type: integer }, { type: number }] }"
        )
        #expect(changes.outline == ["response-alternatives-loosened response.200.value"])
    }

    @Test(
        "what is asked of values that another keyword rules out anyhow is no change",
        arguments: [
            ("{ type: string, minimum: 5, maxItems: 2 }", "{ type: string }"),
            ("{ type: integer, pattern: ^a, minLength: 2 }", "{ type: integer }"),
            ("{ type: string, items: { type: string } }", "{ type: string }"),
            ("{ type: string, enum: [a, 5] }", "{ type: string, enum: [a] }"),
        ]
    )
    func idleKeywords(one: String, other: String) throws {
        #expect(try Documents.changes(one, other, in: "request").outline == [])
        #expect(try Documents.changes(other, one, in: "request").outline == [])
    }

    @Test("a property that must be there in a closed object is told as new there and as required")
    func requiredInClosedObject() throws {
        let changes = try Documents.changes(
            "{ type: object, additionalProperties: false }",
            "{ type: object, additionalProperties: false, properties: { a: { type: string } }, required: [a] }"
        )
        #expect(
            changes.outline == [
                "response-property-added-to-closed response.200.value.a",
                "response-property-became-required response.200.value.a",
            ]
        )
    }

    @Test("a property that is new is compared with what those that were not listed had to keep")
    func listedMapMember() throws {
        let map = "{ type: object, additionalProperties: { type: integer } }"
        let listed = "{ type: object, additionalProperties: { type: integer }, properties: { a: { type: string } } }"
        #expect(
            try Set(Documents.changes(map, listed).outline) == [
                "response-property-added response.200.value.a", "response-type-changed response.200.value.a",
            ]
        )
        #expect(
            try Documents.changes(map, listed.replacing("string", with: "integer")).outline
                == ["response-property-added response.200.value.a"]
        )
    }

    @Test("a type that is another altogether is told alone")
    func otherType() throws {
        let changes = try Documents.changes(
            "{ type: object, properties: { a: { type: string } }, required: [a] }",
            "{ type: array, items: { type: string }, minItems: 1 }"
        )
        #expect(changes.outline == ["response-type-changed response.200.value"])
    }

    @Test("schemas that refer to each other in too many ways are refused, and so is a document that is none")
    func bounds() throws {
        let old = try Documents.about("{ type: object, properties: { a: {}, b: {}, c: {} } }", in: "response")
        let error = #expect(throws: ContractError.self) { try ContractDifference(from: old, to: old, pairLimit: 2) }
        #expect(
            "\(try #require(error))"
                == "things.yaml:1:1: the schemas refer to each other in more than 2 ways, which is too many to compare"
        )
    }

    @Test("the longest chain of references needs no deep stack")
    func longChain() throws {
        let count = 4000
        let links = (0..<count).map {
            "s\($0): { type: object, properties: { n: { $ref: '#/components/schemas/s\($0 + 1)' } } }"
        }
        let components = "{ \(links.joined(separator: ", ")), s\(count): { type: string } }"
        let reference = "{ $ref: '#/components/schemas/s0' }"
        let changes = try Documents.changes(
            reference,
            reference,
            components: (components, components.replacing("{ type: string }", with: "{ type: integer }"))
        )
        #expect(changes.outline == ["response-type-changed s\(count)"])
    }
}
