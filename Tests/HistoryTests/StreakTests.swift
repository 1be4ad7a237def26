import History
import Results
import Testing
import Timestamps
import Trends

@Suite("Streaks and trends in the store")
struct StreakTests {
    /// A store with a run for each letter: `p` passed, `f` failed, `-` without the case.
    private func store(_ verdicts: String, of id: String = "x", suites: [Int: String] = [:]) throws -> Store {
        let store = try Store.inMemory()
        var suite = "beef"
        for (night, verdict) in verdicts.enumerated() {
            suite = suites[night] ?? suite
            let header = TestRun.header("\(night)", minute: night, suite: suite)
            let events = verdict == "-" ? [] : TestRun.caseEvents(id, verdict: verdict == "p" ? .passed : .failed)
            store.write(
                [.started(header)] + events + TestRun.caseEvents("other", verdict: .passed)
                    + [TestRun.ending(minute: night)]
            )
        }
        return store
    }

    @Test("a streak is told by its first run, the last good one, and whose change may be why")
    func streak() throws {
        let streaks = try store("ppppfff", suites: [4: "c0de"]).streaks(in: RunSelection())
        let streak = try #require(streaks.first)
        #expect(streaks.count == 1)
        let turn = try #require(streak.firstBad?.streak)
        #expect(streak.runs[turn.first].id == "4")
        #expect(turn.lastGood.map { streak.runs[$0].id } == "3")
        #expect(turn.differences == [.suite(before: "beef", after: "c0de")])
        #expect(turn.suspects == [.suite])
        #expect(streak.firstBad?.length == 3)
    }

    @Test("a case that is well has no streak, one that vanished says so, and one that no run had is nil")
    func without() throws {
        #expect(try store("ffp").streaks(in: RunSelection()).isEmpty)
        #expect(try store("ffp").streak(ofCase: "x", in: RunSelection())?.firstBad == nil)
        let vanished = try #require(try store("ff-").streak(ofCase: "x", in: RunSelection()))
        #expect(!vanished.isInLatest)
        #expect(vanished.firstBad?.length == 2)
        #expect(try store("ff-").streaks(in: RunSelection()).isEmpty)
        #expect(try store("ff").streak(ofCase: "y", in: RunSelection()) == nil)
    }

    @Test("a flaky case has a rate, a regressed one a run in which it broke")
    func trends() throws {
        let flaky = String(repeating: "pppppppppf", count: 6) + "ppp"
        let cases = try store(flaky).trends(in: RunSelection()).cases
        let trend = try #require(cases.first { $0.id == "x" })
        #expect(trend.trend.kind == .flaky)
        #expect(trend.brokenCount == 6)
        #expect(trend.judgedCount == 63)
        #expect(trend.lastBroken?.id == "59")
        #expect(cases.first { $0.id == "other" }?.trend.kind == .stable)
        let broken = try store(String(repeating: "p", count: 30) + "ffffff").trends(in: RunSelection()).cases
        #expect(broken.first { $0.id == "x" }?.trend.kind == .regressed)
        #expect(broken.first { $0.id == "x" }?.change?.id == "30")
    }

    @Test("a streak that was fixed is told with its runs, and the case is fixed, not flaky")
    func fixed() throws {
        let store = try store(String(repeating: "p", count: 30) + "fffpp")
        let trend = try #require(try store.trends(in: RunSelection()).cases.first { $0.id == "x" })
        #expect(trend.trend.kind == .fixed)
        #expect(trend.fixedStreaks.map(\.first.id) == ["30"])
        #expect(trend.fixedStreaks.map(\.last.id) == ["32"])
        #expect(trend.fixedStreaks.map(\.fixed.id) == ["33"])
        #expect(trend.change?.id == "33")
        let streak = try store.streak(ofCase: "x", in: RunSelection())
        #expect(streak?.firstBad == nil && streak?.lastFixed?.count == 3)
    }

    @Test("only so many runs as are asked for count")
    func limit() throws {
        let (cases, runCount) = try store("ffffpp").trends(in: RunSelection(limit: 2))
        #expect(runCount == 2)
        #expect(cases.map(\.brokenCount) == [0, 0])
    }
}
