import JSON
import JSONSchema
import SeamContract
import Testing

@Suite("Contracts of several files")
struct ReferencedFileTests {
    /// Files by path, read as the program reads them.
    struct Files {
        let texts: [String: String]

        struct Missing: Error, CustomStringConvertible {
            let path: String
            var description: String { "can't read \(path): there is no such file" }
        }

        func contract(_ path: String = "api/root.yaml") throws -> Contract {
            try Contract(text: texts[path] ?? "", file: path) { other in
                guard let text = texts[other] else { throw Missing(path: other) }
                return text
            }
        }

        func failure() -> String {
            do {
                _ = try contract()
                return "no error"
            } catch {
                return "\(error)"
            }
        }
    }

    private static func root(schema: String, version: String = "3.0.3") -> String {
        """
        openapi: \(version)
        paths:
          /a:
            post:
              requestBody: { content: { application/json: { schema: \(schema) } } }
              responses: {}
        """
    }

    @Test("path items, parameters, bodies and schemas come from other files, in YAML or JSON, relative to who refers")
    func parts() throws {
        let contract = try Files(texts: [
            "api/root.yaml": """
            openapi: 3.0.3
            paths:
              /a: { $ref: 'paths/a.yaml#/item' }
            components:
              schemas: { name: { type: string, maxLength: 3 } }
            """,
            "api/paths/a.yaml": """
            item:
              post:
                requestBody: { content: { application/json: { schema: { $ref: '../../common/all.json#/schemas/body' } } } }
                responses: { 200: { $ref: '#/answer' } }
              get:
                parameters: [{ $ref: '../../common/all.json#/limit' }]
                responses: {}
            answer:
              content: { application/json: { schema: { properties: { door: { type: object }, ok: { type: boolean } } } } }
            """,
            "common/all.json": """
            { "limit": { "in": "query", "name": "limit", "schema": { "type": "integer" } },
              "schemas": { "body": { "required": ["name"],
                "properties": { "name": { "$ref": "../api/root.yaml#/components/schemas/name" } } } } }
            """,
        ]).contract()
        let operation = try #require(contract["/a"])
        #expect(operation.methods == [.post, .get])
        #expect(operation.requestProperties == ["limit", "name"])
        #expect(operation.hasRequiredParameters)
        #expect(operation.responseKey == "door")
        let violations = try #require(operation.request?.validate(["name": "long"]).violations)
        #expect(violations.map(\.schema.description) == ["#/components/schemas/name/maxLength"])
    }

    @Test("schemas that refer to each other across files are compiled as one")
    func recursion() throws {
        let contract = try Files(texts: [
            "api/root.yaml": Self.root(schema: "{ $ref: tree.yaml }"),
            "api/tree.yaml": "{ properties: { leaf: { $ref: 'leaf.yaml#/leaf' } } }",
            "api/leaf.yaml": "leaf: { properties: { tree: { $ref: tree.yaml }, size: { type: integer } } }",
        ]).contract()
        let request = try #require(contract["/a"]?.request)
        let found = request.validate(["leaf": ["tree": ["leaf": ["size": "big"]]]]).violations
        #expect(found.map(\.schema.description) == ["api/leaf.yaml#/leaf/properties/size/type"])
    }

    @Test("a discriminator chooses among schemas in other files, by a mapping or by the names that they list")
    func discriminator() throws {
        let contract = try Files(texts: [
            "api/root.yaml": Self.root(
                schema: """
                    { oneOf: [{ $ref: cat.yaml }, { $ref: 'dog.v2.yaml#/dog' }],
                      discriminator: { propertyName: kind, mapping: { c: cat.yaml, d: ./dog.v2.yaml#/dog } } }
                    """
            ),
            "api/cat.yaml": "{ required: [kind], properties: { lives: { type: integer } } }",
            "api/dog.v2.yaml": "dog: { required: [kind], properties: { tricks: { type: array } } }",
        ]).contract()
        let request = try #require(contract["/a"]?.request)
        let found = request.validate(["kind": "d", "tricks": 1]).violations
        #expect(found.map(\.instance.description) == ["/tricks"])
        #expect(found.map(\.branch) == ["kind \"d\""])
    }

    @Test("a file name may hold what means something in a URI")
    func oddNames() throws {
        let contract = try Files(texts: [
            "a b/ü#1.yaml": Self.root(schema: "{ $ref: 'c%23d.yaml#/x' }"),
            "a b/c#d.yaml": "x: { type: string }",
        ]).contract("a b/ü#1.yaml")
        #expect(contract["/a"]?.request?.validate(1).isValid == false)
    }

    @Test("what only looks like a reference, in an example, is not followed")
    func example() throws {
        let contract = try Files(texts: [
            "api/root.yaml": Self.root(schema: "{ example: { $ref: nowhere.yaml }, type: object }")
        ]).contract()
        #expect(contract["/a"]?.request?.validate(1).isValid == false)
    }

    @Test("the fingerprint stands for all files, however they are called")
    func fingerprint() throws {
        func fingerprint(_ name: String, _ type: String) throws -> String {
            try Files(texts: [
                "api/root.yaml": Self.root(schema: "{ properties: { a: { $ref: '\(name)' } } }"),
                "api/\(name)": "type: \(type)",
            ]).contract().fingerprint
        }
        #expect(try fingerprint("x.yaml", "string") != fingerprint("x.yaml", "integer"))
        let single = Self.root(schema: "{ type: object }")
        #expect(
            try Files(texts: ["api/root.yaml": single]).contract().fingerprint
                == Contract(text: single, file: "elsewhere.yaml").fingerprint
        )
    }

    @Test(
        "a reference that can't be followed is told where it stands, with the reason",
        arguments: [
            (
                "{ $ref: b.yaml }", [:],
                "api/root.yaml:5:69: 'b.yaml' can't be followed: can't read api/b.yaml: there is no such file"
            ),
            (
                "{ $ref: 'b.yaml#/y' }", ["api/b.yaml": "x: {}"],
                "api/root.yaml:5:69: 'b.yaml#/y' leads nowhere (write the place of an existing part)"
            ),
            (
                "{ $ref: b.yaml }", ["api/b.yaml": "a: b: c"],
                "api/root.yaml:5:69: 'b.yaml' can't be followed: "
                    + "api/b.yaml:1:5: mapping values are not allowed in this context"
            ),
            (
                "{ $ref: 'b.yaml#/x' }", ["api/b.yaml": "x:\n  type: strong"],
                "api/b.yaml:2:9: expected 'type' to be boolean, integer, number, string, array or object "
                    + "(for null, write 'nullable': true), found \"strong\""
            ),
            (
                "{ $ref: 'b.yaml#/x' }",
                ["api/b.yaml": "x:\n  $ref: 'c.yaml#/y'", "api/c.yaml": "y: { $ref: 'b.yaml#/x' }"],
                "api/b.yaml:2:3: reference 'c.yaml#/y' leads back to itself at /x"
            ),
            (
                "{ $ref: 'https://example.com/b.yaml' }", [:],
                "api/root.yaml:5:69: 'https://example.com/b.yaml' can't be followed: nothing is fetched "
                    + "(save it beside the document, and refer to the copy by its path)"
            ),
        ] as [(String, [String: String], String)]
    )
    func trouble(schema: String, others: [String: String], expected: String) {
        let files = Files(texts: others.merging(["api/root.yaml": Self.root(schema: schema)]) { $1 })
        #expect(files.failure().hasPrefix(expected), "\(files.failure())")
    }

    @Test("files that refer to ever more files are read up to a limit")
    func manyFiles() {
        var count = 0
        do {
            _ = try Contract(text: Self.root(schema: "{ $ref: '1.yaml' }"), file: "root.yaml") { path in
                count += 1
                return "properties: { a: { $ref: '\(count + 1).yaml' } }"
            }
            Issue.record("a contract without end was read")
        } catch {
            #expect("\(error)".contains("more than 1000 files"))
        }
        #expect(count == 999)
    }

    @Test("a document alone may not refer to files")
    func alone() {
        do {
            _ = try Contract(text: Self.root(schema: "{ $ref: b.yaml }"), file: "a.yaml")
            Issue.record("a reference was followed nowhere")
        } catch {
            #expect("\(error)".contains("'b.yaml' can't be followed: there are no files beside this document"))
        }
    }

    @Test("OpenAPI 3.1: references with siblings, anchors, $defs and ids of schemas are followed as 2020-12 says")
    func openAPI31() throws {
        let contract = try Files(texts: [
            "api/root.yaml": """
            openapi: 3.1.0
            jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
            paths:
              /a:
                post:
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/body', minProperties: 1 } } } }
                  responses: {}
            components:
              schemas:
                body:
                  $id: https://example.com/body
                  $defs: { key: { $anchor: key, type: [string, 'null'] } }
                  properties: { key: { $ref: '#key', maxLength: 2 }, at: { $ref: time, type: string } }
                time: { $id: https://example.com/time, format: date-time }
            """
        ]).contract()
        let operation = try #require(contract["/a"])
        #expect(operation.requestProperties == ["at", "key"])
        let request = try #require(operation.request)
        #expect(request.validate(["key": nil]).isValid)
        #expect(request.validate([:]).violations.map(\.keyword) == ["minProperties"])
        #expect(request.validate(["key": "abc"]).violations.map(\.keyword) == ["maxLength"])
        #expect(request.validate(["key": 1]).violations.map(\.keyword) == ["type"])
        #expect(request.validate(["at": "now"]).violations.map(\.keyword) == ["format"])
    }

    @Test("an unknown schema dialect is refused")
    func unknownDialect() {
        let files = Files(texts: [
            "api/root.yaml": "openapi: 3.1.0\njsonSchemaDialect: http://json-schema.org/draft-07/schema\npaths: {}\n"
        ])
        #expect(files.failure().hasPrefix("api/root.yaml:2:20: the schema dialect"))
    }
}
