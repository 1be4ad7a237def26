import Conformance
import Results
import Testing

@Suite("Answers that say too little")
struct LossTests {
    private static let create = """
        scenarios:
          - id: create
            title: An identity can be made
            steps:
              - call: /user_identities/create
                body: { full_name: A }
                expect:
                  - status: 200
                    proves: TR-STATUS-200
                  - $.ok: true
                    proves: TR-OK-TRUE
        """

    private static func run(_ answer: ScriptedServer.Reaction) async throws -> TestRun {
        try await ScriptedServer.run(
            { request, _ in
                request.target == "/user_identities/create" ? answer : TinySeam.reaction(to: request)
            },
            { url, _ in try await TestRun.run(create, at: url) }
        )
    }

    @Test("What a create made is noted when its answer can't be read", arguments: ["{", "", "<html>"])
    func notes(body: String) async throws {
        let run = try await Self.run(ScriptedServer.json(body))
        let note = "create: the answer to /user_identities/create can't be read, so what it made may be left over"
        #expect(run.recorder.notes == [note])
        let findings = try #require(run.recorder.record(of: "create")?.findings)
        #expect(findings.map(\.code) == ["body.syntax"])
    }

    @Test("An answer to OPTIONS makes nothing and need not be in the form of the operation")
    func options() async throws {
        let yaml = """
            scenarios:
              - id: ask
                title: What may be asked can be asked
                steps:
                  - path: /user_identities/create
                    method: OPTIONS
                    as: none
                    expect: [{ status: 200, proves: TR-CORS }]
            """
        let run = try await ScriptedServer.run(
            { request, _ in request.method == "OPTIONS" ? ScriptedServer.json("") : TinySeam.reaction(to: request) },
            { url, _ in try await TestRun.run(yaml, at: url) }
        )
        #expect(run.recorder.notes == [])
        #expect(run.recorder.record(of: "ask")?.result?.verdict == .passed)
    }

    @Test(
        "A refusal breaks what is said of the status, and nothing that is said of a success's body",
        arguments: ["400 Bad Request", "500 Internal Server Error"]
    )
    func refusals(status: String) async throws {
        let run = try await Self.run(ScriptedServer.json(TinySeam.refusal, status: status))
        let findings = try #require(run.recorder.record(of: "create")?.findings)
        #expect(findings.contains { $0.requirements == ["TR-STATUS-200"] })
        #expect(!findings.flatMap(\.requirements).contains("TR-OK-TRUE"))
        #expect(run.recorder.notes.isEmpty)
        #expect(run.recorder.record(of: "create")?.result?.verdict == .failed)
    }

    @Test("A success whose `ok` is false still breaks it")
    func falseFlag() async throws {
        let run = try await Self.run(ScriptedServer.json(TinySeam.identity.replacing("true}", with: "false}")))
        let findings = try #require(run.recorder.record(of: "create")?.findings)
        #expect(findings.flatMap(\.requirements).contains("TR-OK-TRUE"))
    }
}
