import Conformance
import Results
import Scenarios
import Testing

@Suite("Which operations the endpoint offers")
struct OperationProbeTests {
    /// A case that reads, one that needs to suspend, and one that needs it for its set-up.
    private static let cases = """
        scenarios:
          - id: list
            title: Identities can be listed
            steps:
              - call: /user_identities/list
                body: { limit: 1 }
                expect:
                  - status: 200
                    proves: TR-POST-ALL
          - id: suspend
            title: A user can be suspended
            steps:
              - call: /acs/users/suspend
                body: { acs_user_id: 7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01 }
                expect:
                  - status: 200
                    proves: AU-SUSP
          - id: repeat
            title: A suspended user can be suspended
            given:
              - call: /acs/users/suspend
                body: { acs_user_id: 7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01 }
            steps:
              - call: /user_identities/list
                body: { limit: 1 }
                expect:
                  - status: 200
                    proves: AU-SUSP-REPEAT
        """

    /// A run against an endpoint that answers every call of `/acs/users/suspend` so, and what it received.
    private static func run(
        suspend answer: ScriptedServer.Reaction,
        options: RunOptions = RunOptions(probeTimeout: .seconds(30)),
        clock: RunClock = .system,
        profile: RunProfile? = nil
    ) async throws -> (run: TestRun, received: [ScriptedServer.Received]) {
        let script: ScriptedServer.Script = { request, _ in
            switch request.target {
            case "/acs/users/suspend": answer
            case _ where request.isProbe: ScriptedServer.json(TinySeam.refusal, status: "400 Bad Request")
            case "/user_identities/list":
                ScriptedServer.json(#"{"user_identities":[],"pagination":\#(pagination),"ok":true}"#)
            default: TinySeam.reaction(to: request)
            }
        }
        return try await ScriptedServer.run(script, seesProbes: true) { url, server in
            (try await TestRun.run(cases, at: url, options: options, clock: clock, profile: profile), server.received)
        }
    }

    private static let pagination = #"{"has_next_page":false,"next_page_cursor":null,"next_page_url":null}"#

    @Test(
        "What is not offered makes every case that needs it not applicable, with what shows it",
        arguments: [
            ("404 Not Found", "<html>", "404 without an error envelope"),
            ("404 Not Found", #"{"detail":"Not Found"}"#, "404 without an error envelope"),
            ("404 Not Found", #"{"error":"Not Found"}"#, "404 without an error envelope"),
            ("404 Not Found", TinySeam.refusal, "404 as for a path that does not exist"),
            ("405 Method Not Allowed", "{}", "405"), ("501 Not Implemented", TinySeam.refusal, "501"),
            ("500 Oh", "Not-Implemented yet", "500 that says 'not implemented'"),
        ]
    )
    func absent(status: String, body: String, evidence: String) async throws {
        let (run, received) = try await Self.run(suspend: ScriptedServer.json(body, status: status))
        let results = ["list", "suspend", "repeat"].compactMap { run.recorder.record(of: $0)?.result }
        #expect(results.map(\.verdict) == [.passed, .notApplicable, .notApplicable])
        #expect(results.map(\.reason).last == "/acs/users/suspend is not offered: \(evidence)")
        #expect(results.map(\.untested) == [[], ["AU-SUSP"], ["AU-SUSP-REPEAT"]])
        #expect(received.count { $0.target == "/acs/users/suspend" } == 1)
        #expect(run.recorder.record?.conclusion() == .conforms)
    }

    @Test(
        "What answers in any other way is offered",
        arguments: [
            ("404 Not Found", #"{"error":{"type":"acs_user_not_found","message":"no such user"},"ok":false}"#),
            ("404 Not Found", #"{"error":{}}"#), ("400 Bad Request", "{}"), ("500 Oh", "boom"), ("403 No", ""),
            ("200 OK", #"{"ok":true}"#),
        ]
    )
    func present(status: String, body: String) async throws {
        let (run, received) = try await Self.run(suspend: ScriptedServer.json(body, status: status))
        #expect(run.recorder.record(of: "suspend")?.result?.verdict != .notApplicable)
        // What a server error leaves open is asked for once more.
        let count = status.hasPrefix("500") ? 4 : 3
        #expect(received.count { $0.target == "/acs/users/suspend" } == count)
    }

    @Test("A runner looks for what its cases need once, however often it runs them; what is not there stays so")
    func once() async throws {
        let absent = ScriptedServer.json("", status: "404 Not Found")
        let script: ScriptedServer.Script = { request, _ in
            if request.target == "/acs/users/suspend" { return absent }
            return request.isProbe
                ? ScriptedServer.json(TinySeam.refusal, status: "400 Bad Request") : TinySeam.reaction(to: request)
        }
        let (recorder, counts) = try await ScriptedServer.run(script, seesProbes: true) { url, server in
            let runner = Runner(
                endpoint: try Endpoint(url: url, credentials: Credentials(apiKey: TestRun.canaryKey)),
                contract: try TestSuite.contract.get(),
                catalogue: try TestSuite.catalogue.get(),
                options: RunOptions(probeTimeout: .seconds(30))
            )
            let cases = try TestSuite.cases(Self.cases)
            _ = await runner.run(cases, header: .test(), events: { _ in })
            let first = server.received.count(where: \.isProbe)
            let recorder = EventRecorder()
            _ = await runner.run(cases.filter { $0.id != "repeat" }, header: .test(), events: recorder.keep)
            return (recorder, [first, server.received.count(where: \.isProbe)])
        }
        #expect(counts[0] > 0 && counts[0] == counts[1], "\(counts)")
        #expect(recorder.record(of: "suspend")?.result?.verdict == .notApplicable)
    }

    @Test("What gives no answer counts as offered")
    func silent() async throws {
        let (run, _) = try await Self.run(suspend: .close)
        #expect(run.recorder.record(of: "suspend")?.result?.verdict == .error)
    }

    @Test("What is put off is asked for once more at once, counts as offered then, and is not waited for")
    func putOff() async throws {
        let reaction = ScriptedServer.json("{}", status: "429 Too Many Requests", headers: "retry-after: 20\r\n")
        let (run, received) = try await Self.run(suspend: reaction, clock: .virtual())
        #expect(run.recorder.record(of: "suspend")?.result?.verdict == .error)
        #expect(received.count { $0.target == "/acs/users/suspend" && $0.isProbe } == 2)
    }

    @Test("What a profile demands is missing where it is not offered, and named")
    func missing() async throws {
        let profile = RunProfile(name: "core@2026-08", requirements: ["AU-SUSP", "TR-POST-ALL"])
        let (run, _) = try await Self.run(suspend: ScriptedServer.json("", status: "404 Not Found"), profile: profile)
        let record = try #require(run.recorder.record(of: "suspend"))
        #expect(record.result?.verdict == .failed)
        #expect(record.findings.map(\.code) == [Finding.missingOperation])
        #expect(record.findings.first?.requirements == ["AU-SUSP"])
        #expect(record.result?.requirements.map(\.id) == ["AU-SUSP"])
        #expect(record.result?.cause?.operation == "/acs/users/suspend")
        #expect(run.recorder.record(of: "repeat")?.result?.verdict == .notApplicable)
        #expect(run.recorder.record?.conclusion() == .doesNotConform)
    }

    @Test("A run that only reads asks for nothing that writes")
    func readOnly() async throws {
        let absent = ScriptedServer.json("", status: "404 Not Found")
        let (run, received) = try await Self.run(suspend: absent, options: RunOptions(isReadOnly: true))
        #expect(!received.contains { $0.target == "/acs/users/suspend" })
        #expect(run.recorder.record(of: "list")?.result?.verdict == .passed)
    }

    @Test("An operation that only its other method finds is offered, so that what lacks POST shows")
    func aliasAlone() async throws {
        let yaml = """
            scenarios:
              - id: list
                title: Identities can be listed
                steps:
                  - call: /user_identities/list
                    body: { limit: 1 }
                    expect:
                      - status: 200
                        proves: TR-POST-ALL
            """
        let script: ScriptedServer.Script = { request, _ in
            guard request.target == "/user_identities/list" else { return TinySeam.reaction(to: request) }
            let refusal = request.method == "GET" ? "400 Bad Request" : "405 Method Not Allowed"
            return ScriptedServer.json(TinySeam.refusal, status: refusal)
        }
        let run = try await ScriptedServer.run(script, seesProbes: true) { url, _ in
            try await TestRun.run(yaml, at: url)
        }
        #expect(run.recorder.record(of: "list")?.result?.verdict == .failed)
    }

    @Test("Without the other method, the case that is about it fails, and others that use it are skipped")
    func postAlone() async throws {
        let scenarios = [("about", "alias", "TR-ALIAS"), ("using", "alias", "LS-ENV"), ("posting", "post", "LS-ENV")]
        let yaml = scenarios.map { id, method, requirement in
            """
              - id: \(id)
                title: Identities can be listed
                steps:
                  - call: /user_identities/list
                    method: \(method)
                    body: { limit: 1 }
                    expect:
                      - status: 200
                        proves: \(requirement)
            """
        }
        let script: ScriptedServer.Script = { request, _ in
            guard request.target.hasPrefix("/user_identities/list") else { return TinySeam.reaction(to: request) }
            guard request.method == "POST" else {
                return ScriptedServer.json(TinySeam.refusal, status: "405 Method Not Allowed")
            }
            return ScriptedServer.json(#"{"user_identities":[],"pagination":\#(Self.pagination),"ok":true}"#)
        }
        let run = try await ScriptedServer.run(script) { url, _ in
            try await TestRun.run("scenarios:\n" + yaml.joined(separator: "\n"), at: url)
        }
        let results = scenarios.compactMap { run.recorder.record(of: $0.0)?.result }
        #expect(results.map(\.verdict) == [.failed, .skipped, .passed])
        #expect(results[1].reason == "because of GET /user_identities/list: 405")
        #expect(run.recorder.record?.conclusion() == .doesNotConform)
    }

    @Test("Ids and instants that are of no form that the contract knows are sent back as they came")
    func foreignForms() async throws {
        let yaml = """
            scenarios:
              - id: list
                title: What was made before is listed
                given:
                  - call: /user_identities/create
                    body: { full_name: A }
                    save: { id: $.user_identity.user_identity_id, then: $.user_identity.created_at }
                steps:
                  - call: /user_identities/list
                    body: { user_identity_ids: ["${id}"], created_before: "${then}" }
                    expect:
                      - $.user_identities: []
                        proves: LS-BEFORE
            """
        let script: ScriptedServer.Script = { request, _ in
            guard request.target == "/user_identities/create" else { return TinySeam.reaction(to: request) }
            return ScriptedServer.json(
                TinySeam.identity.replacing(TinySeam.id, with: "usr_1")
                    .replacing("2026-01-01T00:00:00.000Z", with: "1767225600")
            )
        }
        let (run, received) = try await ScriptedServer.run(script) { url, server in
            (try await TestRun.run(yaml, at: url), server.received)
        }
        let findings = try #require(run.recorder.record(of: "list")?.findings)
        #expect(!findings.contains { $0.severity == .harness })
        let body = #"{"user_identity_ids":["usr_1"],"created_before":"1767225600"}"#
        #expect(received.contains { $0.target == "/user_identities/list" && $0.body == body })
    }

    @Test("An identity that is made of senseless parameters is deleted before the first case")
    func undoes() async throws {
        let yaml = """
            scenarios:
              - id: create
                title: An identity can be made
                steps:
                  - call: /user_identities/create
                    body: { full_name: "${unique.name}" }
                    expect:
                      - status: 200
                        proves: TR-POST-ALL
            """
        let (run, received) = try await ScriptedServer.run(
            { request, _ in TinySeam.reaction(to: request) },
            seesProbes: true
        ) { url, server in
            let run = try await TestRun.run(yaml, at: url)
            return (run, server.received.filter { !$0.isProbe || $0.target.hasSuffix("/create") }.map(\.target))
        }
        let whole = ["create", "get", "delete"].map { "/user_identities/\($0)" }
        #expect(received == ["/workspaces/get"] + whole + whole + ["/user_identities/list"])
        #expect(run.ending.cleanup == Cleanup(created: 2, deleted: 2))
    }
}
