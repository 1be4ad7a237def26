import GRDB
import History
import Results
import Testing
import Timestamps

@Suite("Journal of what runs create")
struct JournalTests {
    private static let endpoint = "https://example.com/seam"

    /// A create that is about to be sent.
    private static func intent(_ caseID: String = "a", identityID: String? = nil, begin: Timestamp? = nil)
        -> CreationIntent
    {
        CreationIntent(
            operation: "/acs/users/create",
            credential: "other-workspace",
            seed: .max - 7,
            caseID: caseID,
            values: [
                CreationIntent.Value(parameter: "full_name", text: "Ann \u{1F600} \u{0}\"\u{1B}[31m"),
                CreationIntent.Value(parameter: "email_address", text: "seamcheck-0000000000001@example.com"),
            ],
            identityID: identityID,
            sentAt: TestRun.start,
            begin: begin
        )
    }

    /// A store in which a run has written some creates and ended.
    private static func store(_ intents: [CreationIntent], ofRun run: String = "one") throws -> (Store, [Int64]) {
        let store = try Store.inMemory()
        let entries = try store.intend(intents, ofRun: run, at: endpoint)
        store.write(run: run)
        return (store, entries)
    }

    @Test("what is written down is read as it was, oldest first, with the id once that is known")
    func roundTrip() throws {
        let intents = [
            Self.intent("a", identityID: "i1", begin: TestRun.start + .nanoseconds(1)), Self.intent("b#2"),
        ]
        let (store, entries) = try Self.store(intents)
        #expect(entries.count == 2 && entries[0] < entries[1])
        try store.identify(entries[1], parameter: "acs_user_id", id: "u\u{1F600}")
        let journal = try store.journal()
        #expect(journal.map(\.intent) == intents)
        #expect(journal.map(\.number) == entries)
        #expect(journal.map(\.run) == ["one", "one"])
        #expect(journal.map(\.endpoint) == [Self.endpoint, Self.endpoint])
        #expect(journal.map(\.parameter) == [nil, "acs_user_id"])
        #expect(journal.map(\.id) == [nil, "u\u{1F600}"])
    }

    @Test("what is settled is gone, and its number is never given again")
    func settles() throws {
        let (store, entries) = try Self.store([Self.intent("a"), Self.intent("b")])
        try store.settle([entries[1], 99])
        #expect(try store.journal().map(\.intent.caseID) == ["a"])
        let next = try store.intend([Self.intent("c")], ofRun: "two", at: Self.endpoint)
        #expect(next[0] > entries[1])
    }

    @Test("leftovers are counted for one endpoint, of all runs")
    func counts() throws {
        let (store, _) = try Self.store([Self.intent("a"), Self.intent("b")])
        _ = try store.intend([Self.intent("c")], ofRun: "pruned", at: Self.endpoint)
        _ = try store.intend([Self.intent("d")], ofRun: "one", at: "https://elsewhere.example.com")
        #expect(try store.leftoverCount(at: Self.endpoint) == 3)
        #expect(try store.leftoverCount(at: "https://nowhere.example.com") == 0)
    }

    @Test("what a run that goes on has created is not left over, until it has ended or died", arguments: [true, false])
    func running(ends: Bool) throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            var writer: RunWriter? = try begin(path)
            let other = try Store(path: path)
            #expect(try other.journal().isEmpty)
            #expect(try other.leftoverCount(at: Self.endpoint) == 0)
            if ends { writer?.record(TestRun.ending()) }
            writer = nil
            #expect(try Store(path: path).journal().map(\.run) == ["run-1"])
            #expect(try Store(path: path).leftoverCount(at: Self.endpoint) == 1)
        }
    }

    @Test("what a kept run creates while its cases are run again is not left over, until that is done")
    func added() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            let store = try Store(path: path)
            store.write(run: "one")
            var hold: RunHold? = try store.hold(run: "latest")
            _ = try store.intend([Self.intent()], ofRun: "one", at: Self.endpoint)
            let other = try Store(path: path)
            #expect(try other.journal().isEmpty)
            #expect(try other.leftoverCount(at: Self.endpoint) == 0)
            withExtendedLifetime(hold) {}
            hold = nil
            #expect(try other.journal().map(\.run) == ["one"])
            #expect(try other.leftoverCount(at: Self.endpoint) == 1)
            #expect(throws: StoreError.self) { try store.hold(run: "two") }
        }
    }

    /// Begins a run that is about to create something.
    private func begin(_ path: String) throws -> RunWriter {
        let store = try Store(path: path)
        let writer = RunWriter(store: store)
        writer.record(.started(TestRun.header()))
        _ = try store.intend([Self.intent()], ofRun: "run-1", at: Self.endpoint)
        return writer
    }

    @Test("an entry outlives its run when that is pruned")
    func outlivesPruning() throws {
        let (store, _) = try Self.store([Self.intent()])
        store.write(run: "two", minute: 1)
        #expect(try store.prune(Retention(last: 1)).removed == ["one"])
        #expect(try store.journal().map(\.run) == ["one"])
        #expect(try store.problems() == [])
    }

    @Test("a store that takes others takes what their runs may have left, each once, but of no run that goes on")
    func merged() throws {
        try inFolder { folder in
            let (one, two, all) = ("\(folder)/one.sqlite", "\(folder)/two.sqlite", "\(folder)/all.sqlite")
            let first = try Store(path: one)
            let equal = Self.intent("a")
            let entries = try first.intend([equal, equal, Self.intent("b")], ofRun: "one", at: Self.endpoint)
            try first.identify(entries[2], parameter: "acs_user_id", id: "u1")
            first.write(run: "one")
            let writer = try begin(two)
            _ = try Store(path: two).intend([Self.intent("c")], ofRun: "died", at: Self.endpoint)
            for _ in 0..<2 { _ = try Store.merging([one, two, one], into: all) }
            _ = try Store.merging([all, one], into: all)
            let journal = try Store(path: all).journal()
            #expect(journal.map(\.run) == ["one", "one", "one", "died"])
            #expect(journal.map(\.intent.caseID) == ["a", "a", "b", "c"])
            #expect(journal.map(\.id) == [nil, nil, "u1", nil])
            #expect(try first.journal().map(\.number) == entries)
            withExtendedLifetime(writer) {}
        }
    }

    @Test("entries of which one can't be written are not written at all")
    func together() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            let store = try Store(path: path)
            try DatabaseQueue(path: path).write {
                let sql =
                    "CREATE TRIGGER t BEFORE INSERT ON creation WHEN new.caseID = 'b' BEGIN SELECT raise(ABORT, 'no'); END"
                try $0.execute(sql: sql)
            }
            #expect(throws: StoreError.self) {
                try store.intend([Self.intent("a"), Self.intent("b")], ofRun: "one", at: Self.endpoint)
            }
            #expect(try store.journal().isEmpty)
        }
    }

    @Test(
        "an entry that is no entry is damage, which is said with the column",
        arguments: ["", "{", "{}", "[[1, 2]]", #"[["a"]]"#, "[1]"]
    )
    func damaged(text: String) throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            let store = try Store(path: path)
            _ = try store.intend([Self.intent()], ofRun: "one", at: Self.endpoint)
            try DatabaseQueue(path: path).write {
                try $0.execute(sql: "UPDATE creation SET sent = ?", arguments: [text])
            }
            #expect(throws: StoreError(path: path, cause: .damaged("column sent of a creation"))) {
                try store.journal()
            }
        }
    }

    @Test("an id without its parameter is not taken")
    func halfIdentified() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            _ = try Store(path: path).intend([Self.intent()], ofRun: "one", at: Self.endpoint)
            #expect(throws: DatabaseError.self) {
                try DatabaseQueue(path: path).write { try $0.execute(sql: "UPDATE creation SET value = 'x'") }
            }
        }
    }
}

@Suite("The count of what a run created")
struct CleanupColumnTests {
    static let cleanups: [Cleanup?] = [
        nil, Cleanup(), Cleanup(created: 3, deleted: 3),
        Cleanup(
            created: 9,
            deleted: 2,
            leftovers: [
                Cleanup.Leftover(
                    namespace: "/acs/users",
                    reason: "odd \u{1B}[31m \u{1F600}",
                    count: 6,
                    names: ["a", "b\"\\"]
                ),
                Cleanup.Leftover(namespace: "", reason: "", count: 1, names: []),
            ]
        ),
    ]

    @Test("it is read as it was written, and none where there was none", arguments: cleanups)
    func roundTrip(cleanup: Cleanup?) throws {
        let store = try Store.inMemory()
        let ending = RunEnding(reason: .complete, finishedAt: TestRun.start, cleanup: cleanup)
        store.write([.started(TestRun.header("one"))] + TestRun.caseEvents("a") + [.finished(ending)])
        #expect(try store.record(of: "one").ending == ending)
        #expect(try store.runs().first?.ending == ending)
    }

    @Test(
        "what is no count is damage",
        arguments: [
            "", "[]", "{}", #"{"created":1,"deleted":1}"#, #"{"created":1,"deleted":1,"left":[[1]]}"#,
            #"{"created":1,"deleted":1,"left":[["a","b",0,[]]]}"#, #"{"created":"1","deleted":1,"left":[]}"#,
        ]
    )
    func damaged(text: String) throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            try Store(path: path).write(run: "one")
            try DatabaseQueue(path: path).write {
                try $0.execute(sql: "UPDATE ending SET cleanup = ?", arguments: [text])
            }
            let damage = StoreError.Cause.damaged("column cleanup of an ending")
            #expect(throws: StoreError(path: path, cause: damage)) { try Store(path: path).record(of: "one") }
        }
    }
}
