import Foundation
import GRDB
import History
import Results
import Testing
import Timestamps
import Trends

@Suite("Merging stores")
struct MergeTests {
    private static let isSoak = ProcessInfo.processInfo.environment["SOAK"] == "1"
    /// How many random ways of merging are tried: 1,000 in a soak test (`make soak`).
    private static let trialCount = isSoak ? 1000 : 12
    /// Into how many shards a run is split: with 40 of them some have no case.
    private static let shardCounts = isSoak ? Array(1...100) : [1, 2, 4, 7, 40]

    @Test("whatever is merged in whichever order and however often, the reports are the same to the byte")
    func anyOrder() throws {
        try inFolder { folder in
            let splits = try [1, 2, 3, 5, 8].map { try SplitRun(into: $0, in: folder) }
            let expected = try splits.map { split in
                let path = "\(folder)/all-\(split.count).sqlite"
                _ = try Store.merging(split.stores, into: path)
                return try Store(path: path).reports()
            }
            var random = SplitMix(state: 7)
            for trial in 0..<Self.trialCount {
                let index = Int.random(in: splits.indices, using: &random)
                let target = try merge(splits[index].stores, at: "\(folder)/trial-\(trial)", &random)
                let reports = try Store(path: target).reports()
                #expect(reports == expected[index], "trial \(trial), \(splits[index].count) shards")
            }
        }
    }

    /// Merges stores by way of others, in any order, some more than once; the last has them all.
    private func merge(_ stores: [String], at path: String, _ random: inout SplitMix) throws -> String {
        let repeated = stores + stores.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
        var made: [String] = []
        let order = repeated.shuffled(using: &random)
        let size = Int.random(in: 1...order.count, using: &random)
        for begin in stride(from: 0, to: order.count, by: size) {
            let part = order[begin..<min(begin + size, order.count)]
            let among = made.filter { _ in Bool.random(using: &random) }
            let target = "\(path)-\(made.count).sqlite"
            _ = try Store.merging((part + among).shuffled(using: &random), into: target)
            made.append(target)
        }
        let last = Bool.random(using: &random) ? "\(path)-last.sqlite" : made[0]
        _ = try Store.merging(made.shuffled(using: &random), into: last)
        return last
    }

    @Test("the reports tell the same of the cases to the byte, into however many shards a run was split")
    func anySplit() throws {
        try inFolder { folder in
            var reports: Set<[UInt8]> = []
            for count in Self.shardCounts {
                let path = "\(folder)/all-\(count).sqlite"
                _ = try Store.merging(SplitRun(into: count, in: folder, hasDied: false).stores, into: path)
                let store = try Store(path: path)
                let record = try store.record(of: "latest")
                #expect(record.ending?.reason == .complete)
                #expect(record.cases.map(\.header.id) == SplitRun.caseIDs)
                #expect(record.cases.count { !$0.attempts.isEmpty } == 3)
                #expect(record.cases.allSatisfy { $0.exchanges.count == 2 })
                #expect(record.notes.count == 4)
                #expect(record.exercises.map(\.callCount) == [20, 20])
                reports.insert(
                    try #require(record.unsplit).reports() + store.encodedLatencies(ofRun: record.header.id)
                )
            }
            #expect(reports.count == 1)
        }
    }

    @Test("a run that goes on in the store that takes the others is left as it is, whatever they have of it")
    func goingOnHere() throws {
        try inFolder { folder in
            let (path, copy) = ("\(folder)/a.sqlite", "\(folder)/copy.sqlite")
            let writer = RunWriter(store: try Store(path: path))
            writer.record(.started(TestRun.header("one")))
            try Store(path: copy).write([.started(TestRun.header("one"))])
            let merging = try Store.merging([copy], into: path)
            #expect(merging.leftOut == ["one"])
            #expect(merging.changed == [])
            writer.record(TestRun.ending())
            #expect(writer.trouble == nil)
            #expect(try Store(path: path).record(of: "one").ending?.reason == .complete)
        }
    }

    @Test("when the disk is full nothing is merged, and what was there is kept")
    func fullDisk() throws {
        try inFolder { folder in
            let target = "\(folder)/mine.sqlite"
            try Store(path: target).write(run: "mine")
            let pages = try DatabaseQueue(path: target).read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
            let stores = try SplitRun(into: 3, in: folder).stores
            #expect(throws: StoreError(path: target, cause: .full)) {
                try Store.merging(stores) { try Store(path: target, largestPageCount: pages + 1) }
            }
            let store = try Store(path: target)
            #expect(try store.runs().map(\.header.id) == ["mine"])
            #expect(try store.problems() == [])
        }
    }

    @Test("shards that come later complete a run, which keeps its id")
    func later() throws {
        try inFolder { folder in
            let stores = try SplitRun(into: 3, in: folder).stores
            let target = "\(folder)/all.sqlite"
            let first = try Store.merging([stores[0]], into: target)
            let run = try #require(first.sharded.first)
            #expect(first.changed == [run.header.id])
            #expect(run.header.shards?.missing == [2, 3])
            #expect(run.ending?.message == "shards 2 and 3 of 3 did not come")
            #expect(try Store(path: target).runs().map { $0.conclusion() } == [.incomplete])
            let second = try Store.merging(stores, into: target)
            #expect(second.changed == [run.header.id])
            #expect(second.sharded.map(\.ending?.reason) == [.complete])
            #expect(try Store(path: target).runs().count == 1)
            #expect(try Store.merging(stores, into: target).changed == [])
        }
    }

    @Test("an interrupted run of a shard is kept until another of it is complete")
    func interrupted() throws {
        try inFolder { folder in
            let stores = try SplitRun(into: 2, in: folder).stores
            let target = "\(folder)/all.sqlite"
            _ = try Store.merging([stores[0], stores[2]], into: target)
            let before = try Store(path: target).record(of: "latest")
            #expect(before.ending?.reason == .interrupted)
            #expect(before.ending?.message == "shard 2: the process died without a word")
            #expect(!before.cases.isEmpty)
            _ = try Store.merging([stores[1]], into: target)
            let after = try Store(path: target).record(of: "latest")
            #expect(after.ending?.reason == .complete)
            #expect(after.header.shards?.parts.last?.replaced == ["dead-2"])
        }
    }

    @Test("runs of suites that were not split come as they are, and what is equal is stored once")
    func whole() throws {
        try inFolder { folder in
            let paths = ["\(folder)/a.sqlite", "\(folder)/b.sqlite"]
            try Store(path: paths[0]).write(run: "one")
            try Store(path: paths[1]).write(run: "one")
            try Store(path: paths[1]).write(run: "two", minute: 1)
            let target = "\(folder)/all.sqlite"
            #expect(try Store.merging(paths, into: target).changed == ["one", "two"])
            let store = try Store(path: target)
            #expect(try store.runs().map(\.header.id) == ["two", "one"])
            #expect(try store.record(of: "two") == Store(path: paths[1]).record(of: "two"))
            #expect(try store.rowCount(of: "scenarioCase") == 1)
            #expect(try store.problems() == [])
        }
    }

    @Test(
        "of two records of one run the one that says more is kept, from whichever side it comes",
        arguments: [true, false]
    )
    func sameRun(isFirst: Bool) throws {
        try inFolder { folder in
            let (whole, cut) = ("\(folder)/whole.sqlite", "\(folder)/cut.sqlite")
            try Store(path: whole).write(run: "one")
            try Store(path: cut).write([.started(TestRun.header("one"))])
            let target = "\(folder)/all.sqlite"
            _ = try Store.merging(isFirst ? [whole, cut] : [cut, whole], into: target)
            #expect(try Store(path: target).record(of: "one") == Store(path: whole).record(of: "one"))
        }
    }

    @Test("a run that goes on is left out, and told")
    func goingOn() throws {
        try inFolder { folder in
            let path = "\(folder)/a.sqlite"
            let writer = RunWriter(store: try Store(path: path))
            writer.record(.started(TestRun.header("one")))
            let merging = try Store.merging([path], into: "\(folder)/all.sqlite")
            #expect(merging.leftOut == ["one"])
            #expect(merging.changed == [])
            writer.record(TestRun.ending())
            #expect(try Store.merging([path], into: "\(folder)/all.sqlite").changed == ["one"])
        }
    }

    @Test("the stores that are read are left as they are, with nothing beside them, also one of an older version")
    func untouched() throws {
        try inFolder { folder in
            let path = "\(folder)/in/a.sqlite"
            try Store(path: path).write(run: "one")
            try makeOlder(path)
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            _ = try Store.merging([path], into: "\(folder)/all.sqlite")
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/in") == ["a.sqlite"])
            #expect(try Store(path: "\(folder)/all.sqlite").record(of: "one").cases.count == 1)
        }
    }

    @Test(
        "a store that can't be used is named, and nothing is merged",
        arguments: ["missing", "newer", "text", "page"]
    )
    func unusable(kind: String) throws {
        try inFolder { folder in
            let (good, bad, target) = ("\(folder)/good.sqlite", "\(folder)/bad.sqlite", "\(folder)/all.sqlite")
            try Store(path: good).write(run: "one")
            try makeUnusable(bad, kind)
            let error = #expect(throws: StoreError.self) { try Store.merging([good, bad], into: target) }
            #expect(error?.path == bad)
            #expect(!FileManager.default.fileExists(atPath: target))
        }
    }

    private func makeUnusable(_ path: String, _ kind: String) throws {
        switch kind {
        case "missing": break
        case "text": try Data(String(repeating: "a list\n", count: 99).utf8).write(to: URL(fileURLWithPath: path))
        case "newer":
            try Store(path: path).write(run: "one")
            try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
        default:
            try Store(path: path).write(run: "one")
            try damagePages(of: path)
        }
    }

    /// Takes from a store what the last versions added.
    private func makeOlder(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.goBack(toSchema: 5)
            try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        try queue.close()
    }
}

/// Random numbers that follow from a seed (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct SplitMix: RandomNumberGenerator {
    /// The seed.
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
