import JSON
import JSONSchema
import Testing

@Suite("Discriminator")
struct DiscriminatorTests {
    /// Errors whose branches say by a single-value `enum` which error they are for.
    private static let errors: JSONValue = [
        "discriminator": ["propertyName": "error_code"],
        "oneOf": [
            [
                "required": ["message", "user_id"],
                "properties": [
                    "error_code": ["enum": ["deleted"]], "message": ["type": "string"], "user_id": ["type": "string"],
                ],
            ],
            [
                "required": ["message"],
                "properties": ["error_code": ["enum": ["no_access", "suspended"]], "message": ["type": "string"]],
            ],
        ],
    ]

    @Test("only the chosen branch is held against the value, and named")
    func chosen() throws {
        let found = try violations(["error_code": "deleted", "message": 1], by: Self.errors, in: .openAPI30)
        #expect(found.map(\.keyword) == ["type", "required"])
        #expect(found.allSatisfy { $0.branch == "error_code \"deleted\"" })
        #expect(
            found.last?.message
                == "at the root: member \"user_id\" is missing (required by #/oneOf/0, branch error_code \"deleted\")"
        )
        #expect(try violations(["error_code": "suspended", "message": ""], by: Self.errors, in: .openAPI30) == [])
    }

    @Test("an unknown value is one violation that lists the known ones")
    func unknown() throws {
        let found = try violations(["error_code": "x"], by: Self.errors, in: .openAPI30)
        #expect(
            found.map(\.message) == [
                "at the root: expected \"error_code\" to be one of \"deleted\", \"no_access\", \"suspended\", "
                    + "found \"x\" (#/discriminator)"
            ]
        )
    }

    @Test("a missing member is one violation that names it")
    func missing() throws {
        let found = try violations(["message": "x"], by: Self.errors, in: .openAPI30)
        #expect(found.map(\.member) == ["error_code"])
        #expect(found.map(\.keyword) == ["discriminator"])
    }

    @Test("what is no object is held against the branches as if there were no discriminator")
    func noObject() throws {
        let schema: JSONValue = [
            "discriminator": ["propertyName": "a"], "anyOf": [["type": "object"], ["type": "string"]],
        ]
        #expect(try violations("x", by: schema, in: .openAPI31) == [])
        #expect(try violations(1, by: schema, in: .openAPI31).map(\.keyword) == ["anyOf"])
    }

    @Test(
        "a branch by reference is chosen by mapping or else by the component's name",
        arguments: [("cat", true), ("feline", true), ("dog", false), ("hound", true), ("bird", false)]
    )
    func references(kind: String, isKnown: Bool) throws {
        let document: JSONValue = [
            "components": [
                "schemas": [
                    "pet": [
                        "discriminator": [
                            "propertyName": "kind",
                            "mapping": ["feline": "cat", "cat": "#/components/schemas/cat", "hound": "dog"],
                        ],
                        "oneOf": [
                            ["$ref": "#/components/schemas/cat"], ["$ref": "#/components/schemas/dog"],
                            ["$ref": "#/components/schemas/fish"],
                        ],
                    ],
                    "cat": ["type": "object"], "dog": ["type": "object"], "fish": ["type": "object"],
                ]
            ]
        ]
        let schema = try SchemaCompiler(document: document, dialect: .openAPI30).schema(
            at: JSONPointer(tokens: ["components", "schemas", "pet"])
        )
        #expect(schema.validate(["kind": .string(kind)]).isValid == isKnown)
        #expect(schema.validate(["kind": "fish"]).isValid)
    }

    @Test("several branches for one value are tried one after the other")
    func sharedValue() throws {
        let schema: JSONValue = [
            "discriminator": ["propertyName": "kind"],
            "oneOf": [
                ["properties": ["kind": ["enum": ["a"]], "status": ["enum": ["done"]]]],
                ["properties": ["kind": ["enum": ["a"]], "status": ["enum": ["pending"]]]],
            ],
        ]
        #expect(try violations(["kind": "a", "status": "pending"], by: schema, in: .openAPI30) == [])
        #expect(
            try violations(["kind": "a", "status": "x"], by: schema, in: .openAPI30).map(\.message) == [
                #"at /status: expected one of "done", "pending", found "x" (#/oneOf)"#
            ]
        )
    }

    @Test("without the OpenAPI dialects, discriminator is an annotation")
    func annotation() throws {
        #expect(try violations(1, by: ["discriminator": 1, "oneOf": [true]]) == [])
    }
}
