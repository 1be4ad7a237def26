import JSON
import Scenarios
import SeamContract
import Testing
import Timestamps
import YAMLSource

/// A small contract and catalogue, and suites of scenarios over them.
enum Suite {
    /// Reads scenario files; paths and texts alternate.
    static func library(files: KeyValuePairs<String, String>) throws -> ScenarioLibrary {
        try ScenarioLibrary(
            files: files.map { ($0.key, $0.value) },
            contract: try Contract(text: contract, file: "contract.yaml"),
            catalogue: try Catalogue(files: [("requirements.yaml", catalogue)])
        )
    }

    /// Reads files that were read as YAML before.
    static func library(_ sources: ScenarioSources) throws -> ScenarioLibrary {
        try ScenarioLibrary(
            sources: sources,
            contract: try Contract(text: contract, file: "contract.yaml"),
            catalogue: try Catalogue(files: [("requirements.yaml", catalogue)])
        )
    }

    /// Reads one scenario file.
    static func library(_ text: String) throws -> ScenarioLibrary {
        try library(files: ["scenarios/identities/create.yaml": text])
    }

    /// What is wrong in one scenario file, without the file's name: `line:column: message`.
    static func problems(in text: String) throws -> [String] {
        do {
            _ = try library(files: ["s.yaml": text])
            return []
        } catch let problems as ScenarioProblems {
            return problems.diagnostics.map { "\($0.place.line):\($0.place.column): \($0.message)" }
        }
    }

    /// The first case of a file.
    static func onlyCase(_ text: String) throws -> Case {
        let cases = try library(text).cases
        #expect(cases.count == 1)
        return try #require(cases.first)
    }

    /// The call of a step.
    static func call(_ step: Step?) throws -> Call {
        guard case .call(let call) = try #require(step).action else {
            throw TestFailure("the step calls nothing")
        }
        return call
    }

    /// Half past nine on a day in August.
    static let noon = Timestamp(milliseconds: 1_787_400_000_000)

    /// A scope with some values.
    static func scope(_ values: KeyValuePairs<String, JSONValue> = [:], seed: UInt64 = 7) -> Scope {
        var scope = Scope(seed: seed, caseID: "a-case", now: { noon })
        for (name, value) in values {
            scope.bind(name, to: value)
        }
        return scope
    }

    /// An answer with a body.
    static func answer(
        _ status: Int = 200,
        body: JSONValue? = ["ok": true],
        headers: [(name: String, value: String)] = [],
        elapsed: Duration = .milliseconds(5)
    ) -> Answer {
        Answer(status: status, headers: headers, body: body, elapsed: elapsed)
    }

    /// The operations that the tests call.
    private static let contract = """
        openapi: 3.0.0
        info: {title: Test, version: "1"}
        paths:
          /user_identities/create: {post: {responses: {"200": {description: OK}}}}
          /user_identities/get:
            get: {responses: {"200": {description: OK}}}
            post: {responses: {"200": {description: OK}}}
          /user_identities/update:
            patch: {responses: {"200": {description: OK}}}
            post:
              requestBody:
                content: {application/json: {schema: {type: object, properties: {full_name: {}, user_identity_id: {}}}}}
              responses: {"200": {description: OK}}
          /acs/systems/list:
            get: {responses: {"200": {description: OK}}}
            post:
              responses:
                "200":
                  description: OK
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:
                          acs_systems:
                            type: array
                            items: {type: object, properties: {acs_system_id: {type: string}}}
        """

    /// The requirements that the tests prove.
    private static let catalogue = """
        area: identities
        about: for tests
        requirements:
          UI-ECHO: {level: must, statement: echoes, source: S1, evidence: documented}
          UI-UNIQ-EMAIL: {level: must, statement: unique, source: S1, evidence: documented}
          UI-UNIQ-PHONE: {level: must, statement: unique, source: S1, evidence: documented}
        """
}

/// Why a test can't go on.
struct TestFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
