import JSON
import Scenarios
import SeamContract
import Testing
import YAMLSource

@Suite("Scenario library") struct ScenarioLibraryTests {
    static let uniqueValue = """
        scenarios:
          - id: identity-value-unique
            title: A second identity with the same value is refused
            tags: [uniqueness]
            requires: [other-workspace]
            locks: [name]
            variants:
              email: { field: email_address, value: "${unique.email}", requirement: UI-UNIQ-EMAIL }
              phone: { field: phone_number, value: "${unique.phone}", requirement: UI-UNIQ-PHONE }
            matrix:
              via: [update, create]
            values:
              shared: ${value}
              greeting: Hello ${shared}
            given:
              - call: /user_identities/create
                body: { "${field}": "${shared}" }
                save: { first: $.user_identity.user_identity_id }
            steps:
              - name: the second create is refused
                call: user_identities.${via}
                as: other-workspace
                body: { "${field}": "${shared}", note: "${greeting}", of: "${first}" }
                expect:
                  - rejected: true
                    proves: ${requirement}
            cleanup:
              - call: user_identities.get
                body: { user_identity_id: "${first}" }
        """

    @Test("variants and matrix multiply, and their names make the case ids")
    func caseIDs() throws {
        let library = try Suite.library(Self.uniqueValue)
        #expect(
            library.cases.map(\.id) == [
                "identity-value-unique[email,via=update]", "identity-value-unique[email,via=create]",
                "identity-value-unique[phone,via=update]", "identity-value-unique[phone,via=create]",
            ]
        )
        #expect(
            library.cases.map(\.requirementIDs).map(\.first)
                == ["UI-UNIQ-EMAIL", "UI-UNIQ-EMAIL", "UI-UNIQ-PHONE", "UI-UNIQ-PHONE"]
        )
    }

    @Test("a scenario keeps what is written about it, and takes its area from its folder")
    func scenario() throws {
        let scenario = try #require(try Suite.library(Self.uniqueValue).scenarios.first)
        #expect(scenario.title == "A second identity with the same value is refused")
        #expect(scenario.area == "identities")
        #expect(scenario.tags == ["uniqueness"])
        #expect(scenario.requires == [.otherWorkspace])
        #expect(scenario.locks == ["name"])
        #expect(scenario.skip == nil)
        #expect(scenario.rounds == 1)
        #expect(scenario.place.description == "scenarios/identities/create.yaml:2:5")
    }

    @Test("operation, method and credential are settled for each case")
    func settled() throws {
        let calls = try Suite.library(Self.uniqueValue).cases.map { try Suite.call($0.steps.first) }
        let paths = calls.map { call -> String in
            if case .operation(let operation) = call.target { operation.path } else { "" }
        }
        #expect(Array(paths.prefix(2)) == ["/user_identities/update", "/user_identities/create"])
        #expect(calls.allSatisfy { if case .otherWorkspace = $0.credential { true } else { false } })
    }

    @Test("parameters and values are worked out once, in order, and filled in")
    func scope() throws {
        let item = try #require(try Suite.library(Self.uniqueValue).cases.first)
        var scope = try item.scope(seed: 1, now: { Suite.noon })
        let value = try #require(scope["value"]?.stringValue)
        #expect(scope["shared"] == .string(value))
        #expect(scope["greeting"] == .string("Hello \(value)"))
        scope.bind("first", to: "id-1")
        let prepared = try Suite.call(item.steps.first).prepared(in: &scope)
        guard case .json(let body) = prepared.body else { throw TestFailure("no JSON body") }
        #expect(body == ["email_address": .string(value), "note": .string("Hello \(value)"), "of": "id-1"])
    }

    @Test("every round has values of its own, the same ones in every run")
    func rounds() throws {
        let item = try Suite.onlyCase(
            """
            scenarios:
              - id: a
                title: t
                proves: UI-ECHO
                rounds: 3
                values: { email: "${unique.email}" }
                steps: [{ call: user_identities.get, body: { a: "${email}" } }]
            """
        )
        #expect(item.scenario.rounds == 3)
        let emails = try [1, 2, 3, 3].map { try item.scope(seed: 1, round: $0, now: { Suite.noon })["email"] }
        #expect(Set(emails).count == 3)
        #expect(emails[2] == emails[3])
    }

    @Test("through its alias an operation gets its parameters where the SDKs put them")
    func alias() throws {
        let get = try prepared("call: user_identities.get\n    method: alias")
        #expect(get.method == .get)
        #expect(get.body == nil)
        #expect(get.query.map(\.name) == ["b", "a"])
        let update = try prepared("call: user_identities.update\n    method: alias")
        #expect(update.method == .patch)
        #expect(update.body != nil)
        let literal = try prepared("call: user_identities.get\n    method: GET")
        #expect(literal.method == .get)
        #expect(literal.body != nil)
    }

    @Test("a path, a raw body, headers and a token are sent as written")
    func rawCall() throws {
        let item = try Suite.onlyCase(
            """
            scenarios:
              - id: a
                title: t
                proves: UI-ECHO
                values: { secret: abc }
                steps:
                  - path: /no/such/${secret}
                    method: DELETE
                    as: { token: "Bear ${secret}" }
                    raw-body: "{"
                    content-type: text/plain
                    query: { limit: [1, 2] }
                    headers: { x-a: "${secret}", seam-workspace: null }
                    parallel: 2
                    eventually: { within: 10s, every: 100ms, back-off: 2 }
            """
        )
        let call = try Suite.call(item.steps.first)
        var scope = try item.scope(seed: 1, now: { Suite.noon })
        let prepared = try call.prepared(in: &scope, copy: 1)
        #expect(prepared.path == "/no/such/abc")
        #expect(prepared.method == .delete)
        #expect(prepared.token == "Bear abc")
        #expect(prepared.headers.map(\.name) == ["x-a", "seam-workspace"])
        #expect(prepared.headers.map(\.value) == ["abc", nil])
        #expect(prepared.query.first?.value == [1, 2])
        guard case .raw("{", contentType: "text/plain") = prepared.body else { throw TestFailure("not raw") }
        #expect(call.copies == 2)
        #expect(scope["copy"] == 1)
        let polling = try #require(call.polling)
        #expect(polling == Polling(within: .seconds(10), every: .milliseconds(100), backOff: 2))
        #expect(
            (1...3).map { polling.wait(before: $0) } == [.milliseconds(100), .milliseconds(200), .milliseconds(400)]
        )
        #expect(polling.wait(before: 1000) == .seconds(10))
    }

    @Test("what is saved is a member, all that a path finds, or a header")
    func saves() throws {
        let item = try Suite.onlyCase(
            """
            scenarios:
              - id: a
                title: t
                steps:
                  - call: user_identities.create
                    save: { id: $.u.id, ids: "$.u[*]", request: { header: Seam-Request-ID }, gone: $.x }
            """
        )
        let answer = Suite.answer(body: ["u": ["id": 7]], headers: [("seam-request-id", "r")])
        var scope = Suite.scope()
        var values: [JSONValue?] = []
        for save in try Suite.call(item.steps.first).saves {
            values.append(try save.value(in: answer, scope: &scope))
        }
        #expect(values == [7, [7], "r", nil])
    }

    @Test("the fingerprint tells suites apart and does not depend on the order of the files")
    func fingerprint() throws {
        let text = "scenarios: []"
        let both = try Suite.library(files: ["a.yaml": text, "b.yaml": text]).fingerprint
        #expect(try Suite.library(files: ["b.yaml": text, "a.yaml": text]).fingerprint == both)
        #expect(try Suite.library(files: ["a.yaml": text]).fingerprint != both)
        #expect(try Suite.library(files: ["a.yaml": text, "b.yaml": text + "\n"]).fingerprint != both)
    }

    /// A call with a body of two members.
    private func prepared(_ step: String) throws -> PreparedCall {
        let item = try Suite.onlyCase(
            """
            scenarios:
            - id: a
              title: t
              steps:
              - body: { b: 1, a: 2 }
                \(step)
            """
        )
        var scope = Suite.scope()
        return try Suite.call(item.steps.first).prepared(in: &scope)
    }
}
