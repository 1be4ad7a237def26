import Conformance
import Results
import Testing

@Suite("What is looked at before a run")
struct RunGuardTests {
    private static let read = """
        scenarios:
          - id: read
            title: An identity can be read
            requires: [entrance]
            steps:
              - call: /user_identities/get
                body: { user_identity_id: 7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01 }
                expect:
                  - status: 200
                    proves: TR-POST-ALL
          - id: write
            title: An identity can be made
            steps:
              - call: /user_identities/create
                body: {}
                expect:
                  - status: 200
                    proves: TR-POST-ALL
          - id: elsewhere
            title: Another workspace
            requires: [other-workspace]
            steps:
              - call: /user_identities/get
                as: other-workspace
                body: { user_identity_id: 7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01 }
                expect:
                  - rejected: true
                    proves: TR-ERR-ENVELOPE
        """

    @Test("A workspace that is no sandbox is left alone, and the message says what allows it")
    func refusesProduction() async throws {
        let (run, received) = try await ScriptedServer.run({ _, _ in TinySeam.workspace(isSandbox: false) }) {
            url,
            server in
            (try await TestRun.run(Self.read, at: url), server.received)
        }
        #expect(run.ending.reason == .refused)
        #expect(run.ending.message.contains("--allow-production"))
        #expect(received.map(\.target) == ["/workspaces/get"])
        #expect(run.recorder.record?.cases.isEmpty == true)
    }

    @Test("It is used when that is allowed, and said so")
    func allowsProduction() async throws {
        let options = RunOptions(allowsProduction: true)
        let run = try await ScriptedServer.run({ request, _ in
            request.target == "/workspaces/get" ? TinySeam.workspace(isSandbox: false) : TinySeam.reaction(to: request)
        }) { url, _ in try await TestRun.run(Self.read, at: url, options: options) }
        #expect(run.ending.reason == .complete)
        #expect(run.recorder.notes.contains { $0.contains("is no sandbox") })
    }

    @Test("An endpoint that does not offer the question is used all the same, unless it is Seam's own")
    func unknownSandbox() async throws {
        let run = try await ScriptedServer.run({ request, _ in
            request.target == "/workspaces/get"
                ? ScriptedServer.json("{}", status: "404 Not Found") : TinySeam.reaction(to: request)
        }) { url, _ in try await TestRun.run(Self.read, at: url) }
        #expect(run.ending.reason == .complete)
        let hosts = [
            "https://connect.getseam.com", "https://seam.co/x", "https://evilgetseam.com", "http://127.0.0.1:1",
        ]
        let own = try hosts.map { try Endpoint(url: $0, credentials: Credentials(apiKey: "k")).isSeamsOwn }
        #expect(own == [true, true, false, false])
    }

    @Test("What the target lacks skips a case, and what it does not offer is not applicable")
    func capabilities() async throws {
        let run = try await ScriptedServer.run({ request, _ in TinySeam.reaction(to: request) }) { url, _ in
            try await TestRun.run(Self.read, at: url)
        }
        let verdicts = ["read", "write", "elsewhere"].map { run.recorder.record(of: $0)?.result?.verdict }
        #expect(verdicts == [.notApplicable, .passed, .skipped])
        #expect(run.recorder.record(of: "elsewhere")?.result?.reason.contains("SEAM_OTHER_API_KEY") == true)
        let empty = try await ScriptedServer.run({ request, _ in
            request.target == "/acs/entrances/list"
                ? ScriptedServer.json(#"{"acs_entrances":[],"ok":true}"#) : TinySeam.reaction(to: request)
        }) { url, _ in try await TestRun.run(Self.read, at: url) }
        #expect(empty.recorder.record(of: "read")?.result?.verdict == .skipped)
    }

    @Test("When only reading is allowed, cases that write are skipped and nothing else is sent")
    func readOnly() async throws {
        let (run, received) = try await ScriptedServer.run({ request, _ in TinySeam.reaction(to: request) }) {
            url,
            server in
            (try await TestRun.run(Self.read, at: url, options: RunOptions(isReadOnly: true)), server.received)
        }
        #expect(run.recorder.record(of: "write")?.result?.verdict == .skipped)
        #expect(!received.contains { $0.target == "/user_identities/create" })
    }

    @Test("Nobody there ends the run before any case")
    func unreachable() async throws {
        let run = try await TestRun.run(Self.read, at: ScriptedServer.nobody)
        #expect(run.ending.reason == .unreachable)
        #expect(run.ending.message == "nobody listens at http://127.0.0.1:9 (connection refused)")
        #expect(run.recorder.record?.cases.isEmpty == true)
    }

    @Test("Three cases in a row without any answer stop the run")
    func stops() async throws {
        let cases = (1...6).map { number in
            """
              - id: case-\(number)
                title: Number \(number)
                steps:
                  - call: /user_identities/create
                    body: {}
                    expect:
                      - status: 200
                        proves: TR-POST-ALL
            """
        }
        let yaml = "scenarios:\n" + cases.joined(separator: "\n")
        let run = try await ScriptedServer.run({ request, _ in
            request.target == "/workspaces/get" ? TinySeam.workspace() : .close
        }) { url, _ in try await TestRun.run(yaml, at: url, options: RunOptions(concurrency: 1)) }
        #expect(run.ending.reason == .unreachable)
        #expect(run.ending.message.hasPrefix("three cases in a row got no whole answer"))
        #expect(run.recorder.record?.cases.count == 3)
        #expect(run.recorder.record?.cases.allSatisfy { $0.result?.verdict == .error } == true)
        let cleanup = try #require(run.ending.cleanup)
        #expect(cleanup.created == 3 && cleanup.left == 3)
        #expect(cleanup.leftovers.map(\.namespace) == ["/user_identities"])
    }

    @Test(
        "An endpoint of another form is refused with what to write instead",
        arguments: [
            ("connect.getseam.com", "not an absolute URL"), ("ftp://h", "another scheme than http:// and https://"),
            ("https://a:b@h", "leave them out"), ("https://h/?a=1", "has a query"), ("", "not an absolute URL"),
        ]
    )
    func endpoints(url: String, message: String) {
        let error = #expect(throws: EndpointError.self) {
            try Endpoint(url: url, credentials: Credentials(apiKey: "k"))
        }
        #expect(error?.description.contains(message) == true)
    }

    @Test("Without a credential nothing is asked, and a base path is kept")
    func credentials() throws {
        #expect(throws: EndpointError.nothingToShow) {
            try Endpoint(url: "http://h", credentials: Credentials(apiKey: ""))
        }
        #expect(throws: EndpointError.tokenWithoutWorkspace) {
            try Endpoint(url: "http://h", credentials: Credentials(personalAccessToken: "t"))
        }
        #expect(throws: EndpointError.workspaceWithoutToken) {
            try Endpoint(url: "http://h", credentials: Credentials(workspaceID: "w"))
        }
        #expect(try Endpoint(url: "http://h/seam/", credentials: Credentials(apiKey: "k")).url == "http://h/seam")
    }
}
