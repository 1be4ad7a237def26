import History
import Results
import Testing
import Timestamps

@Suite("Store")
struct StoreTests {
    @Test("runs come back with the one that was written last first, as many as asked for")
    func newestFirst() throws {
        let store = try Store.inMemory()
        for (minute, id) in [(1, "b"), (0, "a"), (2, "c")] { store.write(run: id, minute: minute) }
        #expect(try store.runs().map(\.header.id) == ["c", "a", "b"])
        #expect(try store.runs(limit: 2).map(\.header.id) == ["c", "a"])
    }

    @Test("a run's summary counts its verdicts and says its answer")
    func summary() throws {
        let store = try Store.inMemory()
        let writer = RunWriter(store: store)
        writer.record(.started(TestRun.header()))
        for event in TestRun.caseEvents("a", verdict: .passed) + TestRun.caseEvents("b", verdict: .passed)
            + TestRun.caseEvents("c", verdict: .warned)
        {
            writer.record(event)
        }
        writer.record(TestRun.ending())
        let summary = try #require(try store.runs().first)
        #expect(summary.header == TestRun.header())
        #expect(summary.counts == [.passed: 2, .warned: 1])
        #expect(summary.duration == .seconds(2))
        #expect(summary.conclusion() == .conforms)
        #expect(summary.conclusion(isStrict: true) == .doesNotConform)
    }

    @Test(
        "a summary tells errors of the network and of a user's scenario from our own",
        arguments: [
            ("transport.refused", RunConclusion.unreachable), ("request.credential", .defect),
            ("request.invalid", .invalidScenario),
        ]
    )
    func errors(code: String, conclusion: RunConclusion) throws {
        let store = try Store.inMemory()
        let writer = RunWriter(store: store)
        writer.record(.started(TestRun.header()))
        let finding = TestRun.finding(severity: .harness, code: code)
        for event in TestRun.caseEvents("a", verdict: .error, findings: [finding]) { writer.record(event) }
        writer.record(TestRun.ending())
        #expect(try store.runs().first?.conclusion() == conclusion)
        #expect(try store.record(of: "latest").conclusion() == conclusion)
    }

    @Test("a run with a case that was skipped because of an operation does not conform")
    func cause() throws {
        let store = try Store.inMemory()
        let writer = RunWriter(store: store)
        writer.record(.started(TestRun.header()))
        let cause = Cause(operation: "/user_identities/list", evidence: "answered 500")
        let events =
            TestRun.caseEvents("a", verdict: .passed) + TestRun.caseEvents("b", verdict: .skipped, cause: cause)
        for event in events { writer.record(event) }
        writer.record(TestRun.ending())
        let record = try store.record(of: "latest")
        #expect(record.cases.map(\.result?.cause) == [nil, cause])
        #expect(record.cases.map(\.result?.untested) == [[], ["UI-ECHO", "UI-GET-KEY"]])
        #expect(record.conclusion() == .doesNotConform)
        #expect(try store.runs().first?.conclusion() == .doesNotConform)
    }

    @Test(
        "a run that weighed nothing of its profile tested nothing",
        arguments: [(["UI-CREATE", "UI-ECHO"], RunConclusion.conforms), (["UI-ECHO"], .nothingTested)]
    )
    func profile(requirements: [String], conclusion: RunConclusion) throws {
        let store = try Store.inMemory()
        let writer = RunWriter(store: store)
        let header = TestRun.header(profile: RunProfile(name: "core@2026-08", requirements: requirements))
        writer.record(.started(header))
        for event in TestRun.caseEvents("a", verdict: .passed) { writer.record(event) }
        writer.record(TestRun.ending())
        let record = try store.record(of: "latest")
        #expect(record.header == header)
        #expect(record.conclusion() == conclusion)
        #expect(try store.runs().first?.conclusion() == conclusion)
    }

    @Test(
        "a run is found by its id, by a beginning that only it has, and as the latest",
        arguments: [
            ("2026-a1", "2026-a1"), ("2026-a", "2026-a"), ("2026-b", "2026-b7"), ("latest", "2026-b7"),
        ]
    )
    func named(id: String, found: String) throws {
        #expect(try threeRuns().record(of: id).header.id == found)
    }

    @Test("a name that fits no run or several is refused, and the error helps")
    func misnamed() throws {
        let store = try threeRuns()
        #expect(
            throws: StoreError(
                path: ":memory:",
                cause: .ambiguousRun("2026", matches: ["2026-a", "2026-a1", "2026-b7"])
            )
        ) {
            try store.record(of: "2026")
        }
        #expect(throws: StoreError(path: ":memory:", cause: .unknownRun("2025"))) { try store.record(of: "2025") }
        #expect(throws: StoreError(path: ":memory:", cause: .unknownRun(""))) { try store.record(of: "") }
        #expect(throws: StoreError(path: ":memory:", cause: .unknownRun("%"))) { try store.record(of: "%") }
        #expect(throws: StoreError(path: ":memory:", cause: .noRuns)) { try Store.inMemory().record(of: "latest") }
    }

    private func threeRuns() throws -> Store {
        let store = try Store.inMemory()
        for (minute, id) in ["2026-a", "2026-a1", "2026-b7"].enumerated() { store.write(run: id, minute: minute) }
        return store
    }
}

extension Store {
    /// Writes a run of one case.
    func write(run id: String, minute: Int = 0) {
        let writer = RunWriter(store: self)
        writer.record(.started(TestRun.header(id, minute: minute)))
        for event in TestRun.caseEvents("a", verdict: .passed) { writer.record(event) }
        writer.record(TestRun.ending(minute: minute))
    }
}
