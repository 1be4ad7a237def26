import History
import Results
import Testing
import Timestamps
import Trends

@Suite("Re-runs in the store")
struct AttemptTests {
    private static let breach = FindingTrace(
        fingerprint: "0123456789abcdef",
        requirements: ["UI-CREATE"],
        severity: .must
    )
    private static let attempts = [
        Attempt(verdict: .failed, breaches: [breach], finishedAt: TestRun.start + .seconds(3)),
        Attempt(verdict: .passed, finishedAt: TestRun.start + .seconds(4)),
    ]

    private static func write(_ id: String, minute: Int = 0, reruns: [RunEvent] = [], into store: Store) {
        let writer = RunWriter(store: store)
        writer.record(.started(TestRun.header(id, minute: minute)))
        for event in TestRun.caseEvents("a", findings: [TestRun.finding(), TestRun.finding(severity: .should)])
            + TestRun.caseEvents("b", verdict: .passed) + reruns + [TestRun.ending(minute: minute)]
        {
            writer.record(event)
        }
    }

    @Test("attempts of a run come back with it, in order, and leave the verdict as it was")
    func roundTrip() throws {
        let store = try Store.inMemory()
        Self.write("run-1", reruns: Self.attempts.map { .reran(caseID: "a", $0) }, into: store)
        let record = try store.record(of: "run-1")
        #expect(record.cases.map(\.attempts) == [Self.attempts, []])
        #expect(record.cases[0].result?.verdict == .failed)
        #expect(try store.outcome(of: "run-1").cases["a"]?.attempts == Self.attempts)
    }

    @Test("attempts at a kept run are added behind those it has")
    func added() throws {
        let store = try Store.inMemory()
        Self.write("run-1", into: store)
        for attempt in Self.attempts { try store.add(attempt, ofCase: "a", toRun: "run-1") }
        try store.add(Self.attempts[0], ofCase: "unknown", toRun: "run-1")
        #expect(try store.record(of: "run-1").cases.map(\.attempts) == [Self.attempts, []])
        #expect(throws: StoreError.self) { try store.add(Self.attempts[0], ofCase: "a", toRun: "no-run") }
    }

    @Test("what a run found wrong comes with its outcome, each fault once")
    func breaches() throws {
        let store = try Store.inMemory()
        Self.write("run-1", into: store)
        let expected = [TestRun.finding(), TestRun.finding(severity: .should)].breaches
        #expect(try store.outcome(of: "run-1").cases["a"]?.breaches == expected)
        #expect(RunOutcome(try store.record(of: "run-1")) == (try store.outcome(of: "run-1")))
    }

    @Test("the nights before a run are those of complete runs with the label, re-runs included, the latest of them")
    func series() throws {
        let store = try Store.inMemory()
        for minute in 1...4 {
            let reruns = minute == 3 ? [RunEvent.reran(caseID: "a", Self.attempts[1])] : []
            Self.write("run-\(minute)", minute: minute, reruns: reruns, into: store)
        }
        let main = Label(key: "branch", value: "main")
        let header = TestRun.header("run-4", minute: 4)
        let series = try store.series(
            ofCases: ["a", "unknown"],
            before: header,
            by: BaselineRule(label: main),
            limit: 2
        )
        #expect(series.keys.sorted() == ["a"])
        #expect(series["a"]?.nights.map(\.run) == ["run-2", "run-3"])
        #expect(series["a"]?.nights.map(\.verdicts) == [[.failed], [.failed, .passed]])
        let other = Label(key: "branch", value: "other")
        #expect(try store.series(ofCases: ["a"], before: header, by: BaselineRule(label: other), limit: 2).isEmpty)
    }
}
