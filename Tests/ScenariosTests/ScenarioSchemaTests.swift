import JSON
import JSONSchema
// TextKind is no API, yet its two forms must say the same.
@testable import Scenarios
import Testing
import YAMLSource

@Suite("Scenario schema") struct ScenarioSchemaTests {
    static let valid = [
        ScenarioLibraryTests.uniqueValue, BlockTests.suite,
        """
        scenarios:
          - id: everything
            title: All keys at once
            skip: for now
            proves: [UI-ECHO]
            requires: [access-system, entrance]
            locks: ["*"]
            rounds: 5
            matrix: { id: { small: 1, none: null } }
            steps:
              - call: user_identities.create
                parallel: 8
                as: { token: x }
                raw-body: "{${id}"
                headers: { a: null, b: "${copy}" }
                eventually: { within: 10s, back-off: 1.5 }
                save: { a: $.a, h: { header: x } }
                expect:
                  - status: [200, 4xx]
                    within: 30s
                    outcomes: { accepted: { at-least: 1 }, rejected: rest }
                    header: { x: { present: true } }
                    ${a}: { not: "${h}" }
                    $.b: { type: [string, "null"], at-least: 3, count: { at-most: 3 }, near: { to: "${now}", within: 5m } }
                    $: { any-of: [{ each: 1 }, [2], "x"], unique: true, set-equals: [1], same-as: $.c }
        """,
    ]

    /// Files that break the structure, each in one way.
    static let invalid = ScenarioProblemsTests.structure.map(\.text).filter { !$0.hasSuffix("steps: []") }

    @Test("what the decoder accepts, the schema accepts", arguments: valid)
    func accepted(_ text: String) throws {
        #expect(try Suite.problems(in: text) == [])
        let violations = try schema().validate(try LocatedValue(yaml: text, file: "s.yaml").json).violations
        #expect(violations.isEmpty, "\(violations.map(\.message))")
    }

    @Test("what breaks the structure, both refuse", arguments: invalid)
    func refused(_ text: String) throws {
        #expect(try !Suite.problems(in: text).isEmpty)
        #expect(try !schema().validate(try LocatedValue(yaml: text, file: "s.yaml").json).violations.isEmpty)
    }

    @Test("every key of the language is described for editors")
    func described() throws {
        let definitions = try #require(ScenarioSchema.json["$defs"]?.objectValue)
        #expect(definitions.keys.contains("scenario"))
        for definition in definitions {
            let properties = try #require(definition.value["properties"]?.objectValue)
            #expect(properties.allSatisfy { !($0.value["description"]?.stringValue ?? "").isEmpty })
        }
    }

    @Test("the pattern of each kind of text says the same as the decoder")
    func patterns() throws {
        let texts = [
            "", "a", "a-b", "a_b", "A", "-a", "a-", "a--b", "now", "unique", "copy", "nowish", "1", "10s", "10ms", "s",
            "99999999999s", "4xx", "9xx", "4x", "$", "$.a", "$[0]", "$a", "${a}", "x${", "*", "é",
        ]
        for kind in TextKind.allCases {
            guard let pattern = kind.pattern else { continue }
            let regex = try Regex(pattern)
            for text in texts {
                #expect(kind.accepts(text) == (text.firstMatch(of: regex) != nil), "\(kind) \(text)")
            }
        }
    }

    /// The schema, compiled.
    private func schema() throws -> Schema {
        try SchemaCompiler(document: ScenarioSchema.json, dialect: .draft2020_12).schema(at: JSONPointer())
    }
}
