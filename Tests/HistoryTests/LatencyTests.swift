import History
import Results
import Testing
import Timestamps
import Trends

@Suite("Latencies in the store")
struct LatencyTests {
    @Test("the latencies of every answer are kept by operation, also of those whose exchange is not")
    func kept() throws {
        let store = try Store.inMemory()
        store.write(run: "a", latencies: [.milliseconds(1), .milliseconds(2), .milliseconds(40)])
        let (report, earlier, latest) = try store.latencies(in: RunSelection(), recent: 1)
        let operation = try #require(report.operations.first)
        #expect(report.operations.count == 1)
        #expect(operation.path == "/user_identities/create")
        #expect(operation.latencies == LatencyHistogram([.milliseconds(1), .milliseconds(2), .milliseconds(40)]))
        #expect(operation.moves.isEmpty)
        #expect(earlier.isEmpty)
        #expect(latest.map(\.id) == ["a"])
    }

    @Test("what became slower for good is told with both figures, and what only wavers is not")
    func slower() throws {
        let store = try Store.inMemory()
        for night in 0..<30 { store.write(run: "a\(night)", minute: night, latencies: Self.night(10_000)) }
        let calm = try store.latencies(in: RunSelection(), recent: 4)
        #expect(calm.report.operations.flatMap(\.realMoves).isEmpty)
        for night in 30..<34 { store.write(run: "b\(night)", minute: night, latencies: Self.night(15_000)) }
        let report = try store.latencies(in: RunSelection(), recent: 4).report
        #expect(report.operations.flatMap(\.realMoves).map(\.comparison.change) == [.slower, .slower])
        let between = try store.latencies(from: "a1", to: "a2")
        #expect(between.operations.flatMap(\.realMoves).isEmpty)
    }

    @Test("a run of another branch, and one of the embedded server, are left out")
    func line() throws {
        let store = try Store.inMemory()
        store.write(run: "a", latencies: [.milliseconds(1)])
        store.write(run: "b", minute: 1, branch: "other", latencies: [.milliseconds(1)])
        store.write(run: "c", minute: 2, isEmbedded: true, latencies: [.milliseconds(1)])
        store.write(run: "d", minute: 3, latencies: [.milliseconds(1)])
        #expect(try store.latencies(in: RunSelection(), recent: 9).latest.map(\.id) == ["a", "d"])
        let other = RunSelection(labels: [Label(key: "branch", value: "other")])
        #expect(try store.latencies(in: other, recent: 9).latest.map(\.id) == ["b"])
        let none = RunSelection(labels: [Label(key: "branch", value: "none")])
        #expect(try store.latencies(in: none, recent: 9).latest.isEmpty)
    }

    @Test("a store without a run says so")
    func noRuns() throws {
        let store = try Store.inMemory()
        #expect(throws: StoreError(path: ":memory:", cause: .noRuns)) {
            try store.latencies(in: RunSelection(), recent: 1)
        }
    }

    /// Some 60 latencies about so many microseconds.
    private static func night(_ microseconds: Int) -> [Duration] {
        (0..<60).map { .microseconds(microseconds + $0 * 37 % 60 * 40) }
    }
}

extension Store {
    /// Writes a run of one case that passed, with an answer for each latency.
    func write(
        run id: String,
        minute: Int = 0,
        branch: String = "main",
        isEmbedded: Bool = false,
        latencies: [Duration]
    ) {
        let exchanges = latencies.map { TestRun.exchange(duration: $0) }
        let header = TestRun.header(id, minute: minute, branch: branch, isEmbedded: isEmbedded)
        let writer = RunWriter(store: self)
        writer.record(.started(header))
        for event in TestRun.caseEvents("a", verdict: .passed, exchanges: exchanges) { writer.record(event) }
        writer.record(TestRun.ending(minute: minute))
    }
}
