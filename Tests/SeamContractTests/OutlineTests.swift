import JSON
import SeamContract
import Testing

@Suite("Outlines of operations")
struct OutlineTests {
    private static let text = """
        openapi: 3.0.3
        paths:
          /doors/{id}/open:
            parameters: [{ in: path, name: id, required: true, schema: { type: string } }]
            post:
              summary: /doors/{id}/open
              x-title: Open a Door
              description: Opens a door. Slowly.
              x-deprecated: Use another.
              security: [{ key: [] }, { token: [], workspace: [] }]
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      required: [hard]
                      properties:
                        hard: { type: boolean }
                        at: { type: string, format: date-time, nullable: true, default: now }
                        level: { type: integer, minimum: 0, exclusiveMinimum: true, maximum: 9 }
                        name: { type: string, minLength: 1, maxLength: 5, pattern: '^a' }
                      anyOf: [{ required: [at] }, { required: [level, name] }]
              responses:
                '401': { description: No. }
                '200':
                  description: Opened.
                  content:
                    application/json:
                      schema:
                        required: [door]
                        properties: { door: { $ref: '#/components/schemas/door' }, ok: { type: boolean, enum: [true] } }
            get:
              parameters: [{ in: query, name: hard, schema: { type: boolean } }, { in: query, name: only, schema: {} }]
              responses: {}
        components:
          schemas:
            door:
              allOf:
                - { required: [id], properties: { id: { type: string, description: Its id. } } }
                - properties:
                    parent: { $ref: '#/components/schemas/door' }
                    errors:
                      type: array
                      items:
                        discriminator: { propertyName: code }
                        oneOf:
                          - { required: [code], properties: { code: { type: string, enum: [a] }, more: {} } }
                          - { properties: { code: { type: string, enum: [b, c] } } }
        """

    private func outline() throws -> OperationOutline {
        let contract = try Contract(text: Self.text, file: "a.yaml")
        return try contract.outline(of: try #require(contract.operations.first))
    }

    @Test("an operation tells its title, what is said of it, and the ways to authorize it")
    func head() throws {
        let outline = try outline()
        #expect(outline.head.summary == "Open a Door")
        #expect(outline.head.text == "Opens a door. Slowly.")
        #expect(outline.head.isDeprecated)
        #expect(outline.head.notes == ["deprecated: Use another."])
        #expect(outline.security == [["key"], ["token", "workspace"]])
        #expect(outline.head.methods == [.post, .get])
        #expect(outline.otherParameters.map(\.location) == ["path"])
        #expect(outline.otherParameters.map(\.field.name) == ["id"])
    }

    @Test("parameters of body and query are told together, with type, bounds, default and what is needed")
    func parameters() throws {
        let parameters = try #require(try outline().parameters)
        #expect(parameters.members.map(\.name) == ["hard", "at", "level", "name", "only"])
        #expect(parameters.members.map(\.isRequired) == [true, false, false, false, false])
        #expect(parameters.neededSets == [["at"], ["level", "name"]])
        let at = parameters.members[1].value
        #expect(at.types == ["string"])
        #expect(at.format == "date-time")
        #expect(at.isNullable)
        #expect(at.defaultValue == "now")
        #expect(parameters.members[2].value.limits == ["> 0", "≤ 9"])
        #expect(parameters.members[3].value.limits == ["1 to 5 characters", "matches ^a"])
    }

    @Test("answers come by status, with the members that allOf and references bring in")
    func responses() throws {
        let responses = try outline().responses
        #expect(responses.map(\.status) == ["200", "401"])
        #expect(responses.map(\.text) == ["Opened.", "No."])
        #expect(responses[1].body == nil)
        let body = try #require(responses[0].body)
        #expect(body.members.map(\.name) == ["door", "ok"])
        #expect(body.members[1].value.choices == [true])
        let door = body.members[0].value
        #expect(door.members.map(\.name) == ["id", "parent", "errors"])
        #expect(door.members[0].isRequired)
        #expect(door.members[0].value.text == "Its id.")
    }

    @Test("a parameter whose value is described under content is told like the others")
    func contentParameter() throws {
        let text = """
            openapi: 3.1.0
            paths:
              /a:
                get:
                  parameters:
                    - { in: query, name: page, schema: { type: integer } }
                    - in: query
                      name: filter
                      required: true
                      content: { application/json: { schema: { properties: { a: { type: string } } } } }
                    - { in: header, name: h, content: { application/json: { schema: { type: array } } } }
                  responses: {}
            """
        let contract = try Contract(text: text, file: "a.yaml")
        let outline = try contract.outline(of: contract.operations[0])
        #expect(outline.parameters?.members.map(\.name) == ["page", "filter"])
        #expect(outline.parameters?.members.last?.isRequired == true)
        #expect(outline.parameters?.places == ["/page", "/filter", "/filter/a"])
        #expect(outline.otherParameters.map(\.field.name) == ["h"])
    }

    @Test("a schema within itself is told once")
    func recursion() throws {
        let door = try #require(try outline().responses[0].body?.members[0].value)
        #expect(door.members[1].value.isCut)
        #expect(door.members[1].value.members.isEmpty)
    }

    @Test("forms are labelled by the values that tell them apart")
    func variants() throws {
        let door = try #require(try outline().responses[0].body?.members[0].value)
        let items = try #require(door.members[2].value.items.first)
        #expect(items.variants.map(\.label) == ["code a", "code b, c"])
        #expect(items.variants[0].value.members.map(\.name) == ["code", "more"])
    }

    @Test("in 3.1 a choice between null and one form is that form, or null")
    func nullForm() throws {
        let text = """
            openapi: 3.1.0
            paths:
              /a:
                post:
                  requestBody:
                    content:
                      application/json:
                        schema: { properties: { b: { anyOf: [{ type: string, maxLength: 3 }, { type: 'null' }] } } }
                  responses: {}
            """
        let contract = try Contract(text: text, file: "a.yaml")
        let outline = try contract.outline(of: contract.operations[0])
        let value = try #require(outline.parameters?.members.first?.value)
        #expect(value.types == ["string"])
        #expect(value.isNullable)
        #expect(value.limits == ["at most 3 characters"])
        #expect(value.variants.isEmpty)
    }

    @Test("schemas that multiply are told up to a limit")
    func multiplied() throws {
        let levels = (1...11).map { level in
            let below = "{ $ref: '#/components/schemas/a\(level - 1)' }"
            let members = (0..<8).map { "m\($0): \(below)" }.joined(separator: ", ")
            return "    a\(level): { properties: { \(members) } }"
        }
        let text = """
            openapi: 3.0.3
            paths:
              /a:
                post:
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/a11' } } } }
                  responses: {}
            components:
              schemas:
                a0: { type: string }
            \(levels.joined(separator: "\n"))
            """
        let contract = try Contract(text: text, file: "a.yaml")
        #expect(try contract.outline(of: contract.operations[0]).parameters?.members.count == 8)
    }

    @Test(
        "schemas that take in each other many times over are cut, which the outline says",
        arguments: ["allOf", "anyOf", "oneOf"]
    )
    func manyfold(keyword: String) throws {
        let levels = (1...30).map { level in
            let below = Array(repeating: "{ $ref: '#/components/schemas/a\(level - 1)' }", count: 8)
            return "    a\(level): { \(keyword): [\(below.joined(separator: ", "))] }"
        }
        let text = """
            openapi: 3.0.3
            paths:
              /a:
                post:
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/a30' } } } }
                  responses: {}
            components:
              schemas:
                a0: { type: object, properties: { x: { type: string } } }
            \(levels.joined(separator: "\n"))
            """
        let contract = try Contract(text: text, file: "a.yaml")
        var schemasLeft = OutlineBounds.schemasOfContract
        let outline = try contract.outline(of: contract.operations[0], schemasLeft: &schemasLeft)
        #expect(outline.isCut)
        #expect(OutlineBounds.schemasOfContract - schemasLeft <= OutlineBounds.schemas)
        var noneLeft = 0
        #expect(try contract.outline(of: contract.operations[0], schemasLeft: &noneLeft).isCut)
    }

    @Test("an outline that is whole does not say that it is cut")
    func whole() throws {
        #expect(try !outline().isCut)
    }
}
