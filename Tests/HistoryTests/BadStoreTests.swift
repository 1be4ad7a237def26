import Foundation
import GRDB
import History
import Results
import Testing

@Suite("Bad stores")
struct BadStoreTests {
    @Test("pages that are not what they were are told as damage, with the file's name, and never crash")
    func damagedPages() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            try Store(path: path).write(run: "one")
            try damagePages(of: path)
            let problems = Result { try Store(reading: path).problems() }
            switch problems {
            case .success(let lines): #expect(!lines.isEmpty)
            case .failure(let error):
                let error = try #require(error as? StoreError)
                #expect(error.path == path)
                guard case .damaged = error.cause else {
                    Issue.record("\(error)")
                    return
                }
            }
        }
    }

    @Test("a store that another process keeps locked is told, and the run goes on")
    func locked() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            let store = try Store(path: path, patience: 0)
            let writer = RunWriter(store: store)
            writer.record(.started(TestRun.header()))
            try DatabaseQueue(path: path).writeWithoutTransaction { other in
                try other.execute(sql: "BEGIN IMMEDIATE")
                for event in TestRun.caseEvents("a") { writer.record(event) }
                #expect(writer.trouble == StoreError(path: path, cause: .busy))
                #expect(writer.isCaughtUp)
                #expect(throws: StoreError(path: path, cause: .busy)) {
                    try Store(path: path, patience: 0).prune(Retention(last: 1))
                }
                try other.execute(sql: "ROLLBACK")
            }
            writer.record(TestRun.ending())
            #expect(try Store(path: path).record(of: "run-1").ending?.reason == .interrupted)
        }
    }

    @Test("a file whose tables are others than its schema has is damaged, and left as it is", arguments: [1, 3, 8])
    func otherTables(version: Int) throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            try Store(path: path).write(run: "one")
            try DatabaseQueue(path: path).write {
                try $0.execute(sql: "DROP TABLE shardLatency; DROP TABLE ending; PRAGMA user_version = \(version)")
            }
            let error = #expect(throws: StoreError.self) { try Store(path: path).runs() }
            #expect(error?.description.hasPrefix("\(path): the store is damaged") == true)
            let found = try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
            #expect(found == version)
        }
    }

    @Test("a file that lacks a column of its schema is damaged, which is said when it is opened")
    func lessColumns() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            try Store(path: path).write(run: "one")
            try DatabaseQueue(path: path).write { try $0.execute(sql: "ALTER TABLE run DROP COLUMN seed") }
            let damage = StoreError.Cause.damaged("no column seed of run, INTEGER NOT NULL")
            #expect(throws: StoreError(path: path, cause: damage)) { try Store(path: path) }
            #expect(throws: StoreError(path: path, cause: damage)) { try Store(reading: path) }
        }
    }

    @Test("a schema number that no version has is damage", arguments: [-1, -2_147_483_648])
    func noSuchSchema(number: Int) throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            try Store(path: path).write(run: "one")
            try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = \(number)") }
            #expect(throws: StoreError(path: path, cause: .damaged("its schema is \(number)"))) {
                try Store(path: path)
            }
        }
    }

    @Test(
        "a number of things that can't be is damage, and never ends the process",
        arguments: [
            "UPDATE run SET caseCount = -1", "UPDATE run SET caseCount = 9223372036854775807",
            "INSERT INTO shardSet (run, name, shardCount, plan, caseCount) SELECT id, 'a', 0, 'b', 1 FROM run",
            "INSERT INTO shardSet (run, name, shardCount, plan, caseCount) SELECT id, 'a', 9223372036854775807, 'b', 1 FROM run",
        ]
    )
    func impossibleCounts(statement: String) throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            let store = try Store(path: path)
            store.write(run: "one")
            try DatabaseQueue(path: path).writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA ignore_check_constraints = ON; \(statement)")
            }
            let error = #expect(throws: StoreError.self) { try store.record(of: "one") }
            guard case .damaged = error?.cause else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test("a value that no column may hold is damage, and never ends the process")
    func impossibleValue() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            let store = try Store(path: path)
            store.write(run: "one")
            try DatabaseQueue(path: path).writeWithoutTransaction { database in
                try database.execute(
                    sql: """
                        PRAGMA writable_schema = ON;
                        UPDATE sqlite_master SET sql = replace(sql, 'version TEXT NOT NULL', 'version TEXT') WHERE name = 'run';
                        PRAGMA writable_schema = RESET;
                        UPDATE run SET version = NULL
                        """
                )
            }
            for question in [{ _ = try store.runs() }, { _ = try store.record(of: "one") }] {
                let error = #expect(throws: StoreError.self) { try question() }
                guard case .damaged = error?.cause else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
        }
    }

    @Test(
        "a label is kept whatever text it is, but for U+0000",
        arguments: [
            "", " ", "a=b=c", "'; DROP TABLE run; --", "\"\\\n\r\t", "\u{1B}[31m\u{202E}", "\u{1F468}\u{200D}\u{1F469}",
            "e\u{301}", "%_*?", String(repeating: "long ", count: 20_000), "\u{FFFD}\u{FFFF}",
        ]
    )
    func labels(text: String) throws {
        let store = try Store.inMemory()
        let label = Label(key: "key \(text)", value: text)
        let base = TestRun.header()
        let header = RunHeader(
            id: base.id,
            startedAt: base.startedAt,
            endpoint: base.endpoint,
            isEmbedded: false,
            contract: base.contract,
            suite: base.suite,
            version: base.version,
            seed: 1,
            caseCount: 1,
            labels: [label]
        )
        store.write([.started(header)] + TestRun.caseEvents("a") + [TestRun.ending()])
        #expect(try store.record(of: "run-1").header.labels == [label])
        #expect(
            try store.baseline(of: TestRun.header("new"), by: BaselineRule(label: label)).outcome?.header.id == "run-1"
        )
    }

    @Test("everything that has ended is in the store whenever the writer says that it has caught up")
    func caughtUp() throws {
        let store = try Store.inMemory()
        let writer = RunWriter(store: store)
        writer.record(.started(TestRun.header()))
        var ended: [String] = []
        var claims = 0
        for number in 0..<200 {
            for event in TestRun.caseEvents("c\(number)", finishedAfter: .milliseconds(9 * number)) {
                writer.record(event)
            }
            ended.append("c\(number)")
            guard writer.isCaughtUp else { continue }
            claims += 1
            #expect(try store.record(of: "run-1").cases.map(\.header.id) == ended)
        }
        #expect((10..<100).contains(claims))
    }
}

/// Overwrites what is in every page of a store but the first, as a bad disk may.
func damagePages(of path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    try queue.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for page in stride(from: 4096 * 2, to: bytes.count, by: 4096) {
        for offset in 0..<200 { bytes[page + offset] = UInt8(truncatingIfNeeded: offset &* 31 &+ 7) }
    }
    try bytes.write(to: URL(fileURLWithPath: path))
}
