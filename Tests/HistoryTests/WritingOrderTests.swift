import GRDB
import History
import Results
import Testing
import Trends

@Suite("The order of runs")
struct WritingOrderTests {
    private static let rule = BaselineRule(label: Label(key: "branch", value: "main"))

    /// A store in which the clock of the first of three runs was a day ahead.
    private func storeOfClockAhead() throws -> Store {
        let store = try Store.inMemory()
        for (id, minute) in [("ahead", 1440), ("second", 1), ("third", 2)] {
            let verdict: Verdict = id == "ahead" ? .passed : .failed
            store.write(
                [.started(TestRun.header(id, minute: minute))] + TestRun.caseEvents("x", verdict: verdict)
                    + [TestRun.ending(minute: minute)]
            )
        }
        return store
    }

    @Test("the latest run is the one that was written last, though the clock of an earlier one was ahead")
    func latest() throws {
        let store = try storeOfClockAhead()
        #expect(try store.outcome(of: "latest").header.id == "third")
        #expect(try store.runs().map(\.header.id) == ["third", "second", "ahead"])
        #expect(try store.baseline(of: TestRun.header("third"), by: Self.rule).outcome?.header.id == "second")
        #expect(try store.outcomes(since: "second").map(\.header.id) == ["second", "third"])
        #expect(try store.prune(Retention(last: 1), isRehearsal: true).removed == [])
        #expect(try store.comparison(of: "third").baseline?.id == "second")
    }

    @Test("a line of verdicts goes by the order of writing, so that a fast clock makes no streak and hides none")
    func line() throws {
        let store = try storeOfClockAhead()
        #expect(try store.line(ofCase: "x").entries.map(\.header.id) == ["ahead", "second", "third"])
        let streak = try store.streak(ofCase: "x", in: RunSelection())
        #expect(streak?.firstBad?.length == 2)
        #expect(streak?.firstBad?.streak.lastGood == 0)
        let header = try store.outcome(of: "third").header
        let series = try store.series(ofCases: ["x"], before: header, by: Self.rule, limit: 9)
        #expect(series["x"]?.nights.map(\.run) == ["ahead", "second"])
        let overview = try store.overview(of: RunSelection())
        #expect(overview.nights.map(\.header.id) == ["ahead", "second", "third"])
        #expect(overview.open.map(\.since.id) == ["second"])
    }

    @Test("runs of an older store keep the order that they were shown in, and come before what is written from now on")
    func upgrade() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            for (id, minute) in [("late", 9), ("early", 1), ("middle", 5)] {
                try Store(path: path).write(run: id, minute: minute)
            }
            try DatabaseQueue(path: path).write { try $0.goBack(toSchema: 9) }
            let store = try Store(path: path)
            #expect(try store.runs().map(\.header.id) == ["late", "middle", "early"])
            store.write(run: "new", minute: 0)
            #expect(try store.outcome(of: "latest").header.id == "new")
        }
    }

    @Test("runs that come by a merge are put in order by when they began, after those that were there, and stay there")
    func merge() throws {
        try inFolder { folder in
            let (target, other) = ("\(folder)/all.sqlite", "\(folder)/other.sqlite")
            try Store(path: target).write(run: "own", minute: 100)
            for (id, minute) in [("b", 8), ("a", 9)] { try Store(path: other).write(run: id, minute: minute) }
            _ = try Store.merging([other], into: target)
            #expect(try Store(path: target).runs().map(\.header.id) == ["a", "b", "own"])
            _ = try Store.merging([other], into: target)
            #expect(try Store(path: target).runs().map(\.header.id) == ["a", "b", "own"])
        }
    }

    @Test("a run whose last shard comes later keeps its place")
    func laterShard() throws {
        try inFolder { folder in
            let stores = try SplitRun(into: 2, in: folder, hasDied: false).stores
            let target = "\(folder)/all.sqlite"
            _ = try Store.merging([stores[0]], into: target)
            try Store(path: target).write(run: "next")
            _ = try Store.merging(stores, into: target)
            let runs = try Store(path: target).runs()
            #expect(runs.map(\.header.id).first == "next")
            #expect(runs.map(\.ending?.reason) == [.complete, .complete])
        }
    }
}
