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
                body: { full_name: "${unique.name}" }
                expect:
                  - status: 200
                    proves: TR-STATUS-200
                  - $.ok: true
                    proves: TR-OK-TRUE
        """

    /// A run against an endpoint that answers a create so.
    ///
    /// - Parameters:
    ///   - answer: what is answered.
    ///   - list: what is answered to a search, of which the request is given; nil leaves it to ``TinySeam``.
    /// - Returns: the run, and the requests that the endpoint received.
    /// - Throws: when the endpoint can't be started.
    private static func run(
        _ answer: ScriptedServer.Reaction,
        list: (@Sendable (ScriptedServer.Received) -> ScriptedServer.Reaction)? = nil
    ) async throws -> (run: TestRun, received: [ScriptedServer.Received]) {
        try await ScriptedServer.run(
            { request, _ in
                switch request.target {
                case "/user_identities/create": answer
                case "/user_identities/list": list?(request) ?? TinySeam.reaction(to: request)
                default: TinySeam.reaction(to: request)
                }
            },
            { url, server in (try await TestRun.run(create, at: url), server.received) }
        )
    }

    /// A list of what is searched for, behind an identity that is somebody else's.
    private static func found(_ request: ScriptedServer.Received) -> ScriptedServer.Reaction {
        let items = [TinySeam.identity, TinySeam.identity(for: request)].map { $0.dropFirst(17).dropLast(11) }
        return ScriptedServer.json(
            #"{"user_identities":[\#(items.joined(separator: ","))],"pagination":{"has_next_page":false,"#
                + #""next_page_cursor":null,"next_page_url":null},"ok":true}"#
        )
    }

    @Test(
        "What a create made is searched for and deleted when its answer can't be read",
        arguments: ["{", "", "<html>"]
    )
    func searches(body: String) async throws {
        let (run, received) = try await Self.run(ScriptedServer.json(body), list: Self.found)
        let deletions = received.filter { $0.target == "/user_identities/delete" }
        #expect(run.ending.cleanup == Cleanup(created: 1, deleted: 1))
        #expect(deletions.count == 1 && deletions.allSatisfy { !$0.body.contains(TinySeam.id) })
        #expect(run.recorder.notes == [])
        #expect(
            run.recorder.response(of: "/user_identities/create", "TR-SCHEMA")?.findings.map(\.code) == ["body.syntax"]
        )
    }

    @Test(
        "An id that the endpoint gave as null is no fault of the scenario: the case is blocked, and nothing is sent",
        arguments: ["null", "7"]
    )
    func unusable(value: String) async throws {
        let yaml = """
            scenarios:
              - id: chain
                title: What was created can be read
                given:
                  - call: /user_identities/create
                    body: { full_name: "${unique.name}" }
                    save: { id: $.user_identity.user_identity_id }
                steps:
                  - call: /user_identities/get
                    body: { user_identity_id: "${id}" }
                    expect: [{ status: 200, proves: UI-CREATE-GET-EQ }]
            """
        let body = #"{"user_identity":{"user_identity_id":\#(value)},"ok":true}"#
        let run = try await ScriptedServer.run({ request, _ in
            request.target == "/user_identities/create" ? ScriptedServer.json(body) : TinySeam.reaction(to: request)
        }) { url, _ in try await TestRun.run(yaml, at: url) }
        let record = try #require(run.recorder.record(of: "chain"))
        #expect(record.result?.verdict == .blocked)
        #expect(record.result?.reason.contains("gave no usable value for /user_identity_id") == true)
        #expect(record.findings == [])
        #expect(!record.exchanges.contains { $0.phase == .steps })
    }

    @Test("What can't be searched for is counted as left")
    func unsearchable() async throws {
        let absent = ScriptedServer.json("{}", status: "404 Not Found")
        let (run, _) = try await Self.run(ScriptedServer.json("{"), list: { _ in absent })
        let leftover = try #require(run.ending.cleanup?.leftovers.first)
        #expect(run.ending.cleanup?.created == 1 && run.ending.cleanup?.left == 1)
        #expect(leftover.reason == "no response shows its id, and it can't be searched for")
        #expect(leftover.names == ["what /user_identities/create made"])
        #expect(leftover.namespace == "/user_identities")
    }

    @Test("What a search does not show was not made")
    func notMade() async throws {
        let (run, received) = try await Self.run(ScriptedServer.json("{"))
        #expect(run.ending.cleanup == Cleanup())
        #expect(!received.contains { $0.target == "/user_identities/delete" })
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
        "A refusal breaks what is said of the status, and nothing that is said of a success's body; a server error, neither",
        arguments: [("400 Bad Request", true), ("500 Internal Server Error", false)]
    )
    func refusals(status: String, isJudged: Bool) async throws {
        let (run, _) = try await Self.run(ScriptedServer.json(TinySeam.refusal, status: status))
        let findings = try #require(run.recorder.record(of: "create")?.findings)
        #expect(findings.contains { $0.requirements == ["TR-STATUS-200"] } == isJudged)
        #expect(!findings.flatMap(\.requirements).contains("TR-OK-TRUE"))
        #expect(run.recorder.notes.isEmpty)
        #expect(run.recorder.record(of: "create")?.result?.verdict == (isJudged ? .failed : .blocked))
        let crashed = run.recorder.response(of: "/user_identities/create", "TR-NEVER-500")
        #expect(crashed?.result?.verdict == (isJudged ? .passed : .failed))
    }

    @Test("A success whose `ok` is false still breaks it")
    func falseFlag() async throws {
        let (run, _) = try await Self.run(ScriptedServer.json(TinySeam.identity.replacing("true}", with: "false}")))
        let findings = try #require(run.recorder.record(of: "create")?.findings)
        #expect(findings.flatMap(\.requirements).contains("TR-OK-TRUE"))
    }
}
