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
            ("201 Created", #"{"workspace":{"is_sandbox":false}}"#), ("200 OK", #"{"workspace":{"is_sandbox":1}}"#),
            ("200 OK", #"{"workspace":{"is_sandbox":null}}"#), ("200 OK", #"{"workspace":[{"is_sandbox":true}]}"#),
            ("200 OK", #"{"is_sandbox":true}"#), ("200 OK", #"[]"#), ("200 OK", #"null"#),
            ("422 No", #"{"workspace":{"is_sandbox":true}}"#),
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
        "A response that repeats a property proves nothing",
        arguments: [
            #"{"workspace":{"is_sandbox":false,"is_sandbox":true}}"#,
            #"{"workspace":{"is_sandbox":true,"is_sandbox":true}}"#,
            #"{"workspace":{"is_sandbox":false,"is_\u0073andbox":true}}"#,
            #"{"workspace":{"is_sandbox":false},"workspace":{"is_sandbox":true}}"#,
            #"{"ok":true,"workspace":{"is_sandbox":true},"ok":true}"#,
            #"{"workspace":{"name":"a","is_sandbox":true,"name":"b"}}"#,
            #"{"workspace":{"is_sandbox":true},"other":[{"a":1,"a":1}]}"#,
        ]
    )
    func repeatedProperty(body: String) async throws {
        let (run, targets) = try await Self.run(workspace: { _ in ScriptedServer.json(body) })
        #expect(run.ending.reason == .refused)
        #expect(run.ending.message.contains("more than once"))
        #expect(run.ending.message.contains("--allow-production"))
        #expect(targets == ["/workspaces/get"])
        let options = RunOptions(allowsProduction: true)
        let (allowed, _) = try await Self.run(workspace: { _ in ScriptedServer.json(body) }, options: options)
        #expect(allowed.ending.reason == .complete)
    }

    @Test("A second key whose response repeats a property stops the run")
    func repeatedPropertyOfOther() async throws {
        let credentials = Credentials(apiKey: TestRun.canaryKey, otherAPIKey: "seam_testCANARY_other")
        let (run, _) = try await Self.run(
            workspace: { request in
                request.head.contains("seam_testCANARY_other")
                    ? ScriptedServer.json(#"{"workspace":{"workspace_id":"w2","is_sandbox":false,"is_sandbox":true}}"#)
                    : ScriptedServer.json(#"{"workspace":{"workspace_id":"w1","is_sandbox":true},"ok":true}"#)
            },
            credentials: credentials
        )
        #expect(run.ending.reason == .refused)
        #expect(run.ending.message.contains("of other-workspace"))
    }

    @Test(
        "Trouble in asking is no refusal, and never leads to the advice to allow production",
        arguments: [
            ("429 Slow", "application/json", #"{"error":{"type":"rate_limited"}}"#),
            ("408 Late", "application/json", "{}"), ("425 Early", "application/json", "{}"),
            ("500 Oh", "text/html", "<html>"), ("502 Bad", "text/html", "<html>"), ("503 Oh", "application/json", "{}"),
            ("504 Oh", "application/json", "{}"), ("200 OK", "text/html", "<html>"),
            ("200 OK", "application/json", #"{"workspace":{"is_sandbox":true"#), ("400 Bad", "text/html", "<html>"),
            ("418 Pot", "text/plain", "no"), ("200 OK", "application/json", ""),
        ]
    )
    func trouble(status: String, type: String, body: String) async throws {
        let head = "HTTP/1.1 \(status)\r\ncontent-type: \(type)\r\ncontent-length: \(body.utf8.count)\r\n\r\n"
        let (run, targets) = try await Self.run(workspace: { _ in .send(head + body) })
        #expect(run.ending.reason == .unreachable)
        #expect(!run.ending.message.contains("--allow-production"))
        #expect(run.ending.message.hasPrefix("/workspaces/get answered \(status.prefix(3)) (\(type))"))
        #expect(Set(targets) == ["/workspaces/get"])
    }

    @Test("No response to the question is no refusal either")
    func noResponse() async throws {
        let (run, _) = try await Self.run(workspace: { _ in .close })
        #expect(run.ending.reason == .unreachable)
        #expect(!run.ending.message.contains("--allow-production"))
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
