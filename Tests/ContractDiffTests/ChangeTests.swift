import ContractDiff
import JSON
import SeamContract
import Testing
import YAMLSource

@Suite("Changes")
struct ChangeTests {
    private static let component =
        "schemas: { a: { type: object, properties: { n: { type: string }, m: { type: string } } } }"

    private static func answer(_ schema: String) -> String {
        "responses: { '200': { description: fine, content: { application/json: { schema: \(schema) } } } }"
    }

    /// Two paths whose methods answer with a component, and one that answers with the same written out.
    private static let paths = """
        /b: { get: { \(answer("{ $ref: '#/components/schemas/a' }")) }, post: { \(answer("{ $ref: '#/components/schemas/a' }")) } }, \
        /a: { get: { \(answer("{ type: array, items: { $ref: '#/components/schemas/a' } }")) }, post: { responses: {} } }
        """

    private static func changes(from old: String, to new: String) throws -> [Change] {
        try ContractDifference(
            from: Documents.document(paths, components: component),
            to: Documents.document(paths, components: component.replacing(old, with: new))
        ).changes
    }

    @Test("a change of a component is one change, with the operations that it concerns in the order of their paths")
    func shared() throws {
        let changes = try Self.changes(from: "n: { type: string }, ", to: "")
        #expect(changes.outline == ["response-property-removed a.n"])
        #expect(changes.first?.operations.map(\.description) == ["GET /a", "/b"])
    }

    @Test("the same change of parameters in the query and in the body is one change of all methods")
    func methods() throws {
        func paths(_ schema: String) -> String {
            """
            /a: { get: { parameters: [{ in: query, name: limit, schema: \(schema) }], responses: {} }, post: { requestBody: \
            { content: { application/json: { schema: { type: object, properties: { limit: \(schema) } } } } }, responses: {} } }
            """
        }
        let changes = try Documents.changes(ofPaths: paths("{ type: integer }"), paths("{ type: integer, maximum: 5 }"))
        #expect(changes.outline == ["request-range-tightened request.limit(maximum)"])
        #expect(changes.first?.operations.map(\.description) == ["/a"])
    }

    @Test("what has changed in one place of an operation is one change, whatever its methods say of it")
    func differingMethods() throws {
        func paths(_ limit: String, _ schema: String) -> String {
            """
            /a: { get: { parameters: [\(limit)], responses: {} }, post: { requestBody: \
            { content: { application/json: { schema: { type: object, properties: { \(schema) } } } } }, responses: {} } }
            """
        }
        let changes = try Documents.changes(
            ofPaths: paths("{ in: query, name: limit, schema: { type: number } }", "limit: { type: integer }"),
            paths("", "")
        )
        #expect(changes.outline == ["request-property-removed request.limit"])
        #expect(changes.map(\.sentence) == ["a request no longer holds 'limit' (integer)"])
    }

    @Test(
        "a status that a range or the default stood for is compared with that",
        arguments: [
            ("4XX", "'404'"), ("default", "'404'"), ("default", "4XX"),
        ]
    )
    func impliedStatus(implied: String, listed: String) throws {
        func paths(_ more: String) -> String {
            let fine = "content: { application/json: { schema: { type: object, properties: { a: {} } } } }"
            return "/a: { post: { responses: { \(implied): { description: D, \(fine) } \(more) } } }"
        }
        let more = ", \(listed): { description: D, content: { application/json: { schema: { type: object } } } }"
        let changes = try Documents.changes(ofPaths: paths(""), paths(more))
        let status = listed.filter { $0 != "'" }
        #expect(changes.outline == ["response-property-removed response.\(status).a"])
    }

    @Test("operations that are new or gone are told one by one")
    func operations() throws {
        let changes = try Documents.changes(
            ofPaths: "/a: { post: {} }, /b: { post: {} }, /c: { post: {} }",
            "/b: { post: {} }"
        )
        #expect(changes.map { $0.operations.map(\.description) } == [["/a"], ["/c"]])
        #expect(Set(changes.map(\.fingerprint)).count == 2)
    }

    @Test("a change names its place in both documents and in both files, and the values there")
    func places() throws {
        let changes = try Self.changes(from: "n: { type: string }", to: "n: { type: integer }")
        let change = try #require(changes.first)
        #expect(change.old?.pointer == "#/components/schemas/a/properties/n/type")
        #expect(change.old?.source.description == "things.yaml:3:70")
        #expect(change.old?.value == "string")
        #expect(change.new?.value == "integer")
        let removed = try #require(try Self.changes(from: "n: { type: string }, ", to: "").first)
        #expect(removed.new == nil)
        #expect(removed.old?.value == ["type": "string"])
    }

    @Test("a fingerprint stays whatever the order, the lines and the words around the change")
    func stability() throws {
        let (plain, moved) = (
            "{ type: object, properties: { a: { oneOf: [{ title: A, maxLength: 5 }, { title: B }] } } }",
            "{ properties: { z: {}, a: { oneOf: [{ title: B }, { title: A, maxLength: 5 }] } }, description: D, type: object }"
        )
        func fingerprint(_ schema: String) throws -> String {
            let changes = try Documents.changes(schema, schema.replacing("maxLength: 5", with: "maxLength: 4"))
            #expect(changes.count == 1)
            return try #require(changes.first).fingerprint
        }
        #expect(try fingerprint(plain) == fingerprint(moved))
        #expect(try fingerprint(plain) == "2a74ce844c6e6ec4")
    }

    @Test("other rules, places and operations have other fingerprints")
    func distinction() throws {
        let base = try Documents.changes("{ type: string }", "{ type: string, maxLength: 5 }")
        let others = try [
            Documents.changes("{ type: string, maxLength: 5 }", "{ type: string }"),
            Documents.changes("{ type: string }", "{ type: string, minLength: 5 }"),
            Documents.changes("{ type: string }", "{ type: string, maxLength: 5 }", in: "request"),
            Documents.changes(
                "{ type: array, items: { type: string } }",
                "{ type: array, items: { type: string, maxLength: 5 } }"
            ),
        ]
        #expect(Set((others + [base]).flatMap { $0.map(\.fingerprint) }).count == 5)
    }

    @Test("the worst for clients come first, then by operation and place")
    func order() throws {
        let old = "/b: { post: {} }, /a: { post: { x-response-key: k } }, /c: { post: {} }"
        let new =
            "/d: { post: {} }, /a: { post: { summary: S, responses: { '409': { description: D } } } }, /c: { post: {}, get: {} }"
        #expect(
            try Documents.changes(ofPaths: old, new).map { "\($0.impact.client) \($0.operations[0])" } == [
                "breaking /a", "breaking /b", "risky /a", "harmless GET /c", "harmless /d", "harmless /a",
            ]
        )
    }

    @Test("a path parameter under another name is no change, for a request does not show it")
    func pathParameters() throws {
        func paths(_ name: String, _ type: String) -> String {
            "'/a/{\(name)}/b': { post: { parameters: [{ in: path, name: \(name), required: true, schema: { type: \(type) } }], responses: {} } }"
        }
        #expect(try Documents.changes(ofPaths: paths("id", "string"), paths("key", "string")).outline == [])
        #expect(
            try Documents.changes(ofPaths: paths("id", "string"), paths("key", "integer")).outline
                == ["request-type-changed request.path.id"]
        )
    }

    @Test("without a security list no credential is needed, and an empty one says the same")
    func noSecurity() throws {
        #expect(try Documents.changes(ofPaths: "/a: { post: {} }", "/a: { post: { security: [] } }").outline == [])
        #expect(
            try Documents.changes(ofPaths: "/a: { post: {} }", "/a: { post: { security: [{ key: [] }] } }").outline
                == ["security-removed security.none", "security-added security.key"]
        )
    }

    @Test("names that are no plain words are quoted in places")
    func quotedNames() throws {
        let changes = try Documents.changes("{ type: object }", "{ type: object, properties: { 'it''s a.b': {} } }")
        #expect(changes.outline == ["response-property-added response.200.value['it\\'s a.b']"])
    }
}
