import Conformance
import ReferenceServer
import Results
import Synchronization
import Testing

@Suite("Rounds of a case")
struct RoundTests {
    private static let race = """
        scenarios:
          - id: race
            title: One of four wins
            rounds: 3
            values: { key: "${unique.key}", name: "${unique.name}" }
            steps:
              - call: /user_identities/create
                body: { user_identity_key: "${key}", full_name: "${name}" }
                parallel: 4
                expect:
                  - outcomes: { accepted: 1, rejected: rest }
                    proves: UI-UNIQ-RACE
              - call: /user_identities/list
                body: { search: "${name}" }
                expect:
                  - $.user_identities: { count: 1 }
                    proves: UI-UNIQ-RACE
        """

    @Test("Each round has fresh values and cleans up after itself, until the last")
    func allRounds() async throws {
        try await ReferenceRunTests.withServer { address, description in
            let run = try await TestRun.run(Self.race, at: address.url, credentials: .reference(description))
            let record = try #require(run.recorder.record(of: "race"))
            #expect(record.result?.verdict == .passed)
            #expect(record.result?.requirements.first { $0.id == "UI-UNIQ-RACE" }?.weighed == 6)
            let rounds = record.exchanges.split { $0.phase == .cleanup }
            #expect(rounds.map(\.count) == [5, 5, 5])
            #expect(run.ending.cleanup == Cleanup(created: 3, deleted: 3))
            #expect(rounds.map { $0.last?.step } == (1...3).map { "user_identities.list (round \($0))" })
            #expect(Set(rounds.map { $0.last?.request.body?.text }).count == 3)
            #expect(record.exchanges.map(\.ordinal) == Array(1...record.exchanges.count))
        }
    }

    @Test("The first round that finds something is the last")
    func stopsAtFinding() async throws {
        let fault = try #require(Fault.named("accept-second-key"))
        try await ReferenceRunTests.withServer(faults: [fault]) { address, description in
            let run = try await TestRun.run(Self.race, at: address.url, credentials: .reference(description))
            let record = try #require(run.recorder.record(of: "race"))
            #expect(record.result?.verdict == .failed)
            #expect(record.exchanges.filter { $0.phase == .steps }.count == 5)
        }
    }

    @Test("What goes wrong between copies is told with who was told what, there and in the steps after it")
    func timeline() async throws {
        let creates = Mutex(0)
        let script: ScriptedServer.Script = { request, _ in
            guard request.target == "/user_identities/create" else { return TinySeam.reaction(to: request) }
            let number = creates.withLock { count in
                count += 1
                return count
            }
            let refused = ScriptedServer.json(TinySeam.refusal, status: "409 Conflict")
            return number <= 2 ? ScriptedServer.json(TinySeam.identity) : refused
        }
        let run = try await ScriptedServer.run(script) { url, _ in try await TestRun.run(Self.race, at: url) }
        let findings = try #require(run.recorder.record(of: "race")).findings.filter {
            $0.requirements == ["UI-UNIQ-RACE"]
        }
        #expect(findings.map(\.code) == ["expectation.outcomes", "expectation.body"])
        #expect(findings.first?.actual.hasPrefix("2 accepted – at once: #") == true)
        #expect(findings.last?.actual.contains(" – at once: #") == true)
        for finding in findings {
            #expect(finding.actual.matches(of: /#[0-3] \+\d+\.\d→\d+\.\d ms 200 [0-9a-f]{8}/).count == 2)
            #expect(finding.actual.matches(of: /#[0-3] \+\d+\.\d→\d+\.\d ms 409 not_found/).count == 2)
        }
    }
}
