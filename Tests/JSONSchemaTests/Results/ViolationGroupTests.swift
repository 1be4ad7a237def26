import JSON
import JSONSchema
import Testing

@Suite("Violations that fold into one")
struct ViolationGroupTests {
    /// A list of users whose e-mail addresses must be strings.
    private static let users: JSONValue = [
        "properties": [
            "users": [
                "items": [
                    "required": ["id"],
                    "properties": ["email": ["type": "string"], "tags": ["items": ["type": "string"]]],
                ]
            ]
        ]
    ]

    /// The groups of a list of users.
    private func groups(of users: [JSONValue]) throws -> [ViolationGroup] {
        try SchemaCompiler(document: Self.users, dialect: .draft2020_12).schema()
            .validate(["users": .array(users)]).groups
    }

    private static let place = "#/properties/users/items/properties/email/type"

    @Test(
        "the same violation in a list is one sentence with the first places and a count",
        arguments: zip(
            [1, 2, 3, 500],
            [
                "at /users/0/email", "at /users/0/email and /1/email", "at /users/0/email, /1/email and /2/email",
                "at /users/0/email, /1/email, /2/email and 497 more",
            ]
        )
    )
    func message(count: Int, place: String) throws {
        let groups = try groups(of: Array(repeating: ["id": 1, "email": 5], count: count))
        #expect(groups.map(\.message) == ["\(place): expected a string, found 5 (\(Self.place))"])
        #expect(groups.map(\.count) == [count])
        #expect(groups.map(\.pattern.description) == ["/users/*/email"])
    }

    @Test("that other values were found is told")
    func otherValues() throws {
        let groups = try groups(of: [["id": 1, "email": 5], ["id": 1, "email": nil]])
        #expect(
            groups.map(\.message) == [
                "at /users/0/email and /1/email: expected a string, found 5 and other values (\(Self.place))"
            ]
        )
    }

    @Test("violations of other kinds stay apart, in the order of their first ones")
    func kinds() throws {
        let groups = try groups(of: [["email": 5], ["email": 5]])
        #expect(groups.map(\.pattern.description) == ["/users/*/email", "/users/*/id"])
        #expect(
            groups.last?.message
                == "at /users/0 and /1: member \"id\" is missing (required by #/properties/users/items)"
        )
    }

    @Test("places in lists within lists are told by all that tells them apart")
    func nested() throws {
        let groups = try groups(of: [["id": 1, "tags": [1, 1]], ["id": 1, "tags": [1]]])
        #expect(groups.map { $0.message.prefix { $0 != ":" } } == ["at /users/0/tags/0, /0/tags/1 and /1/tags/0"])
    }

    @Test("when the value was not looked at to its end, there are at least so many")
    func open() throws {
        let groups = try groups(of: Array(repeating: ["id": 1, "email": 5], count: Validation.limit + 1))
        #expect(groups.map { $0.message.contains("/2/email and at least 997 more: ") } == [true])
    }

    @Test(
        "the same violation in a map is one sentence with the first places and a count",
        arguments: [
            ["additionalProperties": ["type": "integer"]] as JSONValue,
            ["patternProperties": ["^k": ["type": "integer"]]],
            ["unevaluatedProperties": ["type": "integer"]],
        ]
    )
    func map(schema: JSONValue) throws {
        let members = (1...5).map { JSONObject.Member(key: "k\($0)", value: "x") }
        let groups = try SchemaCompiler(document: schema, dialect: .draft2020_12).schema()
            .validate(.object(JSONObject(uniqueMembers: members))).groups
        #expect(groups.map(\.count) == [5])
        #expect(groups.map(\.pattern.description) == ["/*"])
        #expect(try #require(groups.first).message.hasPrefix("at /k1, /k2, /k3 and 2 more: expected an integer, found"))
    }

    @Test("a map within a list folds over both")
    func mapInList() throws {
        let schema: JSONValue = ["items": ["additionalProperties": ["required": ["a"]]]]
        let groups = try SchemaCompiler(document: schema, dialect: .draft2020_12).schema()
            .validate([["b": [:], "c": [:]], ["d": [:]]]).groups
        #expect(groups.map(\.pattern.description) == ["/*/*/a"])
        #expect(groups.map(\.count) == [3])
    }

    @Test("members that are forbidden stay apart, each with its own name")
    func forbidden() throws {
        let schema: JSONValue = ["additionalProperties": false]
        let groups = try SchemaCompiler(document: schema, dialect: .draft2020_12).schema()
            .validate(["b": 1, "c": 2]).groups
        #expect(groups.count == 2)
    }

    @Test("what is not in a list does not fold")
    func noList() throws {
        let schema: JSONValue = ["propertyNames": ["maxLength": 1]]
        let validation = try SchemaCompiler(document: schema, dialect: .draft2020_12).schema()
            .validate(["aa": 1, "bb": 1])
        #expect(validation.groups.map(\.message) == validation.violations.map(\.message))
        #expect(validation.groups.count == 2)
    }
}
