import History
import Results
import Testing
import Trends

@Suite("Overview of a store")
struct OverviewTests {
    @Test("the newest nights are told oldest first, with how many are older and how many are of another line")
    func selection() throws {
        let store = try Store.inMemory()
        let other = RunWriter(store: store)
        for event in [.started(TestRun.header("other", minute: -1, branch: "b"))] + [TestRun.ending()] {
            other.record(event)
        }
        for minute in 0..<5 { store.write(run: "run-\(minute)", minute: minute) }
        let overview = try store.overview(of: RunSelection(limit: 2))
        #expect(overview.nights.map(\.header.id) == ["run-3", "run-4"])
        #expect(overview.scope.olderCount == 3)
        #expect(overview.scope.elsewhereCount == 1)
        #expect(overview.scope.labels == [Label(key: "branch", value: "main")])
        #expect(
            try store.overview(of: RunSelection(labels: [Label(key: "branch", value: "b")])).nights.map(\.header.id)
                == ["other"]
        )
    }

    @Test("verdicts, requirements, titles and latencies are those of the runs")
    func content() throws {
        let store = try Store.inMemory()
        let writer = RunWriter(store: store)
        writer.record(.started(TestRun.header(caseCount: 2)))
        for event in TestRun.caseEvents("a", verdict: .failed, exchanges: [TestRun.exchange()])
            + TestRun.caseEvents("b", verdict: .waived)
        {
            writer.record(event)
        }
        writer.record(TestRun.ending())
        let overview = try store.overview(of: RunSelection())
        #expect(overview.nights.first?.counts == [.failed: 1, .waived: 1])
        #expect(overview.open.map(\.id) == ["a", "b"])
        #expect(overview.open.first?.title == "the title of a")
        #expect(overview.open.first?.requirements == ["UI-CREATE"])
        #expect(overview.requirements.map(\.id).sorted() == ["TR-REQID", "UI-CREATE"])
        #expect(overview.latencies.map(\.operation) == ["/user_identities/create"])
    }

    @Test("a case that had not ended when the run died is unfinished, and the run has no ending of its own")
    func unfinished() throws {
        let store = try Store.inMemory()
        let writer = RunWriter(store: store)
        for event in [.started(TestRun.header(caseCount: 3))] + TestRun.caseEvents("a", verdict: .passed) {
            writer.record(event)
        }
        let night = try #require(try store.overview(of: RunSelection()).nights.first)
        #expect(night.ending == nil)
        #expect(night.unfinishedCount == 2)
        withExtendedLifetime(writer) {}
    }

    @Test("an empty store has nothing to tell, and a label that no run has gives no night")
    func nothing() throws {
        let store = try Store.inMemory()
        #expect(throws: StoreError(path: ":memory:", cause: .noRuns)) { try store.overview(of: RunSelection()) }
        store.write(run: "a", minute: 0)
        #expect(try store.overview(of: RunSelection(labels: [Label(key: "x", value: "y")])).nights.isEmpty)
    }
}
