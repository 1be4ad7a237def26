import Conformance
import Results
import Synchronization
import Timestamps

/// Keeps every event of a run.
final class EventRecorder: Sendable {
    private let kept = Mutex<[RunEvent]>([])

    /// The events so far, in order.
    var events: [RunEvent] { kept.withLock { $0 } }

    /// Keeps an event.
    func keep(_ event: RunEvent) {
        kept.withLock { $0.append(event) }
    }

    /// The record that the events make; nil before the first.
    var record: RunRecord? { RunRecord(events: events) }

    /// The case of that id.
    func record(of id: String) -> CaseRecord? {
        record?.cases.first { $0.header.id == id }
    }

    /// What the checks of every response found of a requirement at an operation.
    func response(of operation: String?, _ requirement: String) -> CaseRecord? {
        record(of: EveryResponse(operation: operation, requirement: requirement).caseID)
    }

    /// What was found in any case.
    var findings: [Finding] { record?.cases.flatMap(\.findings) ?? [] }

    /// The messages that belong to no case.
    var notes: [String] {
        events.compactMap { if case .noted(_, let message) = $0 { message } else { nil } }
    }
}

extension RunHeader {
    /// A header for tests.
    static func test(seed: UInt64 = 7, profile: RunProfile? = nil) -> RunHeader {
        RunHeader(
            id: "run",
            startedAt: Timestamp(milliseconds: 0),
            endpoint: "test",
            isEmbedded: true,
            contract: Provenance(origin: "bundled", fingerprint: ""),
            suite: Provenance(origin: "test", fingerprint: ""),
            version: "0",
            seed: seed,
            caseCount: 0,
            profile: profile,
            labels: []
        )
    }
}
