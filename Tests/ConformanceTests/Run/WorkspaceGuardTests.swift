import Conformance
import Results
import Testing

@Suite("Whose workspaces a run goes to")
struct WorkspaceGuardTests {
    private static let cases = """
        scenarios:
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
                  - status: 200
                    proves: TR-POST-ALL
        """

    /// A run against an endpoint that answers `/workspaces/get` so, and the targets that it received.
    private static func run(
        workspace: @escaping @Sendable (ScriptedServer.Received) -> ScriptedServer.Reaction,
        credentials: Credentials = Credentials(apiKey: TestRun.canaryKey),
        options: RunOptions = RunOptions()
    ) async throws -> (run: TestRun, targets: [String]) {
        try await ScriptedServer.run({ request, _ in
            request.target == "/workspaces/get" ? workspace(request) : TinySeam.reaction(to: request)
        }) { url, server in
            let run = try await TestRun.run(cases, at: url, credentials: credentials, options: options)
            return (run, server.received.map(\.target))
        }
    }

    @Test("A credential that is rejected stops the run, and the message names its variable", arguments: [401, 403])
    func rejected(status: Int) async throws {
        let reject: @Sendable (ScriptedServer.Received) -> ScriptedServer.Reaction = { _ in
            ScriptedServer.json(TinySeam.refusal, status: "\(status) No")
        }
        let options = RunOptions(allowsProduction: true)
        let (run, targets) = try await Self.run(workspace: reject, options: options)
        #expect(run.ending.reason == .refused)
        #expect(run.ending.message == "SEAM_API_KEY was rejected with \(status) (check the key, and SEAM_ENDPOINT)")
        #expect(targets == ["/workspaces/get"])
        let token = Credentials(personalAccessToken: TestRun.canaryKey, workspaceID: "w")
        let (other, _) = try await Self.run(workspace: reject, credentials: token)
        #expect(other.ending.message.hasPrefix("SEAM_PERSONAL_ACCESS_TOKEN was rejected with \(status)"))
    }

    @Test("An endpoint that answers 404 to everything is no endpoint")
    func nothingThere() async throws {
        let run = try await ScriptedServer.run({ _, _ in ScriptedServer.json("{}", status: "404 Not Found") }) {
            url,
            _ in try await TestRun.run(Self.cases, at: url)
        }
        #expect(run.ending.reason == .refused)
        #expect(run.ending.message == "the endpoint answers 404 to everything (check the base path)")
        #expect(run.recorder.record?.cases.isEmpty == true)
    }

    @Test(
        "A workspace that does not say in so many words that it is a sandbox is left alone",
        arguments: [
            ("200 OK", #"{"workspace":{"is_sandbox":"false"}}"#), ("200 OK", #"{"workspace":{"is_sandbox":0}}"#),
            ("200 OK", #"{"workspace":{"is_sandbox":"true"}}"#), ("200 OK", #"{"workspace":{}}"#),
            ("201 Created", #"{"workspace":{"is_sandbox":false}}"#),
        ]
    )
    func failsClosed(status: String, body: String) async throws {
        let answer = ScriptedServer.json(body, status: status)
        let (run, targets) = try await Self.run(workspace: { _ in answer })
        #expect(run.ending.reason == .refused)
        #expect(run.ending.message.contains("--allow-production"))
        #expect(targets == ["/workspaces/get"])
        let (allowed, _) = try await Self.run(workspace: { _ in answer }, options: RunOptions(allowsProduction: true))
        #expect(allowed.ending.reason == .complete)
        #expect(allowed.recorder.notes.contains { $0.contains("sandbox") })
    }

    @Test(
        "A server error, a page for people and a redirect are told as what they are, unless the user wants to go on",
        arguments: [
            (
                "500 Oh", #"{"a":1}"#, RunEnding.Reason.unreachable,
                #"/workspaces/get answered 500 (application/json): {"a":1}"#
            ),
            ("503 Oh", "", .unreachable, "/workspaces/get answered 503 (application/json): no body"),
            ("200 OK", "<html>", .unreachable, "/workspaces/get answered 200 (application/json): <html>"),
            (
                "302 Found\r\nlocation: https://elsewhere.example/a", "{}", .refused,
                "/workspaces/get answered 302, a redirect to https://elsewhere.example/a "
                    + "(set SEAM_ENDPOINT to where the API itself is)"
            ),
        ]
    )
    func outage(status: String, body: String, reason: RunEnding.Reason, message: String) async throws {
        let answer = ScriptedServer.json(body, status: status)
        let (run, targets) = try await Self.run(workspace: { _ in answer })
        #expect(run.ending.reason == reason)
        #expect(run.ending.message == message)
        #expect(Set(targets) == ["/workspaces/get"])
        let (allowed, _) = try await Self.run(workspace: { _ in answer }, options: RunOptions(allowsProduction: true))
        #expect(allowed.ending.reason == .complete)
        #expect(allowed.recorder.notes.contains(message))
    }

    @Test(
        "A second key that is rejected or opens the same workspace skips its cases with that reason",
        arguments: [
            ("401 Unauthorized", "{}", "SEAM_OTHER_API_KEY was rejected with 401"),
            (
                "200 OK", #"{"workspace":{"workspace_id":"w1","is_sandbox":true},"ok":true}"#,
                "SEAM_OTHER_API_KEY opens the same workspace"
            ),
        ]
    )
    func uselessKey(status: String, body: String, reason: String) async throws {
        let credentials = Credentials(apiKey: TestRun.canaryKey, otherAPIKey: "seam_testCANARY_other")
        let (run, _) = try await Self.run(
            workspace: { request in
                request.head.contains("seam_testCANARY_other")
                    ? ScriptedServer.json(body, status: status)
                    : ScriptedServer.json(#"{"workspace":{"workspace_id":"w1","is_sandbox":true},"ok":true}"#)
            },
            credentials: credentials
        )
        let result = run.recorder.record(of: "elsewhere")?.result
        #expect(result?.verdict == .skipped)
        #expect(result?.reason.contains(reason) == true)
        #expect(run.recorder.record(of: "write")?.result?.verdict == .passed)
    }

    @Test("A second key of another workspace is used")
    func usefulKey() async throws {
        let credentials = Credentials(apiKey: TestRun.canaryKey, otherAPIKey: "seam_testCANARY_other")
        let (run, _) = try await Self.run(
            workspace: { request in
                let id = request.head.contains("seam_testCANARY_other") ? "w2" : "w1"
                return ScriptedServer.json(#"{"workspace":{"workspace_id":"\#(id)","is_sandbox":true},"ok":true}"#)
            },
            credentials: credentials
        )
        #expect(run.recorder.record(of: "elsewhere")?.result?.verdict == .passed)
    }
}
