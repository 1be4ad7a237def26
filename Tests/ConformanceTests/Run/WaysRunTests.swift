import Conformance
import Results
import Scenarios
import Testing

@Suite("Runs that can go several ways")
struct WaysRunTests {
    private static let suite = """
        scenarios:
          - id: needs-a-system
            title: t
            given: [{ use: [by-hand, listed, of-a-user] }]
            steps:
              - call: /acs/users/list
                body: { acs_system_id: "${id}" }
                expect: [{ status: 2xx, proves: LS-FILTER-SYS }]
        blocks:
          - block: by-hand
            gives: { id: "${fixture.acs_system_id}" }
          - block: listed
            steps: [{ call: /acs/systems/list, body: {}, save: { id: "$.acs_systems[0].acs_system_id" } }]
            gives: { id: "${id}" }
          - block: of-a-user
            steps:
              - call: /acs/users/get
                body: { acs_user_id: "\(TinySeam.id)" }
                save: { id: $.acs_user.acs_system_id }
            gives: { id: "${id}" }
        """

    private static let system = "7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a09"

    /// A run against an endpoint that lists systems so; what it sent after the probes.
    private static func run(
        systems: ScriptedServer.Reaction,
        fixture: String? = nil
    ) async throws -> (result: CaseResult?, calls: [String]) {
        let script: ScriptedServer.Script = { request, _ in
            switch request.target {
            case let target where target.hasPrefix("/acs/systems/list"): systems
            case "/acs/users/get" where request.body.contains(TinySeam.id):
                ScriptedServer.json(#"{"acs_user":{"acs_system_id":"\#(system)"},"ok":true}"#)
            case "/acs/users/list" where !request.body.contains(TinySeam.id) && request.body.contains("acs_system_id"):
                ScriptedServer.json(
                    #"{"acs_users":[],"pagination":{"has_next_page":false,"next_page_cursor":null,"#
                        + #""next_page_url":null},"ok":true}"#
                )
            case "/acs/users/get", "/acs/users/list": ScriptedServer.json(TinySeam.refusal, status: "400 Bad Request")
            default: TinySeam.reaction(to: request)
            }
        }
        return try await ScriptedServer.run(script) { url, server in
            var options = RunOptions(concurrency: 1, probeTimeout: .seconds(30))
            if let fixture { try options.fixtures.add("acs_system_id", fixture) }
            let run = try await TestRun.run(suite, at: url, options: options)
            let record = run.recorder.record(of: "needs-a-system")
            return (record?.result, record?.exchanges.map { $0.request.url + ($0.request.body?.text ?? "") } ?? [])
        }
    }

    @Test("the first way that comes about is gone, and the others are not")
    func first() async throws {
        let list = ScriptedServer.json(#"{"acs_systems":[{"acs_system_id":"\#(Self.system)"}],"ok":true}"#)
        let (_, calls) = try await Self.run(systems: list)
        #expect(calls.count == 2)
        #expect(calls.last?.contains(Self.system) == true)
    }

    @Test("a way that does not come about gives way to the next")
    func next() async throws {
        let (result, calls) = try await Self.run(systems: ScriptedServer.json(#"{"acs_systems":[],"ok":true}"#))
        #expect(calls.count == 3)
        #expect(calls.last?.contains(Self.system) == true)
        #expect(result?.verdict != .blocked)
    }

    @Test("a way whose operation is not offered leaves the case applicable, by the next way")
    func absent() async throws {
        let (result, calls) = try await Self.run(systems: ScriptedServer.json("{}", status: "404 Not Found"))
        #expect(calls.last?.contains(Self.system) == true)
        #expect(result?.verdict != .notApplicable)
    }

    @Test("what is named by hand needs no call, and may have any form")
    func named() async throws {
        let absent = ScriptedServer.json("{}", status: "404 Not Found")
        let (result, calls) = try await Self.run(systems: absent, fixture: "front")
        #expect(calls.count == 1)
        #expect(calls.first?.contains(#""acs_system_id":"front""#) == true)
        #expect(result?.verdict != .error)
    }
}
