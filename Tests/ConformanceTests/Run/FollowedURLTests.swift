import Conformance
import Results
import Testing

@Suite("Following a URL that the endpoint gave")
struct FollowedURLTests {
    private static let follow = """
        scenarios:
          - id: follow
            title: The next page is where the endpoint says
            proves: LS-NEXT-URL
            steps:
              - call: /user_identities/list
                body: { limit: 1 }
                save: { next: $.pagination.next_page_url }
                expect:
                  - status: 2xx
              - name: the next page
                url: ${next}
                expect:
                  - $.user_identities: [1]
        """

    @Test("It is asked for by GET with the key, as it was given, and what it gives is judged")
    func followed() async throws {
        let (run, received) = try await Self.run { "\($0)/user_identities/list?page_cursor=a%2Bb&limit=1" }
        let asked = try #require(received.last)
        #expect(asked.method == "GET")
        #expect(asked.target == "/user_identities/list?page_cursor=a%2Bb&limit=1")
        #expect(asked.head.contains(TestRun.canaryKey))
        let finding = try #require(run.recorder.record(of: "follow")?.findings.first)
        #expect(finding.step == "the next page")
        #expect(finding.requirements == ["LS-NEXT-URL"])
    }

    @Test("Where it leads elsewhere nothing is sent, which is noted and held against nobody")
    func elsewhere() async throws {
        let foreign = try await ScriptedServer.run({ request, _ in TinySeam.reaction(to: request) }) { other, server in
            let (run, received) = try await Self.run { _ in "\(other)/user_identities/list?page_cursor=a" }
            #expect(run.recorder.record(of: "follow")?.result?.verdict == .passed)
            #expect(received.count { $0.target.hasPrefix("/user_identities/list") && !$0.isProbe } == 1)
            #expect(
                run.recorder.events.contains {
                    if case .noted(_, let text) = $0 { text.contains("was passed over") } else { false }
                }
            )
            return server.received
        }
        #expect(foreign.isEmpty)
    }

    @Test("Where it leads to an operation that changes something nothing is sent: some servers delete by GET")
    func changing() async throws {
        let (run, received) = try await Self.run { "\($0)/user_identities/delete?user_identity_id=1" }
        #expect(run.recorder.record(of: "follow")?.result?.verdict == .passed)
        #expect(!received.contains { $0.target.hasPrefix("/user_identities/delete") && !$0.isProbe })
    }

    @Test("Without one the step is passed over")
    func null() async throws {
        let (run, _) = try await Self.run { _ in nil }
        #expect(run.recorder.record(of: "follow")?.result?.verdict == .passed)
    }

    /// A run against a server that gives the URL which is made from its own.
    private static func run(
        giving url: @escaping @Sendable (String) -> String?
    ) async throws -> (TestRun, [ScriptedServer.Received]) {
        let script: ScriptedServer.Script = { request, _ in
            guard request.target.hasPrefix("/user_identities/list") else { return TinySeam.reaction(to: request) }
            let host = request.head.firstMatch(of: /(?i)host: *([^\r\n]+)/).map { String($0.1) } ?? ""
            let next = url("http://\(host)").map { "\"\($0)\"" } ?? "null"
            return ScriptedServer.json(
                #"{"user_identities":[],"pagination":{"has_next_page":true,"next_page_cursor":"a","#
                    + #""next_page_url":\#(next)},"ok":true}"#
            )
        }
        return try await ScriptedServer.run(script) { url, server in
            (try await TestRun.run(follow, at: url), server.received)
        }
    }
}
