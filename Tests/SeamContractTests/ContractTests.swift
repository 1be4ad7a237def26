import JSON
import JSONSchema
import SeamContract
import Testing

@Suite("OpenAPI documents as contracts")
struct ContractTests {
    private static let text = """
        openapi: 3.0.3
        info: { title: Doors, version: "7" }
        security: [{ key: [] }, { token: [], workspace: [] }]
        paths:
          /doors/open:
            post: &open
              x-response-key: door
              requestBody: { $ref: '#/components/requestBodies/open' }
              responses:
                200:
                  content:
                    application/json:
                      schema:
                        required: [ok]
                        properties: { ok: { type: boolean }, door: { type: object }, note: { type: string } }
                4XX: { description: refused }
                default: { $ref: '#/components/responses/odd' }
            patch: *open
          /doors/list:
            get:
              security: []
              parameters:
                - { $ref: '#/components/parameters/limit' }
                - { in: query, name: ids, schema: { type: array, items: { type: integer } } }
                - { in: header, name: x-trace, schema: { type: string } }
              responses:
                '200':
                  content:
                    application/json:
                      schema: { properties: { ok: {}, doors: { type: array }, pagination: { type: object } } }
          /doors/ping:
            post: { x-response-key: null, responses: { '200': { description: nothing } } }
        components:
          parameters:
            limit: { in: query, name: limit, required: true, schema: { type: integer, nullable: true } }
          requestBodies:
            open:
              content:
                application/json:
                  schema:
                    oneOf:
                      - { required: [id], properties: { id: { type: string, format: uuid } } }
                      - { required: [name], properties: { name: { type: string }, hard: { type: boolean } } }
          responses:
            odd: { description: odd, content: { text/plain: {}, application/problem+json: { schema: { type: object } } } }
        """

    private let contract: Contract

    init() throws {
        contract = try Contract(text: Self.text, file: "doors.yaml")
    }

    @Test("operations are sorted by path and found by path or name")
    func lookup() {
        #expect(contract.title == "Doors")
        #expect(contract.version == "7")
        #expect(contract.file == "doors.yaml")
        #expect(contract.operations.map(\.name) == ["doors.list", "doors.open", "doors.ping"])
        #expect(contract["/doors/open"]?.path == "/doors/open")
        for name in ["/doors/open", "doors/open", "doors.open"] {
            #expect(contract.operation(named: name)?.path == "/doors/open")
        }
        #expect(contract["/doors/shut"] == nil)
        #expect(contract.operation(named: "doors.shut") == nil)
    }

    @Test("POST comes first, and the method beside it is the alias")
    func methods() throws {
        let open = try #require(contract["/doors/open"])
        #expect(open.methods == [.post, .patch])
        #expect(open.alias == .patch)
        #expect(contract["/doors/list"]?.methods == [.get])
        #expect(contract["/doors/list"]?.alias == .get)
        #expect(contract["/doors/ping"]?.alias == nil)
    }

    @Test("request bodies are followed through references and hold what they say")
    func request() throws {
        let request = try #require(contract["/doors/open"]?.request)
        #expect(request.validate(["name": "front"]).isValid)
        #expect(!request.validate(["hard": true]).isValid)
        #expect(contract["/doors/ping"]?.request == nil)
    }

    @Test("where there is no body, the parameters of the query are what a request must keep")
    func queryRequest() throws {
        let request = try #require(contract["/doors/list"]?.request)
        #expect(request.validate(["limit": 5, "ids": [1, 2], "other": 1]).isValid)
        #expect(request.validate(["limit": nil]).isValid)
        let found = request.validate(["limit": "many", "ids": [1, "b"]]).violations
        #expect(found.map(\.instance.description) == ["/limit", "/ids/1"])
        #expect(found.first?.schema.description == "#/components/parameters/limit/schema/type")
        #expect(request.validate([:]).violations.map(\.member) == ["limit"])
    }

    @Test("parameters come from all branches of a body and from the query")
    func parameters() throws {
        let open = try #require(contract["/doors/open"])
        #expect(open.requestProperties == ["hard", "id", "name"])
        #expect(open.parameterType("hard")?.kind == .boolean)
        #expect(open.parameterType("key") == nil)
        let list = try #require(contract["/doors/list"])
        #expect(list.requestProperties == ["ids", "limit"])
        #expect(list.parameterType("limit") == .init(kind: .integer, isNullable: true))
        #expect(list.parameterType("ids") == .init(kind: .array, items: .integer))
    }

    @Test("an operation's parameter goes before one of that name of its path")
    func overriddenParameter() throws {
        let text = """
            openapi: 3.0.0
            paths:
              /a:
                parameters: [{ in: query, name: b, schema: { type: string } }]
                get: { parameters: [{ in: query, name: b, schema: { type: integer } }], responses: {} }
            """
        #expect(try Contract(text: text, file: "a.yaml")["/a"]?.parameterType("b")?.kind == .integer)
    }

    @Test("parameters are required when every branch requires some, or the query does")
    func requiredParameters() {
        #expect(contract["/doors/open"]?.hasRequiredParameters == true)
        #expect(contract["/doors/list"]?.hasRequiredParameters == true)
        #expect(contract["/doors/ping"]?.hasRequiredParameters == false)
    }

    @Test("the most exact response counts")
    func responses() throws {
        let open = try #require(contract["/doors/open"])
        #expect(open.responses.map(\.status) == [.exact(200), .range(4), .default])
        #expect(open.response(for: 200)?.schema?.validate(["ok": 1]).isValid == false)
        #expect(open.response(for: 404)?.status == .range(4))
        #expect(open.response(for: 404)?.schema == nil)
        #expect(open.response(for: 500)?.contentTypes == ["application/problem+json", "text/plain"])
        #expect(open.response(for: 500)?.schema?.validate("text").isValid == false)
        #expect(contract["/doors/ping"]?.response(for: 404) == nil)
    }

    @Test("statuses that come undeclared are accepted, others only when documented")
    func statuses() throws {
        let ping = try #require(contract["/doors/ping"])
        #expect([200, 404, 405, 409, 413, 422, 429].allSatisfy(ping.mayAnswer))
        #expect(![201, 400, 418, 500].contains(where: ping.mayAnswer))
    }

    @Test("the response key is the one named, else the only one it can be")
    func responseKey() {
        #expect(contract["/doors/open"]?.responseKey == "door")
        #expect(contract["/doors/list"]?.responseKey == "doors")
        #expect(contract["/doors/list"]?.isPaginated == true)
        #expect(contract["/doors/open"]?.isPaginated == false)
        #expect(contract["/doors/ping"]?.responseKey == nil)
    }

    @Test("an operation's security goes before the document's")
    func security() {
        #expect(contract["/doors/open"]?.security == [["key"], ["token", "workspace"]])
        #expect(contract["/doors/list"]?.security == [])
    }

    @Test("the fingerprint stands for the content, not for layout, comments or member order")
    func fingerprint() throws {
        func fingerprint(_ text: String) throws -> String { try Contract(text: text, file: "x").fingerprint }
        let document = "openapi: 3.0.0\npaths: { /a: { post: { responses: {} } } }\n"
        let first = try fingerprint(document)
        #expect(first.count == 16)
        #expect(try fingerprint("# a comment\n" + document) == first)
        #expect(try fingerprint(#"{"paths": {"/a": {"post": {"responses": {}}}}, "openapi": "3.0.0"}"#) == first)
        #expect(try fingerprint(document.replacing("/a", with: "/b")) != first)
    }

    @Test("OpenAPI 3.1 documents speak JSON Schema 2020-12")
    func openAPI31() throws {
        let text = """
            openapi: 3.1.0
            paths:
              /a:
                post:
                  requestBody:
                    content:
                      application/json: { schema: { properties: { b: { type: [string, 'null'], const: c } } } }
            """
        let operation = try #require(try Contract(text: text, file: "a.yaml")["/a"])
        #expect(operation.parameterType("b") == .init(kind: .string, isNullable: true))
        #expect(operation.request?.validate(["b": "d"]).isValid == false)
    }

    @Test(
        "what can't serve as a contract is told with its place",
        arguments: [
            (
                "a.yaml", "swagger: '2.0'\n",
                "a.yaml:1:1: not an OpenAPI document (expected a member 'openapi' such as \"3.0.3\")"
            ),
            ("a.json", "[]", "a.json:1:1: not an OpenAPI document (expected a member 'openapi' such as \"3.0.3\")"),
            ("a.yaml", "", "a.yaml:1:1: not an OpenAPI document (expected a member 'openapi' such as \"3.0.3\")"),
            (
                "a.yaml", "openapi: 2.0.1\n",
                "a.yaml:1:10: OpenAPI version '2.0.1' isn't known (expected 3.0.x or 3.1.x) at /openapi"
            ),
            ("a.yaml", "openapi: 3.0.0\n", "a.yaml:1:1: no operations (expected some below 'paths')"),
            ("a.yaml", "a: b: c", "a.yaml:1:5: mapping values are not allowed in this context"),
            (
                "a.yaml", "openapi: 3.0.0\npaths:\n  /a:\n    post: { $ref: '#/b' }\n",
                "a.yaml:4:19: '#/b' leads nowhere (write the place of an existing part) at /paths/~1a/post/$ref"
            ),
            (
                "a.yaml", "openapi: 3.0.0\npaths:\n  /a:\n    post: { $ref: b.yaml }\n",
                "a.yaml:4:19: 'b.yaml' can't be followed: there are no files beside this document at /paths/~1a/post/$ref"
            ),
            (
                "a.yaml", "openapi: 3.0.0\npaths:\n  /a:\n    post: { $ref: '#/paths/~1a/post' }\n",
                "a.yaml:4:11: reference '#/paths/~1a/post' leads back to itself at /paths/~1a/post"
            ),
            (
                "a.yaml", "openapi: 3.0.0\npaths:\n  /a:\n    post:\n      responses:\n        '20': {}\n",
                "a.yaml:6:15: unknown status '20' (write 200, 2XX or default) at /paths/~1a/post/responses/20"
            ),
        ]
    )
    func problems(file: String, text: String, expected: String) {
        #expect(throws: ContractError.self) { try Contract(text: text, file: file) }
        do {
            _ = try Contract(text: text, file: file)
        } catch {
            #expect("\(error)" == expected)
        }
    }

    @Test("a schema that can't be compiled is told with its place, in JSON too")
    func schemaProblem() {
        let text = """
            { "openapi": "3.0.0", "paths": { "/a": { "post": { "responses": { "200": { "content": { "application/json": {
              "schema": { "type": "strong" } } } } } } } } }
            """
        do {
            _ = try Contract(text: text, file: "a.json")
            Issue.record("a schema with an unknown type was compiled")
        } catch {
            #expect("\(error)".hasPrefix("a.json:2:"))
            #expect("\(error)".contains("strong"))
        }
    }

    @Test("schemas that others combine over and over are read once")
    func doublingBody() throws {
        let doubled = (1...40).map { level in
            let below = "{ $ref: '#/components/schemas/a\(level - 1)' }"
            return "    a\(level): { allOf: [\(below), \(below)] }"
        }
        let text = """
            openapi: 3.0.0
            paths:
              /a:
                post:
                  responses: {}
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/a40' } } } }
            components:
              schemas:
                a0: { required: [b], properties: { b: { type: string } } }
            \(doubled.joined(separator: "\n"))
            """
        let operation = try #require(try Contract(text: text, file: "a.yaml")["/a"])
        #expect(operation.requestProperties == ["b"])
        #expect(operation.hasRequiredParameters)
    }

    @Test("a text named JSON must be JSON")
    func brokenJSON() {
        do {
            _ = try Contract(text: "{\"openapi\": \"3.0.0\",\n \"paths\": {,}}", file: "a.json")
            Issue.record("broken JSON was read")
        } catch {
            #expect("\(error)".hasPrefix("a.json:2:"))
        }
    }
}
