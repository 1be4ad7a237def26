import Foundation
import GRDB
import History
import Results
import Testing
import Timestamps

@Suite("Store file")
struct StoreFileTests {
    @Test("a store and its folders are made when they are missing, and found again")
    func makesFolders() throws {
        try inFolder { folder in
            let path = "\(folder)/a/b/seamcheck.sqlite"
            try Store(path: path).write(run: "one")
            #expect(try Store(path: path).runs().map(\.header.id) == ["one"])
            #expect(try Store(reading: path).record(of: "one").cases.count == 1)
        }
    }

    @Test("to read a store that is missing is an error that says how to make one, and makes none")
    func missing() throws {
        try inFolder { folder in
            let path = "\(folder)/none.sqlite"
            #expect(throws: StoreError(path: path, cause: .missing)) { try Store(reading: path) }
            #expect(!FileManager.default.fileExists(atPath: path))
            #expect("\(StoreError(path: path, cause: .missing))".contains("seamcheck run"))
        }
    }

    @Test("a store of a newer version is left as it is, and the error names both versions")
    func newer() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            try Store(path: path).write(run: "one")
            let newer = "PRAGMA user_version = 99; CREATE TABLE new (a)"
            try DatabaseQueue(path: path).write { try $0.execute(sql: newer) }
            let error = #expect(throws: StoreError.self) { try Store(path: path) }
            #expect(
                error?.description
                    == "\(path): the store was written by a newer seamcheck (schema 99, this one knows 12)"
                    + " (update seamcheck, or use another file with --store FILE; nothing was changed)"
            )
            #expect(throws: StoreError.self) { try Store(reading: path) }
            #expect(try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM run") } == 1)
        }
    }

    @Test("a store of an older version is brought up to date, and its runs are read as they were", arguments: 1...11)
    func older(version: Int) throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            try Store(path: path).write(run: "one")
            let before = try Store(path: path).record(of: "one")
            try DatabaseQueue(path: path).write { try $0.goBack(toSchema: version) }
            #expect(try Store(path: path).record(of: "one") == before)
        }
    }

    @Test("a file that is no store is left as it is", arguments: ["text", "database"])
    func foreign(kind: String) throws {
        try inFolder { folder in
            let path = "\(folder)/file"
            if kind == "text" {
                try Data(String(repeating: "a shopping list\n", count: 99).utf8).write(to: URL(fileURLWithPath: path))
            } else {
                try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE recipe (a)") }
            }
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(throws: StoreError(path: path, cause: .notAStore)) { try Store(path: path) }
            #expect(throws: StoreError(path: path, cause: .notAStore)) { try Store(reading: path) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
    }

    @Test("a place where nothing can be written is an error that names it")
    func unwritable() throws {
        try inFolder { folder in
            let file = "\(folder)/file"
            try Data("x".utf8).write(to: URL(fileURLWithPath: file))
            let path = "\(file)/store.sqlite"
            #expect(throws: StoreError(path: path, cause: .readOnly)) { try Store(path: path) }
        }
    }

    @Test(
        "a store in a folder that can't be written can be read",
        .enabled(if: geteuid() != 0, "root may write anywhere")
    )
    func readOnly() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            try Store(path: path).write(run: "one")
            try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
            try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
            defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder) }
            #expect(throws: StoreError(path: path, cause: .readOnly)) { try Store(path: path) }
            #expect(try Store(reading: path).runs().map(\.header.id) == ["one"])
        }
    }

    @Test("when the disk is full, the run goes on, the trouble is told once, and what was written stays")
    func full() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            let store = try Store(path: path, largestPageCount: 70)
            let writer = RunWriter(store: store)
            writer.record(.started(TestRun.header()))
            for number in 0..<200 {
                let answer = TestRun.noise(number, count: 8000)
                for event in TestRun.caseEvents("c\(number)", exchanges: [TestRun.exchange(answer: answer)]) {
                    writer.record(event)
                }
            }
            writer.record(TestRun.ending())
            #expect(writer.trouble == StoreError(path: path, cause: .full))
            let record = try Store(path: path).record(of: "run-1")
            #expect((1..<200).contains(record.cases.count))
            #expect(record.ending?.reason == .interrupted)
        }
    }

    @Test("two stores on one file write two runs at once, and both are whole")
    func concurrentWriters() async throws {
        let folder = try makeFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = "\(folder)/store.sqlite"
        try await withThrowingTaskGroup { group in
            for run in ["one", "two", "three"] {
                group.addTask {
                    let writer = RunWriter(store: try Store(path: path))
                    writer.record(.started(TestRun.header(run)))
                    for number in 0..<60 {
                        for event in TestRun.caseEvents("c\(number)", exchanges: [TestRun.exchange()]) {
                            writer.record(event)
                        }
                    }
                    writer.record(TestRun.ending())
                    #expect(writer.trouble == nil)
                }
            }
            try await group.waitForAll()
        }
        let store = try Store(path: path)
        for run in ["one", "two", "three"] {
            let record = try store.record(of: run)
            #expect(record.cases.count == 60)
            #expect(record.ending?.reason == .complete)
        }
    }
}

/// Does the work in a folder of its own, which is gone afterwards.
func inFolder(_ work: (String) throws -> Void) throws {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try work(folder)
}

/// Makes a folder for one test.
func makeFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("seamcheck-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.path
}
