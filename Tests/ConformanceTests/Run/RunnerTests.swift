import Conformance
import Results
import Synchronization
import Testing

@Suite("Runner")
struct RunnerTests {
    private static let read = """
        scenarios:
          - id: read
            title: An identity can be read
            steps:
              - call: /user_identities/get
                body: { user_identity_id: 7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01 }
                expect:
                  - $.user_identity.full_name: A
                    proves: UI-SCHEMA-BASE
        """

    private static let write = """
        scenarios:
          - id: write
            title: An identity can be made
            given:
              - call: /user_identities/create
                body: { full_name: "${unique.name}" }
                save: { id: $.user_identity.user_identity_id }
            steps:
              - call: /user_identities/get
                body: { user_identity_id: "${id}" }
                expect:
                  - $.user_identity.full_name: B
                    proves: UI-SCHEMA-BASE
                    because: the test wants a failure
        """

    @Test("Events come in order: the run around its cases, a case around what happened in it")
    func order() async throws {
        let run = try await ScriptedServer.run({ request, _ in TinySeam.reaction(to: request) }) { url, _ in
            try await TestRun.run(Self.read, at: url)
        }
        let events = run.recorder.events
        let names = events.filter { $0.caseID.map { !EveryResponse.isOne($0) } ?? true }.map(Self.name)
        #expect(names == ["started", "caseStarted", "exchanged", "caseFinished", "exercised", "finished"])
        let responses = events.filter { $0.caseID.map(EveryResponse.isOne) ?? false }
        for (_, events) in Dictionary(grouping: responses, by: \.caseID) {
            #expect(events.map(Self.name) == ["caseStarted", "caseFinished"])
        }
        #expect(Self.name(of: events.last ?? events[0]) == "finished")
        #expect(run.recorder.record(of: "read")?.result?.verdict == .passed)
    }

    @Test("A broken must fails the case, says where, and what was made is deleted all the same")
    func failsAndCleans() async throws {
        let (run, received) = try await ScriptedServer.run({ request, _ in TinySeam.reaction(to: request) }) {
            url,
            server in
            (try await TestRun.run(Self.write, at: url), server.received)
        }
        let record = try #require(run.recorder.record(of: "write"))
        let finding = try #require(record.findings.first)
        #expect(record.result?.verdict == .failed)
        #expect(finding.code == "expectation.body")
        #expect(finding.place == "/user_identity/full_name")
        #expect(finding.message.hasSuffix("(the test wants a failure)"))
        #expect(finding.exchange == 2)
        let own = try #require(record.exchanges.last { $0.phase == .steps }?.request.body?.text)
        #expect(
            received.suffix(3).map(\.target) == [
                "/user_identities/get", "/user_identities/delete", "/user_identities/list",
            ]
        )
        #expect(received.suffix(3).map(\.body) == [own, own, "{}"])
        #expect(run.ending.cleanup == Cleanup(created: 1, deleted: 1))
    }

    @Test(
        "What a case deletes is not deleted again, unless that was not accepted",
        arguments: [("post", true), ("alias", true), ("post", false)]
    )
    func deletesOnce(method: String, isAccepted: Bool) async throws {
        let yaml = """
            scenarios:
              - id: delete
                title: An identity can be deleted
                given:
                  - call: /user_identities/create
                    body: { full_name: "${unique.name}" }
                    save: { id: $.user_identity.user_identity_id }
                steps:
                  - call: /user_identities/delete
                    method: \(method)
                    body: { user_identity_id: "${id}" }
                    expect:
                      - \(isAccepted ? "status: 200" : "rejected: true")
                        proves: TR-POST-ALL
            """
        let deletes = Mutex(0)
        let script: ScriptedServer.Script = { request, _ in
            guard request.target.hasPrefix("/user_identities/delete") else {
                let isGone = isAccepted && deletes.withLock(\.self) > 0
                return isGone && request.target == "/user_identities/get"
                    ? ScriptedServer.json(TinySeam.refusal, status: "404 Not Found") : TinySeam.reaction(to: request)
            }
            deletes.withLock { $0 += 1 }
            return isAccepted
                ? ScriptedServer.json(#"{"ok":true}"#)
                : ScriptedServer.json(TinySeam.refusal, status: "404 Not Found")
        }
        let run = try await ScriptedServer.run(script) { url, _ in try await TestRun.run(yaml, at: url) }
        #expect(deletes.withLock(\.self) == (isAccepted ? 1 : 2))
        #expect(run.ending.cleanup == Cleanup(created: 1, deleted: 1))
        #expect(run.recorder.record(of: "delete")?.result?.verdict == .passed)
    }

    @Test("That something is gone before the clean-up is no drift")
    func goneIsNoDrift() async throws {
        let run = try await ScriptedServer.run({ request, _ in
            request.target == "/user_identities/delete"
                ? ScriptedServer.json(TinySeam.refusal, status: "404 Not Found") : TinySeam.reaction(to: request)
        }) { url, _ in try await TestRun.run(Self.write, at: url) }
        #expect(run.recorder.record(of: "write")?.exchanges.last?.phase == .cleanup)
        #expect(!run.recorder.events.map(Self.name).contains("drifted"))
        #expect(run.recorder.notes.isEmpty)
        #expect(run.ending.cleanup == Cleanup(created: 1, deleted: 1))
    }

    @Test("What can't be deleted is counted as left, with its name and why")
    func countsLeftovers() async throws {
        let run = try await ScriptedServer.run({ request, _ in
            request.target == "/user_identities/delete"
                ? ScriptedServer.json(TinySeam.refusal, status: "403 Forbidden") : TinySeam.reaction(to: request)
        }) { url, _ in try await TestRun.run(Self.write, at: url) }
        let cleanup = try #require(run.ending.cleanup)
        let leftover = try #require(cleanup.leftovers.first)
        #expect(cleanup.created == 1 && cleanup.deleted == 0 && cleanup.left == 1)
        #expect(leftover.namespace == "/user_identities")
        #expect(leftover.reason == "/user_identities/delete answered 403 no such thing")
        #expect(leftover.names.count == 1 && leftover.names.allSatisfy { $0.hasPrefix("/user_identities ") })
        #expect(run.recorder.notes.isEmpty)
    }

    @Test("A set-up that is refused blocks the case and holds nothing against its requirements")
    func blocks() async throws {
        let run = try await ScriptedServer.run({ request, _ in
            request.target == "/user_identities/create"
                ? ScriptedServer.json(TinySeam.refusal, status: "400 Bad Request") : TinySeam.reaction(to: request)
        }) { url, _ in try await TestRun.run(Self.write, at: url) }
        let result = try #require(run.recorder.record(of: "write")?.result)
        #expect(result.verdict == .blocked)
        #expect(result.reason.contains("400"))
        #expect(!result.requirements.contains { $0.id == "UI-SCHEMA-BASE" })
    }

    @Test("What was found broken in the steps fails the case, though a precondition of a later step fails too")
    func failsThoughBlocked() async throws {
        let scenario = """
            scenarios:
              - id: read-twice
                title: An identity can be read, and then listed
                steps:
                  - call: /user_identities/get
                    body: { user_identity_id: 7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01 }
                    expect:
                      - $.user_identity.full_name: B
                        proves: UI-SCHEMA-BASE
                  - call: /user_identities/get
                    body: { user_identity_id: 7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a02 }
                    save: { user_identity_id: $.user_identity.user_identity_id }
            """
        let run = try await ScriptedServer.run({ request, _ in
            request.body.contains("0a02")
                ? ScriptedServer.json(TinySeam.refusal, status: "404 Not Found") : TinySeam.reaction(to: request)
        }) { url, _ in try await TestRun.run(scenario, at: url) }
        let result = try #require(run.recorder.record(of: "read-twice")?.result)
        #expect(result.verdict == .failed)
        #expect(result.reason.isEmpty)
        #expect(result.requirements.contains { $0.id == "UI-SCHEMA-BASE" && $0.broken == 1 })
    }

    @Test("The key shows in no event, even where the endpoint repeats it in bodies, headers and errors")
    func canary() async throws {
        let echo = """
            {"error":{"type":"x","message":"key \(TestRun.canaryKey)"},"\(TestRun.canaryKey)":1,"ok":false}
            """
        let run = try await ScriptedServer.run({ request, _ in
            guard request.target != "/workspaces/get" else { return TinySeam.workspace() }
            return ScriptedServer.json(echo, status: "400 Bad Request", headers: "x-key: \(TestRun.canaryKey)\r\n")
        }) { url, _ in try await TestRun.run(Self.write, at: url) }
        var dumped = ""
        dump(run.recorder.events, to: &dumped)
        #expect(!dumped.contains("CANARY"))
        #expect(dumped.contains("$SEAM_API_KEY"))
        let repeated = run.recorder.response(of: "/user_identities/create", "TR-NO-SECRET")
        #expect(repeated?.findings.map(\.code) == ["secret.repeated"])
    }

    @Test(
        "A request that breaks the contract unasked is not sent and breaks no requirement, and asked for is no fault",
        arguments: [true, false]
    )
    func ownFault(isAsked: Bool) async throws {
        let yaml = """
            scenarios:
              - id: odd
                title: An odd request
                steps:
                  - call: /user_identities/get
                    body: { user_identity_id: 5 }
                    expect:
                      - \(isAsked ? "rejected: true" : "$.ok: false")
                        proves: TR-ERR-ENVELOPE
            """
        let run = try await ScriptedServer.run({ request, _ in
            request.target == "/workspaces/get"
                ? TinySeam.workspace() : ScriptedServer.json(TinySeam.refusal, status: "400 Bad Request")
        }) { url, _ in try await TestRun.run(yaml, at: url) }
        let record = try #require(run.recorder.record(of: "odd"))
        #expect(record.result?.verdict == (isAsked ? .passed : .error))
        #expect(record.findings.map(\.code) == (isAsked ? [] : ["request.invalid"]))
        #expect(record.exchanges.count == (isAsked ? 1 : 0))
        #expect(record.result?.requirements.isEmpty == !isAsked)
    }

    @Test("A connection that breaks says nothing about the endpoint: the case is an error")
    func transportError() async throws {
        let run = try await ScriptedServer.run({ request, _ in
            request.target == "/user_identities/get"
                ? .send("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{", thenClose: true)
                : TinySeam.reaction(to: request)
        }) { url, _ in try await TestRun.run(Self.read, at: url) }
        let record = try #require(run.recorder.record(of: "read"))
        #expect(record.result?.verdict == .error)
        #expect(record.findings.map(\.code) == ["transport.dropped"])
        #expect(run.recorder.record?.conclusion() == .unreachable)
    }

    @Test("A 429 that stays says nothing about the endpoint: the case is an error and breaks no requirement")
    func rateLimited() async throws {
        let run = try await ScriptedServer.run({ request, _ in
            request.target == "/user_identities/get"
                ? ScriptedServer.json("<html>", status: "429 Too Many Requests") : TinySeam.reaction(to: request)
        }) { url, _ in try await TestRun.run(Self.read, at: url) }
        let record = try #require(run.recorder.record(of: "read"))
        #expect(record.result?.verdict == .error)
        #expect(record.findings.map(\.code) == ["transport.rateLimited"])
        #expect(record.result?.requirements.isEmpty == true)
    }

    @Test(
        "An HTML page and a body that is not UTF-8 are findings, and stop nothing",
        arguments: ["<html>\u{1F600}", "{\"a\":\"\\ud800\"}"]
    )
    func noJSON(body: String) async throws {
        let run = try await ScriptedServer.run({ request, _ in
            request.target == "/workspaces/get"
                ? TinySeam.workspace()
                : .send(ScriptedServer.response(body, headers: "content-type: text/html\r\n"))
        }) { url, _ in try await TestRun.run(Self.read, at: url) }
        let record = try #require(run.recorder.record(of: "read"))
        #expect(record.result?.verdict == .blocked)
        #expect(record.result?.reason == "because of every-response[/user_identities/get,TR-SCHEMA]")
        let response = try #require(run.recorder.response(of: "/user_identities/get", "TR-SCHEMA"))
        #expect(response.result?.verdict == .failed)
        #expect(response.findings.map(\.code) == ["body.syntax"])
        #expect(run.ending.reason == .complete)
    }

    static func name(of event: RunEvent) -> String {
        switch event {
        case .started: "started"
        case .caseStarted: "caseStarted"
        case .exchanged: "exchanged"
        case .found: "found"
        case .drifted: "drifted"
        case .caseFinished: "caseFinished"
        case .exercised: "exercised"
        case .reran: "reran"
        case .noted: "noted"
        case .finished: "finished"
        }
    }
}

extension RunEvent {
    /// The case that it belongs to; nil when it belongs to none.
    fileprivate var caseID: String? {
        switch self {
        case .caseStarted(let header): header.id
        case .exchanged(let id, _), .found(let id, _), .drifted(let id, _), .reran(let id, _): id
        case .caseFinished(let result): result.id
        case .started, .exercised, .noted, .finished: nil
        }
    }
}
