import Conformance
import ReferenceServer
import Results
import Scenarios
import SeamContract
import Synchronization
import Testing

@Suite("The bundled suite against the reference server")
struct ReferenceServerJudgementTests {
    @Test("a correct server passes every case, nothing is left out, and nothing is left behind")
    func correctServerPasses() async throws {
        let record = try await judge(faults: [])
        #expect(record.cases.count == (try BundledFiles.library().cases.count))
        for item in record.cases where item.result?.verdict != .passed {
            Issue.record("\(item.summary)")
        }
        #expect(record.notes.map(\.message) == [])
        #expect(record.ending?.reason == .complete)
    }

    @Test(
        "a server with a deliberate breach fails, and the requirement is named",
        arguments: ["drop-acs-user-ids", "accept-second-email"]
    )
    func breachIsNamed(id: String) async throws {
        let fault = try #require(Fault.named(id))
        let record = try await judge(faults: [fault]) { $0.requirementIDs.contains(fault.requirement) }
        #expect(record.cases.contains { $0.result?.verdict == .failed })
        #expect(record.cases.contains { $0.findings.contains { $0.requirements.contains(fault.requirement) } })
    }

    /// What becomes of a server with these faults under the cases that are asked for.
    private func judge(
        faults: [Fault],
        where isAskedFor: @Sendable (Case) -> Bool = { _ in true }
    ) async throws -> RunRecord {
        let contract = try BundledFiles.contract()
        let catalogue = try BundledFiles.catalogue()
        let library = try BundledFiles.library()
        let cases = library.cases.filter(isAskedFor)
        let server = ReferenceServer(contract: contract, faults: faults, now: RunClock.system.now)
        let events = EventCollector()
        try await server.withRunning { address in
            let endpoint = try Endpoint(url: address.url, credentials: Credentials(server.description(at: address)))
            let runner = Runner(endpoint: endpoint, contract: contract, catalogue: catalogue)
            let header = RunHeader(
                id: "00000000-0000-7000-8000-000000000000",
                startedAt: RunClock.system.now(),
                endpoint: address.url,
                isEmbedded: true,
                contract: Provenance(origin: contract.file, fingerprint: contract.fingerprint),
                suite: Provenance(origin: "bundled", fingerprint: library.fingerprint),
                version: "test",
                seed: 1,
                caseCount: cases.count,
                labels: []
            )
            _ = await runner.run(cases, header: header) { events.add($0) }
        }
        return try #require(RunRecord(events: events.all))
    }
}

/// Keeps the events of a run.
private final class EventCollector: Sendable {
    private let events = Mutex<[RunEvent]>([])

    /// All events, in the order they were told.
    var all: [RunEvent] { events.withLock(\.self) }

    /// Keeps one more.
    func add(_ event: RunEvent) {
        events.withLock { $0.append(event) }
    }
}

extension Credentials {
    /// All that a reference server hands out.
    fileprivate init(_ server: ServerDescription) {
        self.init(
            apiKey: server.workspaces.first?.apiKey,
            personalAccessToken: server.personalAccessToken,
            workspaceID: server.workspaces.first?.id,
            otherAPIKey: server.workspaces.last?.apiKey
        )
    }
}

extension CaseRecord {
    /// The case, its verdict and the findings behind it, for the message of a failed test.
    fileprivate var summary: String {
        let verdict = result.map { "\($0.verdict.rawValue) \($0.reason)" } ?? "no verdict"
        let findings = findings.map {
            "\($0.requirements) \($0.code) \($0.step) \($0.message): \($0.expected), \($0.actual)"
        }
        return ([header.id + ": " + verdict] + findings).joined(separator: "\n  ")
    }
}
