import JSON
import JSONSchema
import SeamContract
import Testing
import YAMLSource

@Suite("Bounds of contracts")
struct ContractBoundTests {
    /// A contract whose one operation takes and gives a component.
    private static func contract(
        of component: String,
        _ schemas: [(String, JSONValue)],
        version: String = "3.0.3"
    ) -> String {
        let reference: JSONValue = ["$ref": .string("#/components/schemas/\(component)")]
        let content: JSONValue = ["application/json": ["schema": reference]]
        let document: JSONValue = [
            "openapi": .string(version), "info": ["title": "t", "version": "1"],
            "paths": [
                "/a": [
                    "post": [
                        "requestBody": ["content": content],
                        "responses": ["200": ["description": "d", "content": content]],
                    ]
                ]
            ],
            "components": [
                "schemas": .object(
                    schemas.reduce(into: JSONObject()) { $0[$1.0] = $1.1 }
                )
            ],
        ]
        return document.serialized()
    }

    /// The reference to a component.
    private static func reference(_ name: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(name)")] }

    @Test("a row of schemas that take in each other is followed as far as the bound, in both versions of OpenAPI")
    func combinedRow() throws {
        for version in ["3.0.3", "3.1.0"] {
            let row = { (count: Int) in
                Self.contract(
                    of: "s0",
                    (0..<count).map { ("s\($0)", ["allOf": [Self.reference("s\($0 + 1)")]]) }
                        + [("s\(count)", ["type": "object"])],
                    version: version
                )
            }
            #expect(throws: Never.self) { try Contract(text: row(100), file: "a.json") }
            let error = #expect(throws: ContractError.self) { try Contract(text: row(5000), file: "a.json") }
            let message = "schemas take in each other more than 256 deep (combine fewer)"
            #expect(error?.diagnostic.message.hasPrefix(message) == true)
        }
    }

    @Test("rows of members, items and references may be as long as a document makes them")
    func longRows() throws {
        let links: [@Sendable (JSONValue) -> JSONValue] = [
            { ["type": "object", "properties": ["a": $0]] }, { ["type": "array", "items": $0] }, { $0 },
        ]
        for link in links {
            let schemas = (0..<5000).map { ("s\($0)", link(Self.reference("s\($0 + 1)"))) }
            let text = Self.contract(of: "s0", schemas + [("s5000", ["type": "string"])])
            #expect(throws: Never.self) { try Contract(text: text, file: "a.json") }
            #expect(ContractLint(text: text, file: "a.json").problems.filter { $0.severity == .error } == [])
        }
    }

    @Test("parameters that refer to each other many times over are read once each")
    func wideParameters() throws {
        let members = (0..<400).reduce(into: JSONObject()) { $0["p\($1)"] = Self.reference("s0") }
        let text = Self.contract(of: "s0", [("s0", ["type": "object", "properties": .object(members)])])
        let operation = try #require(try Contract(text: text, file: "a.json").operations.first)
        #expect(operation.parameterType("p399")?.members.count == 400)
    }

    @Test("operations that combine more schemas than the bound are refused")
    func combinedSchemas() throws {
        // Each operation takes in all of 1200 schemas, each of them for its parameters and again for what it requires.
        let branches = (0..<1200).map { JSONValue.object(["type": "object", "description": .string("\($0)")]) }
        let schemas: JSONValue = ["s": ["allOf": .array(branches)]]
        let body: JSONValue = [
            "requestBody": ["content": ["application/json": ["schema": Self.reference("s")]]],
            "responses": ["200": ["description": "d"]],
        ]
        let paths = (0..<500).reduce(into: JSONObject()) { $0["/a\($1)"] = ["post": body] }
        let document: JSONValue = [
            "openapi": "3.0.3", "info": ["title": "t", "version": "1"], "paths": .object(paths),
            "components": ["schemas": schemas],
        ]
        let error = #expect(throws: ContractError.self) { try Contract(text: document.serialized(), file: "a.json") }
        let message = "the operations combine more than 1000000 schemas (split the document)"
        #expect(error?.diagnostic.message.hasPrefix(message) == true)
    }

    @Test("many values, required members and components are looked at once each by the lint")
    func manyParts() throws {
        let names = (0..<20_000).map { JSONValue.string("n\($0)") }
        let schemas: [(String, JSONValue)] = [
            ("s0", ["type": "object", "properties": ["a": Self.reference("s1")], "required": .array(names)]),
            ("s1", ["enum": .array(names)]),
        ]
        let text = Self.contract(of: "s0", schemas)
        #expect(ContractLint(text: text, file: "a.json").problems.filter { $0.severity == .error } == [])
    }

    @Test(
        "a contract with a great many problems tells the first thousand, errors before warnings, and that there are more"
    )
    func manyProblems() {
        let zeros = Array(repeating: "0", count: 5_000).joined(separator: ",")
        let text = """
            {"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{},
            "components":{"schemas":{"A":{"enum":[\(zeros)]},"B":{"type":"nothing"}}}}
            """
        let lint = ContractLint(text: text, file: "many.json")
        #expect(lint.problems.count == ContractLint.problemLimit)
        #expect(lint.hasMoreProblems)
        #expect(lint.problems.contains { $0.severity == .error })
    }
}
