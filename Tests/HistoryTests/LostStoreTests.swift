import Foundation
import GRDB
import History
import Results
import Testing

@Suite("Stores that are lost while they are used")
struct LostStoreTests {
    /// What becomes of the file.
    enum Fate: String, CaseIterable {
        case removed, replaced, folderRemoved, folderMoved, linkTurned

        func befall(_ path: String, in folder: String) throws {
            let files = FileManager.default
            switch self {
            case .removed: try files.removeItem(atPath: path)
            case .replaced:
                try Store(path: folder + "/other.sqlite").write(run: "other")
                try files.removeItem(atPath: path)
                try files.moveItem(atPath: folder + "/other.sqlite", toPath: path)
            case .folderRemoved: try files.removeItem(atPath: folder + "/a")
            case .folderMoved: try files.moveItem(atPath: folder + "/a", toPath: folder + "/b")
            case .linkTurned:
                try files.moveItem(atPath: path, toPath: folder + "/a/before.sqlite")
                try Store(path: folder + "/other.sqlite").write(run: "other")
                try files.createSymbolicLink(atPath: path, withDestinationPath: folder + "/other.sqlite")
            }
        }
    }

    @Test("a store that is no longer where it was is told when the next case is written", arguments: Fate.allCases)
    func duringRun(fate: Fate) throws {
        try inFolder { folder in
            let path = "\(folder)/a/store.sqlite"
            let writer = RunWriter(store: try Store(path: path))
            writer.record(.started(TestRun.header()))
            try fate.befall(path, in: folder)
            for event in TestRun.caseEvents("a") { writer.record(event) }
            #expect(writer.trouble == StoreError(path: path, cause: .removed))
            #expect(writer.isCaughtUp)
        }
    }

    @Test("a store that is lost before the end of the run is told at the end", arguments: Fate.allCases)
    func atEnd(fate: Fate) throws {
        try inFolder { folder in
            let path = "\(folder)/a/store.sqlite"
            let store = try Store(path: path)
            let writer = RunWriter(store: store)
            writer.record(.started(TestRun.header()))
            for event in TestRun.caseEvents("a") { writer.record(event) }
            #expect(writer.trouble == nil && store.loss == nil)
            try fate.befall(path, in: folder)
            #expect(store.loss == StoreError(path: path, cause: .removed))
            writer.record(TestRun.ending())
            #expect(writer.trouble == StoreError(path: path, cause: .removed))
        }
    }

    @Test("a store that is emptied while it is used is damaged, which is told", arguments: [false, true])
    func emptied(beforeCases: Bool) throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            for run in ["one", "two", "three"] { try Store(path: path).write(run: run) }
            let writer = RunWriter(store: try Store(path: path))
            writer.record(.started(TestRun.header("four")))
            if beforeCases { try empty(path) }
            for event in TestRun.caseEvents("a", exchanges: [TestRun.exchange()]) { writer.record(event) }
            if !beforeCases { try empty(path) }
            writer.record(TestRun.ending())
            let trouble = try #require(writer.trouble)
            guard case .damaged = trouble.cause else {
                Issue.record("\(trouble)")
                return
            }
        }
    }

    @Test("a log that is removed while the run goes on costs nothing: at the end the file has all of the run")
    func logRemoved() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            let store = try Store(path: path)
            let writer = RunWriter(store: store)
            writer.record(.started(TestRun.header()))
            try FileManager.default.removeItem(atPath: path + "-wal")
            for event in TestRun.caseEvents("a", exchanges: [TestRun.exchange()]) { writer.record(event) }
            writer.record(TestRun.ending())
            #expect(writer.trouble == nil)
            try FileManager.default.copyItem(atPath: path, toPath: path + ".copy")
            #expect(try Store(path: path + ".copy").record(of: "run-1").cases.count == 1)
        }
    }

    @Test("at the end of a run the file alone has it, though the store is still open")
    func fileAlone() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            let store = try Store(path: path)
            store.write(run: "one")
            try FileManager.default.copyItem(atPath: path, toPath: path + ".copy")
            #expect(try Store(path: path + ".copy").record(of: "one") == store.record(of: "one"))
        }
    }

    @Test("pruning, merging and adding to a run tell that the store is lost", arguments: ["prune", "merge", "add"])
    func otherWork(_ work: String) throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            let store = try Store(path: path)
            for (minute, run) in ["one", "two"].enumerated() { store.write(run: run, minute: minute) }
            try Store(path: folder + "/other.sqlite").write(run: "other")
            let attempt = Attempt(verdict: .passed, finishedAt: TestRun.start)
            try FileManager.default.removeItem(atPath: path)
            #expect(throws: StoreError(path: path, cause: .removed)) {
                switch work {
                case "prune": _ = try store.prune(Retention(last: 1))
                case "merge": _ = try Store.merging([folder + "/other.sqlite"]) { store }
                default: try store.add(attempt, ofCase: "a", toRun: "one")
                }
            }
        }
    }

    /// Cuts a file down to nothing.
    private func empty(_ path: String) throws {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.truncate(atOffset: 0)
        try handle.close()
    }
}
