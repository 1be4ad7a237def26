import JSON
import JSONSchema
import Testing

@Suite("Violations")
struct ViolationTests {
    /// A document with one component.
    private static let document: JSONValue = [
        "components": [
            "schemas": [
                "user_identity": [
                    "type": "object", "additionalProperties": false, "required": ["acs_user_ids"],
                    "properties": [
                        "acs_user_ids": ["type": "array", "items": ["type": "string", "format": "uuid"]],
                        "user_identity_id": ["type": "string"],
                    ],
                ]
            ]
        ],
        "body": ["properties": ["user_identity": ["$ref": "#/components/schemas/user_identity"]]],
    ]

    /// The violations of a user identity.
    private func violations(of identity: JSONValue) throws -> [Violation] {
        let compiler = SchemaCompiler(document: Self.document, dialect: .openAPI30)
        return try compiler.schema(at: JSONPointer(tokens: ["body"])).validate(["user_identity": identity]).violations
    }

    @Test("a missing member is named with the schema that asks for it")
    func missing() throws {
        let found = try violations(of: [:])
        #expect(
            found.map(\.message) == [
                "at /user_identity: member \"acs_user_ids\" is missing (required by #/components/schemas/user_identity)"
            ]
        )
        #expect(found.map(\.schema.description) == ["#/components/schemas/user_identity/required"])
        #expect(found.map(\.member) == ["acs_user_ids"])
        #expect(found.map(\.actual) == ["{}"])
    }

    @Test("a forbidden member is named with the schema that forbids it")
    func forbidden() throws {
        let found = try violations(of: ["acs_user_ids": [], "x": 1])
        #expect(
            found.map(\.message) == [
                "at /user_identity: member \"x\" is not allowed "
                    + "(additionalProperties of #/components/schemas/user_identity)"
            ]
        )
    }

    @Test("other violations say what was expected and what was found")
    func other() throws {
        let found = try violations(of: ["acs_user_ids": ["x", 1]])
        let place = "#/components/schemas/user_identity/properties/acs_user_ids/items"
        #expect(
            found.map(\.message) == [
                "at /user_identity/acs_user_ids/0: expected a UUID (RFC 9562 §4), found \"x\" (\(place)/format)",
                "at /user_identity/acs_user_ids/1: expected a string, found 1 (\(place)/type)",
            ]
        )
        #expect(found.map(\.schema.component) == ["user_identity", "user_identity"])
        #expect(found.map(\.schema.memberPath) == [["acs_user_ids"], ["acs_user_ids"]])
    }

    @Test(
        "the value found is cut to 120 characters",
        arguments: [
            .string(String(repeating: "é", count: 500)), .array(Array(repeating: 1, count: 500)),
            .string(String(repeating: "\u{1}", count: 500)),
        ] as [JSONValue]
    )
    func excerpt(value: JSONValue) throws {
        let actual = try #require(try violations(of: value).first?.actual)
        #expect(actual.count == 120)
        #expect(actual.hasSuffix("…"))
    }

    @Test("control characters in values are escaped")
    func escapes() throws {
        let found = try violations(of: "a\"\\\n\u{1B}[31m")
        #expect(found.map(\.actual) == [#""a\"\\\n\u001b[31m""#])
    }

    @Test("a hostile value gets no more violations than the limit")
    func limit() throws {
        let items = [JSONValue](repeating: 1, count: Validation.limit + 10)
        #expect(try violations(of: ["acs_user_ids": .array(items)]).count == Validation.limit)
    }
}

@Suite("Schema places")
struct SchemaPlaceTests {
    @Test("a place names its component and the properties below it")
    func parts() {
        let place = SchemaPlace("#/components/schemas/acs_user/properties/errors/items/oneOf/0/properties/message/type")
        #expect(place.component == "acs_user")
        #expect(place.memberPath == ["errors", "message"])
    }

    @Test("a place outside of the components has no component")
    func outside() {
        let place = SchemaPlace("#/paths/~1acs~1users~1get/post/responses/200/content/application~1json/schema/type")
        #expect(place.component == nil)
        #expect(place.pointer.tokens[1] == "/acs/users/get")
        #expect(place.memberPath == [])
        #expect(SchemaPlace("https://example.com/a.json#/properties/a").memberPath == ["a"])
    }

    @Test("a property named like a keyword is a property")
    func keywordNames() {
        #expect(SchemaPlace("#/components/schemas/a/properties/properties/type").memberPath == ["properties"])
        #expect(
            SchemaPlace("#/components/schemas/a/properties/items/properties/required").memberPath == [
                "items", "required",
            ]
        )
    }
}
