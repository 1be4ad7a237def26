import JSON
import Reports
import Results
import SeamContract
import Testing

@Suite("Coverage of a contract")
struct ContractCoverageTests {
    private static let contract = Result {
        try Contract(
            text: """
                openapi: 3.0.3
                paths:
                  /doors/list:
                    post: &list
                      requestBody:
                        content:
                          application/json:
                            schema:
                              properties:
                                ids: { type: array, items: { type: string } }
                                with: { type: object, properties: { a: {}, b: {} } }
                      responses:
                        '200':
                          description: Doors
                          content:
                            application/json:
                              schema:
                                properties:
                                  ok: {}
                                  doors: { type: array, items: { properties: { id: {}, errors: { type: array, items: {
                                    oneOf: [{ properties: { code: {} } }, { properties: { code: {}, more: {} } }] } } } } }
                        4XX: { description: No, content: { application/json: { schema: { properties: { error: {} } } } } }
                        '500': { description: Broken }
                    get: *list
                  /doors/open: { post: { responses: { '200': { description: Open } } } }
                  /doors/shut: { post: { responses: { '200': { description: Shut } } } }
                """,
            file: "a.yaml"
        )
    }

    private static let exercises = [
        OperationExercise(
            operation: "/doors/list",
            callCount: 7,
            methods: ["POST"],
            parameters: ["/other", "/with", "/with/a"],
            answers: [
                .init(status: 200, fields: ["/doors", "/doors/*/id", "/doors/*/errors", "/nick"]),
                .init(status: 302, fields: []), .init(status: 404, fields: ["/error"]),
            ]
        ),
        OperationExercise(
            operation: "/doors/open",
            callCount: 1,
            methods: ["POST"],
            parameters: [],
            answers: [.init(status: 200, fields: ["/ok"])]
        ),
        OperationExercise(operation: "/gone", callCount: 1, methods: [], parameters: [], answers: []),
    ]

    private func coverage() throws -> ContractCoverage {
        try ContractCoverage(of: try Self.contract.get(), by: Self.exercises)
    }

    @Test("each operation has its methods, statuses, parameters and fields, exercised or not")
    func rows() throws {
        let rows = try coverage().rows
        #expect(rows.map(\.operation) == ["/doors/list", "/doors/open", "/doors/shut"])
        let list = rows[0]
        #expect(list.callCount == 7)
        #expect(list.methods.exercised == ["POST"])
        #expect(list.methods.missing == ["GET"])
        #expect(list.statuses.exercised == ["200", "4XX"])
        #expect(list.statuses.missing == ["500"])
        #expect(list.parameters.exercised == ["/with", "/with/a"])
        #expect(list.parameters.missing == ["/ids", "/with/b"])
        #expect(list.fields.exercised == ["200 /doors", "200 /doors/*/id", "200 /doors/*/errors", "4XX /error"])
        #expect(list.fields.missing == ["200 /ok", "200 /doors/*/errors/*/code", "200 /doors/*/errors/*/more"])
        #expect(list.otherStatuses == [302])
        #expect(rows[2].callCount == 0)
    }

    @Test("the table sums up, and names what is missing on demand, wholes in place of their parts")
    func table() throws {
        let head = """
            OPERATION    CALLS  METHODS  STATUSES  PARAMETERS  FIELDS  UNDOCUMENTED
            /doors/list  7      1/2      2/3       2/4         4/7     302
            /doors/open  1      1/1      1/1       0/0         0/0
            /doors/shut  0      0/1      0/1       0/0         0/0

            exercised: 2 of 3 operations (66 %), 2 of 4 methods (50 %), 3 of 5 statuses (60 %), 2 of 4
            parameters (50 %), 4 of 7 fields of answers (57 %)

            """
        #expect(try coverage().text(.table) == head)
        #expect(
            try coverage().text(.table, tellsMissing: true) == head + """

                never called
                  /doors/shut

                /doors/list lacks
                  methods: GET
                  statuses: 500
                  parameters: /ids, /with/b
                  fields of 200: /ok, /doors/*/errors/*

                """
        )
    }

    @Test("JSON holds the totals and all there is of each operation")
    func json() throws {
        let json = try JSONValue(parsing: try coverage().text(.json))
        #expect(json["totals"]?["operations"] == ["exercised": 2, "documented": 3])
        #expect(json["totals"]?["fields"] == ["exercised": 4, "documented": 7])
        #expect(json["operations"]?[0]?["statuses"] == ["exercised": ["200", "4XX"], "missing": ["500"]])
        #expect(json["operations"]?[0]?["undocumented_statuses"] == [302])
        #expect(json["operations"]?[2]?["calls"] == 0)
    }

    @Test("Markdown is a page with a table and a list of what is missing")
    func markdown() throws {
        let page = try coverage().text(.markdown)
        #expect(page.hasPrefix("# What the run exercised of the contract\n\n- 2 of 3 operations (66 %)\n"))
        #expect(page.contains("| `/doors/list` | 7 | 1/2 | 2/3 | 2/4 | 4/7 | 302 |\n"))
        #expect(page.contains("- `/doors/shut`: never called\n"))
        #expect(page.hasSuffix("- `/doors/list`, fields of 200: `/ok`, `/doors/*/errors/*`\n"))
    }

    @Test("a run that exercised nothing covers nothing, and a contract without parts is no trouble")
    func nothing() throws {
        let coverage = try ContractCoverage(of: try Self.contract.get(), by: [])
        #expect(coverage.totals[0] == "0 of 3 operations (0 %)")
        let bare = try Contract(text: "openapi: 3.0.0\npaths: { /a: { post: {} } }", file: "a.yaml")
        #expect(try ContractCoverage(of: bare, by: []).totals[2] == "0 of 0 statuses")
    }
}
