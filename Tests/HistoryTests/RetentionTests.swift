import Foundation
import GRDB
import History
import Results
import Testing

@Suite("Retention")
struct RetentionTests {
    /// A store in which the cases came out so, run by run: `+` passed, `-` failed, `?` skipped, ` ` not in the run.
    private func store(_ lines: [String: String], branch: String = "main") throws -> Store {
        let store = try Store.inMemory()
        for night in 0..<(lines.values.map(\.count).max() ?? 0) {
            let writer = RunWriter(store: store)
            writer.record(.started(TestRun.header("run-\(night)", minute: night)))
            for (id, line) in lines.sorted(by: { $0.key < $1.key }) {
                let verdicts: [Character: Verdict] = ["+": .passed, "-": .failed, "?": .skipped]
                let verdict = verdicts[Array(line)[night]]
                for event in verdict.map({ TestRun.caseEvents(id, verdict: $0) }) ?? [] { writer.record(event) }
            }
            writer.record(TestRun.ending(minute: night))
        }
        return store
    }

    @Test(
        "the last runs are kept, and of the others those that tell when a streak began and ended",
        arguments: [
            ("++++++", "45"),
            ("+--+++", "01245"),
            ("++---+++++", "124 89"),
            ("---+++", "0245"),
            ("+++---", "2345"),
            ("+-+++++++-", "01 89"),
            ("+-?--+++++", "014 89"),
            ("++++-?????", "34 89"),
        ]
    )
    func streaks(line: String, kept: String) throws {
        let store = try store(["a": line])
        _ = try store.prune(Retention(last: 2))
        let names = try store.runs().map(\.header.id).reversed().map { $0.dropFirst(4) }.joined()
        #expect(names == kept.filter { $0 != " " })
        #expect(try store.problems().isEmpty)
    }

    @Test("a rehearsal tells what would go, and takes nothing away")
    func rehearsal() throws {
        let store = try store(["a": "+++++"])
        let rehearsal = try store.prune(Retention(last: 1), isRehearsal: true)
        #expect(rehearsal.removed == ["run-0", "run-1", "run-2", "run-3"])
        #expect(rehearsal.keptCount == 1)
        #expect(try store.runs().count == 5)
        #expect(try store.prune(Retention(last: 1)).removed == rehearsal.removed)
        #expect(try store.runs().map(\.header.id) == ["run-4"])
    }

    @Test("what only the removed runs referred to goes with them")
    func orphans() throws {
        let store = try Store.inMemory()
        for night in 0..<3 {
            let writer = RunWriter(store: store)
            writer.record(.started(TestRun.header("run-\(night)", minute: night)))
            let exchange = TestRun.exchange(1, answer: "night \(night)")
            for event in TestRun.caseEvents("case-\(night)", verdict: .passed, exchanges: [exchange]) {
                writer.record(event)
            }
            writer.record(TestRun.ending(minute: night))
        }
        let before = try store.rowCount(of: "body")
        _ = try store.prune(Retention(last: 1))
        #expect(try store.rowCount(of: "scenarioCase") == 1)
        #expect(try store.rowCount(of: "exchange") == 1)
        #expect(try store.rowCount(of: "body") < before)
        #expect(try store.record(of: "latest").cases.map(\.header.id) == ["case-2"])
    }

    @Test("the file becomes smaller, also one that was made without giving back pages", arguments: [true, false])
    func space(isNew: Bool) throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            try fill(path)
            try DatabaseQueue(path: path).writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA journal_mode = DELETE")
                if !isNew { try database.execute(sql: "PRAGMA auto_vacuum = NONE; VACUUM") }
            }
            let before = try size(path)
            let pruning = try Store(path: path).prune(Retention(last: 1))
            #expect(pruning.freedBytes > 100_000)
            #expect(try size(path) < before / 2)
            #expect(try Store(path: path).problems().isEmpty)
        }
    }

    @Test("a store with a row that can't be right, or a reference into nothing, is told to be damaged")
    func damage() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            let store = try Store(path: path)
            store.write(run: "one")
            #expect(try store.problems().isEmpty)
            try DatabaseQueue(path: path).write { try $0.execute(sql: "UPDATE runCase SET untested = '{'") }
            #expect(try store.problems() == ["run one: column untested of a case"])
        }
    }

    /// A store with 20 runs of 40 kB.
    private func fill(_ path: String) throws {
        let store = try Store(path: path)
        for night in 0..<20 {
            let writer = RunWriter(store: store)
            writer.record(.started(TestRun.header("run-\(night)", minute: night)))
            let answer = TestRun.exchange(1, answer: TestRun.noise(night, count: 40_000))
            for event in TestRun.caseEvents("a", verdict: .passed, exchanges: [answer]) { writer.record(event) }
            writer.record(TestRun.ending(minute: night))
        }
    }

    private func size(_ path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }
}
