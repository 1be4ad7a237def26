import Conformance
import ReferenceServer
import Results
import SeamContract
import Testing
import Timestamps

/// Runs against the reference server.
@Suite("A run against the reference server")
struct ReferenceRunTests {
    private static let create = """
        scenarios:
          - id: create-and-read
            title: What was created can be read
            values: { name: "${unique.name}" }
            given:
              - call: /user_identities/create
                body: { full_name: "${name}", email_address: "${unique.email}" }
                save: { id: $.user_identity.user_identity_id }
            steps:
              - call: /user_identities/get
                method: alias
                body: { user_identity_id: "${id}" }
                expect:
                  - $.user_identity.full_name: "${name}"
                    proves: UI-SCHEMA-BASE
        """

    @Test("A correct server passes, and nothing is left of what the case made")
    func passes() async throws {
        try await Self.withServer { address, description in
            let run = try await TestRun.run(Self.create, at: address.url, credentials: .reference(description))
            let record = try #require(run.recorder.record(of: "create-and-read"))
            #expect(run.ending.reason == .complete)
            #expect(record.findings.isEmpty)
            #expect(record.result?.verdict == .passed)
            #expect(record.exchanges.map(\.phase) == [.given, .steps, .cleanup, .cleanup])
            #expect(record.exchanges[1].request.method == "GET")
            #expect(record.exchanges[1].request.url.hasSuffix("&_strict=true"))
            #expect(record.exchanges.suffix(2).map(\.operation) == ["/user_identities/get", "/user_identities/delete"])
            #expect(run.recorder.notes.isEmpty)
            #expect(run.ending.cleanup == Cleanup(created: 1, deleted: 1))
            let named = run.recorder.response(of: "/user_identities/create", "TR-REQID")
            #expect(named?.result?.verdict == .passed)
            #expect(named?.result?.requirements.map(\.weighed) == [1])
        }
    }

    @Test(
        "A server that drops acs_user_ids fails one case of that operation, with the right requirement named"
    )
    func namesRequirement() async throws {
        let fault = try #require(Fault.all.first { $0.id == "drop-acs-user-ids" })
        try await Self.withServer(faults: [fault]) { address, description in
            let run = try await TestRun.run(Self.create, at: address.url, credentials: .reference(description))
            #expect(run.recorder.record(of: "create-and-read")?.result?.verdict == .passed)
            let broken = try #require(run.recorder.record?.cases.filter { $0.result?.verdict == .failed })
            #expect(broken.map(\.header.id) == ["every-response[/user_identities/create,UI-SCHEMA-BASE]"])
            let record = try #require(broken.first)
            #expect(record.result?.witnesses == ["create-and-read"])
            #expect(record.exchanges.map(\.ordinal) == [1])
            #expect(record.findings.map(\.requirements) == [["UI-SCHEMA-BASE"]])
            #expect(record.findings.first?.place == "/user_identity/acs_user_ids")
            #expect(record.findings.first?.actual == "absent")
        }
    }

    /// Runs a body beside a reference server.
    static func withServer(
        faults: [Fault] = [],
        _ body: @Sendable @escaping (ServerAddress, ServerDescription) async throws -> Void
    ) async throws {
        let server = ReferenceServer(contract: try TestSuite.contract.get(), faults: faults, now: RunClock.system.now)
        try await server.withRunning { address in
            try await body(address, server.description(at: address))
        }
    }
}

extension Credentials {
    /// The credentials of a reference server.
    static func reference(_ description: ServerDescription) -> Credentials {
        Credentials(
            apiKey: description.workspaces.first?.apiKey,
            personalAccessToken: description.personalAccessToken,
            workspaceID: description.workspaces.first?.id,
            otherAPIKey: description.workspaces.dropFirst().first?.apiKey
        )
    }
}
