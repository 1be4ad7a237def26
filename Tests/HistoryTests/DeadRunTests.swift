import Foundation
import History
import Results
import Testing
import Timestamps

@Suite("Dead runs")
struct DeadRunTests {
    @Test("a run that goes on is running, and is not marked by another process that opens the store")
    func alive() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            let writer = RunWriter(store: try Store(path: path))
            writer.record(.started(TestRun.header()))
            let summary = try #require(try Store(path: path).runs().first)
            #expect(summary.isRunning)
            #expect(summary.ending == nil)
            writer.record(TestRun.ending())
            let ended = try #require(try Store(path: path).runs().first)
            #expect(!ended.isRunning)
            #expect(ended.ending?.reason == .complete)
        }
    }

    @Test("a run whose process died is marked as interrupted when it was last heard of")
    func dead() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            try dieInRun(path)
            let record = try Store(path: path).record(of: "run-1")
            #expect(
                record.ending
                    == RunEnding(
                        reason: .interrupted,
                        message: "the process died without a word",
                        finishedAt: TestRun.start + .milliseconds(13)
                    )
            )
            #expect(record.cases.map(\.header.id) == ["a"])
            #expect(record.conclusion() == .interrupted)
        }
    }

    @Test("a store leaves nothing beside it but what SQLite needs")
    func tidy() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            try dieInRun(path)
            try Store(path: path).write(run: "two")
            let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains("-run") }
            #expect(left.isEmpty)
        }
    }

    /// Begins a run and a case, ends another, and goes.
    private func dieInRun(_ path: String) throws {
        let writer = RunWriter(store: try Store(path: path))
        writer.record(.started(TestRun.header()))
        for event in TestRun.caseEvents("a") + TestRun.caseEvents("b").dropLast() { writer.record(event) }
    }
}
