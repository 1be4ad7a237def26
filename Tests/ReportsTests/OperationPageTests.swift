import JSON
import Reports
import SeamContract
import Testing

@Suite("Pages of operations")
struct OperationPageTests {
    private static let text = """
        openapi: 3.0.3
        paths:
          /doors/list:
            post: &list
              summary: Lists doors
              description: Lists all [doors](https://example.com). In pages.
              security: [{ key: [] }, { token: [], workspace: [] }]
              requestBody:
                content:
                  application/json:
                    schema:
                      properties:
                        limit: { type: integer, minimum: 1, default: 500, description: How many at most. Or fewer. }
                        ids: { type: array, items: { type: string, format: uuid } }
                      anyOf: [{ required: [limit] }, { required: [ids] }]
              responses:
                '200':
                  description: The doors
                  content:
                    application/json:
                      schema:
                        required: [doors, pagination]
                        properties:
                          pagination: { type: object, description: Where the page stands in the whole list of doors }
                          doors:
                            type: array
                            items:
                              required: [kind]
                              properties:
                                kind: { type: string, enum: [a very heavy door of oak, steel, glass and paper], nullable: true }
                                errors:
                                  type: array
                                  items:
                                    discriminator: { propertyName: code }
                                    oneOf:
                                      - description: It is stuck for good. Push.
                                        required: [code]
                                        properties: { code: { type: string, enum: [stuck] }, since: { type: string } }
                                      - { required: [code], properties: { code: { type: string, enum: [gone] } } }
                '400': &no { description: No, content: { application/json: { schema: { properties: { error: {} } } } } }
                '401': *no
            get: { parameters: [], responses: {} }
          /doors/shut: { post: { deprecated: true, responses: { '200': { description: Shut } } } }
        """

    private func page(_ path: String, width: Int) throws -> OperationPage {
        let contract = try Contract(text: Self.text, file: "a.yaml")
        let operation = try #require(contract[path])
        return OperationPage(try contract.outline(of: operation), isPaginated: operation.isPaginated, width: width)
    }

    @Test("an operation is told in aligned columns, and wrapped to the width")
    func text() throws {
        #expect(
            try page("/doors/list", width: 72).text == """
                POST, GET /doors/list
                Lists doors
                Lists all doors.

                authorization, any one of
                  key, token with workspace

                parameters, in the body of POST, in the query of GET
                  limit  integer, ≥ 1, default 500
                      How many at most.
                  ids    array of uuid
                  needs limit, or ids

                answer 200: The doors, gives 'doors' in pages
                  pagination   required  object
                      Where the page stands in the whole list of doors
                  doors        required  array of objects
                    kind       required  "a very heavy door of oak", "steel" or "glass
                                         and paper" or null
                    errors               array of any of 2 forms
                      code     required  string
                      – code stuck: It is stuck for good.
                        since            string
                      – code gone

                answer 400: No
                  error  anything

                answer 401: No
                  like answer 400

                """
        )
    }

    @Test("where there is room, what is said of members has a column of its own")
    func wide() throws {
        let text = try page("/doors/list", width: 120).text
        #expect(text.contains("  limit  integer, ≥ 1, default 500  How many at most.\n"))
    }

    @Test("an operation that needs nothing says so")
    func bare() throws {
        #expect(
            try page("/doors/shut", width: 72).text == """
                POST /doors/shut
                (deprecated)

                authorization
                  nothing

                parameters
                  none

                answer 200: Shut
                  no body described

                """
        )
    }

    @Test("no line is wider than asked for, and none ends in a space")
    func widths() throws {
        for width in [60, 80, 120] {
            for line in try page("/doors/list", width: width).text.split(separator: "\n") {
                #expect(line.count <= width && !line.hasSuffix(" "), "\(line)")
            }
        }
    }

    @Test("the same is told as JSON")
    func json() throws {
        let json = try page("/doors/list", width: 100).json
        #expect(json["path"] == "/doors/list")
        #expect(json["methods"] == ["POST", "GET"])
        #expect(json["response_key"] == "doors")
        #expect(json["paginated"] == true)
        #expect(json["needs"] == [["limit"], ["ids"]])
        #expect(
            json["parameters"]?[0] == [
                "name": "limit", "required": false, "types": ["integer"], "nullable": false, "default": 500,
                "limits": ["≥ 1"], "description": "How many at most. Or fewer.",
            ]
        )
        let errors = json["responses"]?[0]?["body"]?["members"]?[1]?["items"]?["members"]?[1]
        #expect(errors?["items"]?["variants"]?[0]?["label"] == "code stuck")
    }

    @Test("operations are listed with methods and what they do")
    func listing() throws {
        let contract = try Contract(text: Self.text, file: "a.yaml")
        let listing = OperationListing(try contract.operations.map { try contract.head(of: $0) })
        #expect(
            listing.text(width: 80) == """
                /doors/list  POST, GET  Lists doors
                /doors/shut  POST       (deprecated)

                """
        )
        #expect(listing.json.contains(#""name": "doors.shut""#))
    }

    @Test("what a document says can't do anything to a terminal")
    func hostile() throws {
        let text = """
            openapi: 3.0.3
            paths:
              "/a\\e[31m":
                post:
                  summary: "s\\e[2J"
                  security: [{ "k\\e": [] }]
                  x-undocumented: "u\\e"
                  requestBody:
                    content:
                      application/json:
                        schema: { properties: { "p\\e": { type: "string", enum: ["e\\u202E"], description: "d\\e" } } }
                  responses: { "200": { description: "r\\e", content: { "t\\e": {} } } }
            """
        let contract = try Contract(text: text, file: "a.yaml")
        let outline = try contract.outline(of: contract.operations[0])
        for text in [
            OperationPage(outline, isPaginated: false).text, OperationListing([outline.head]).text(width: 80),
        ] {
            #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }, "\(text)")
        }
    }
}
