import Foundation
import Results
import Testing

@testable import Conformance

/// What the checks of every response find is told once for each operation and requirement, and never of a case.
struct EveryResponseTests {
    private static let readTwice = """
        scenarios:
          - id: first
            title: An identity can be read
            steps:
              - call: /user_identities/get
                body: { user_identity_id: 7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01 }
                expect: [{ $.user_identity.full_name: "A", proves: UI-SCHEMA-BASE }]
          - id: second
            title: An identity can be read again
            steps:
              - call: /user_identities/get
                body: { user_identity_id: 7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01 }
                expect: [{ $.user_identity.created_at: { same-instant-as: "2026-01-01T00:00:00Z" }, proves: UI-ID-IMMUT }]
        """

    private static func run(
        _ scenario: String,
        changing change: @escaping @Sendable (ScriptedServer.Received) -> ScriptedServer.Reaction?
    ) async throws -> (recorder: EventRecorder, ending: RunEnding) {
        let run = try await ScriptedServer.run({ request, _ in change(request) ?? TinySeam.reaction(to: request) }) {
            url,
            _ in
            try await TestRun.run(scenario, at: url)
        }
        return (run.recorder, run.ending)
    }

    @Test("One thing that is wrong with every response fails one case, which counts the responses and names who saw it")
    func oneCase() async throws {
        let body = TinySeam.identity.replacing("\"ok\":true", with: "\"ok\":1")
        let (recorder, _) = try await Self.run(Self.readTwice) { request in
            request.target == "/user_identities/get" ? ScriptedServer.json(body) : nil
        }
        let failed = try #require(recorder.record?.cases.filter { $0.result?.verdict == .failed })
        #expect(failed.map(\.header.id).contains("every-response[/user_identities/get,TR-OK-TRUE]"))
        #expect(failed.allSatisfy { EveryResponse.isOne($0.header.id) })
        let record = try #require(recorder.response(of: "/user_identities/get", "TR-OK-TRUE"))
        #expect(record.result?.requirements.map(\.weighed) == [2])
        #expect(record.result?.requirements.map(\.broken) == [2])
        #expect(Set(record.result?.witnesses ?? []) == ["first", "second"])
        #expect(record.findings.count == 1)
        #expect(record.rerunID == record.result?.witnesses.first)
    }

    @Test("A value in a form that the contract forbids is told as that, and not as what a scenario expects of it")
    func explained() async throws {
        let body = TinySeam.identity.replacing("\"created_at\":\"", with: "\"created_at\":\"on ")
        let (recorder, _) = try await Self.run(Self.readTwice) { request in
            request.target == "/user_identities/get" ? ScriptedServer.json(body) : nil
        }
        #expect(recorder.record(of: "second")?.result?.verdict == .blocked)
        #expect(!recorder.findings.flatMap(\.requirements).contains("UI-ID-IMMUT"))
        #expect(
            recorder.record?.cases.contains {
                EveryResponse.isOne($0.header.id) && $0.result?.verdict != .passed && !$0.findings.isEmpty
            } == true
        )
    }

    @Test("Responses to cleanup are not judged")
    func cleanup() async throws {
        let scenario = """
            scenarios:
              - id: make
                title: An identity can be made
                steps:
                  - call: /user_identities/create
                    body: { full_name: "${unique.name}" }
                    expect: [{ status: 200, proves: TR-STATUS-200 }]
            """
        let (recorder, _) = try await Self.run(scenario) { request in
            request.target == "/user_identities/delete"
                ? ScriptedServer.json("gone", status: "404 Not Found") : nil
        }
        #expect(recorder.findings.isEmpty)
        #expect(recorder.response(of: "/user_identities/delete", "TR-ERR-ENVELOPE") == nil)
    }

    @Test(
        "The cases follow from contract and catalogue: what no response shows is skipped, and the same cases are there"
    )
    func planned() async throws {
        let (recorder, _) = try await Self.run(Self.readTwice) { _ in nil }
        let record = try #require(recorder.response(of: "/user_identities/get", "TR-ERR-ENVELOPE"))
        #expect(record.result?.verdict == .skipped)
        #expect(record.result?.untested == ["TR-ERR-ENVELOPE"])
        let (other, _) = try await Self.run(Self.readTwice) { request in
            request.target == "/user_identities/get"
                ? ScriptedServer.json(TinySeam.refusal, status: "404 Not Found") : nil
        }
        let ids = { (recorder: EventRecorder) in Set(recorder.record?.cases.map(\.header.id) ?? []) }
        #expect(ids(recorder) == ids(other))
    }

    @Test("A must that was found broken outranks the trouble that comes after it")
    func mustFirst() async throws {
        let scenario = """
            scenarios:
              - id: break-then-fall
                title: Something breaks before the connection does
                steps:
                  - call: /user_identities/get
                    body: { user_identity_id: 7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01 }
                    expect: [{ $.user_identity.full_name: "Z", proves: UI-SCHEMA-BASE }]
                  - call: /user_identities/list
                    body: {}
                    expect: [{ status: 200, proves: TR-STATUS-200 }]
            """
        let (recorder, _) = try await Self.run(scenario) { request in
            request.target == "/user_identities/list"
                ? .send("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{", thenClose: true) : nil
        }
        #expect(recorder.record(of: "break-then-fall")?.result?.verdict == .failed)
        #expect(recorder.record?.conclusion() == .doesNotConform)
    }
}
