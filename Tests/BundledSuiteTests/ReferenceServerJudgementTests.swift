import Conformance
import Proof
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
        let record = try await judge(faults: [], by: .system)
        let own = record.cases.filter { !EveryResponse.isOne($0.header.id) }
        #expect(own.count == (try BundledFiles.read().library.cases.count))
        for item in own where item.result?.verdict != .passed { Issue.record("\(item.summary)") }
        let responses = record.cases.filter { EveryResponse.isOne($0.header.id) }
        #expect(responses.allSatisfy { [.passed, .skipped].contains($0.result?.verdict) })
        #expect(responses.count { $0.result?.verdict == .passed } > 500)
        #expect(record.notes.map(\.message) == [])
        #expect(record.ending?.reason == .complete)
        let cleanup = try #require(record.ending?.cleanup)
        #expect(cleanup.created > 1000 && cleanup.deleted == cleanup.created)
        #expect(cleanup.leftovers == [])
    }

    @Test(
        "over the network too, a server with a deliberate breach is caught by the requirement it breaks",
        arguments: [
            "missing-request-id", "error-as-text", "plus-stays-plus", "header-names-in-one-case", "cut-off-body",
            "accept-any-email", "session-creates-identities", "created-before-key", "words-for-json",
            "accept-second-email", "stale-mirror",
        ]
    )
    func breachIsNamed(id: String) async throws {
        let fault = try #require(Fault.named(id))
        let files = try BundledFiles.read()
        let proving = Set(files.library.cases.filter { $0.requirementIDs.contains(fault.requirement) }.map(\.id))
        let level = files.catalogue[fault.requirement]?.level
        let record = try await judge(faults: [fault], by: .hurried) { item in
            proving.isEmpty
                ? item.scenario.area == "transport" || item.scenario.id.hasPrefix("access-user-delete")
                : proving.contains(item.id)
        }
        let findings = record.cases.flatMap(\.findings).filter { $0.requirements.contains(fault.requirement) }
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { ($0.severity == .must) == (level == .must) })
    }

    /// What becomes of a server with these faults under the cases that are asked for.
    private func judge(
        faults: [Fault],
        by clock: RunClock,
        where isAskedFor: @Sendable (Case) -> Bool = { _ in true }
    ) async throws -> RunRecord {
        let files = try BundledFiles.read()
        let contract = files.contract
        let cases = files.library.cases.filter(isAskedFor)
        let server = ReferenceServer(contract: contract, faults: faults, now: RunClock.system.now)
        let options = RunOptions(timeout: .seconds(600), probeTimeout: .seconds(600), cleanupTimeout: .seconds(600))
        let events = EventCollector()
        try await server.withRunning { address in
            let endpoint = try Endpoint(url: address.url, credentials: Credentials(server.description(at: address)))
            let runner = Runner(
                endpoint: endpoint,
                contract: contract,
                catalogue: files.catalogue,
                options: options,
                clock: clock
            )
            let header = RunHeader(
                id: "00000000-0000-7000-8000-000000000000",
                startedAt: RunClock.system.now(),
                endpoint: address.url,
                isEmbedded: true,
                contract: Provenance(origin: contract.file, fingerprint: contract.fingerprint),
                suite: Provenance(origin: "bundled", fingerprint: files.library.fingerprint),
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

extension RunClock {
    /// A clock that runs twenty times as fast, so that what is tried for half a minute is given up soon.
    fileprivate static let hurried = RunClock(
        now: RunClock.system.now,
        elapsed: { RunClock.system.elapsed() * 20 },
        sleep: { try await RunClock.system.sleep($0 / 20) }
    )
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
