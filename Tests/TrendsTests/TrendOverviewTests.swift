import Results
import SeamContract
import Testing
import Timestamps
import Trends

@Suite("Many nights together")
struct TrendOverviewTests {
    @Test("what is waived did not pass, what was not judged is left out, and what has no verdict is unfinished")
    func counts() throws {
        let night = try #require(
            Self.overview([["a": .passed, "b": .warned, "c": .waived, "d": .failed, "e": .skipped, "f": nil]]).nights
                .first
        )
        #expect(night.passedCount == 2)
        #expect(night.judgedCount == 4)
        #expect(night.unfinishedCount == 1)
        #expect(night.counts == [.passed: 1, .warned: 1, .waived: 1, .failed: 1, .skipped: 1])
    }

    @Test("nights are missing where a run came much later than usual", arguments: [(1, false), (2, true), (30, true)])
    func gaps(days: Int, isGap: Bool) {
        let runs = [0, 1, 2, 2 + days, 3 + days].map { Self.run(day: $0, ["a": .passed]) }
        #expect(
            TrendOverview(runs, scope: TrendScope()).nights.map(\.isAfterGap) == [false, false, false, isGap, false]
        )
    }

    @Test("a run every week leaves no gap")
    func weekly() {
        let runs = (0..<5).map { Self.run(day: 7 * $0, ["a": .passed]) }
        #expect(TrendOverview(runs, scope: TrendScope()).nights.allSatisfy { !$0.isAfterGap })
    }

    @Test("of a requirement the worst case of a night counts, and it is waived only when no other case breaks it")
    func requirements() throws {
        let overview = Self.overview([
            ["a": .passed, "b": .passed], ["a": .waived, "b": .passed], ["a": .waived, "b": .failed], ["a": .skipped],
        ])
        let line = try #require(overview.requirements.first)
        #expect(line.cells.map { $0?.state } == [.kept, .waived, .broken, nil])
        #expect(line.cells.map { $0?.broken } == [0, 1, 2, nil])
        #expect(line.latest?.state == .broken)
        #expect(line.brokenNightCount == 2)
    }

    @Test("an open failure tells since when, the last good night, and whose change may be why")
    func open() throws {
        let runs = (0..<6).map {
            Self.run(day: $0, suite: $0 < 4 ? "s" : "t", ["a": $0 < 4 ? .passed : .failed, "b": .passed])
        }
        let overview = TrendOverview(runs, scope: TrendScope(), titles: ["a": "A title"])
        let failure = try #require(overview.open.first)
        #expect(overview.open.count == 1)
        #expect(failure.id == "a" && failure.title == "A title")
        #expect(failure.since.id == "run-4" && failure.lastGood?.id == "run-3")
        #expect(failure.length == 2)
        #expect(failure.suspects == [.suite])
        #expect(failure.requirements == ["RQ"])
        #expect(!failure.isWaived && !failure.isStale)
    }

    @Test("a case that broke when it was judged last stays open when later nights skip it or do not have it")
    func stale() throws {
        let overview = Self.overview([["a": .passed], ["a": .failed], ["a": .skipped], ["b": .passed]])
        let failure = try #require(overview.open.first)
        #expect(failure.isStale)
        #expect(failure.lastSeen.id == "run-1")
    }

    @Test("what is waived is open, behind what is not")
    func waived() {
        let overview = Self.overview([["a": .passed, "b": .passed], ["a": .waived, "b": .failed]])
        #expect(overview.open.map(\.id) == ["b", "a"])
        #expect(overview.open.map(\.isWaived) == [false, true])
    }

    @Test("a case that fails now and then is flaky and not open, with the interval around its rate")
    func flaky() throws {
        let overview = Self.overview((0..<60).map { ["a": $0 % 9 == 4 ? .failed : .passed, "b": .passed] })
        let flaky = try #require(overview.flaky.first)
        #expect(overview.open.isEmpty)
        #expect(flaky.id == "a" && flaky.failedCount == 7 && flaky.judgedCount == 60)
        #expect(flaky.interval.contains(flaky.rate))
        #expect(overview.kinds == [.flaky: 1, .stable: 1])
    }

    @Test("latencies are told night by night, with nothing where a night tells none")
    func latencies() throws {
        let runs = (0..<3).map { Self.run(day: $0, ["a": .passed]) }
        let histogram = LatencyHistogram((1...100).map { .microseconds($0) })
        let overview = TrendOverview(
            runs,
            scope: TrendScope(),
            latencies: ["run-0": ["/a": histogram], "run-2": ["/a": histogram]]
        )
        let line = try #require(overview.latencies.first)
        #expect(line.points.map { $0?.median } == [.microseconds(50), nil, .microseconds(50)])
        #expect(line.latest?.p99 == .microseconds(99))
    }

    @Test("without a night there is nothing to tell")
    func none() {
        let overview = TrendOverview([], scope: TrendScope())
        #expect(
            overview.nights.isEmpty && overview.open.isEmpty && overview.requirements.isEmpty && overview.kinds.isEmpty
        )
    }

    private static func overview(_ nights: [[String: Verdict?]]) -> TrendOverview {
        TrendOverview(nights.enumerated().map { run(day: $0.offset, $0.element) }, scope: TrendScope())
    }

    private static func run(day: Int, suite: String = "s", _ verdicts: [String: Verdict?]) -> RunOutcome {
        let header = RunHeader(
            id: "run-\(day)",
            startedAt: Timestamp(milliseconds: 0) + .seconds(86_400 * day),
            endpoint: "https://seam.example.com",
            isEmbedded: false,
            contract: Provenance(origin: "bundled", fingerprint: "c"),
            suite: Provenance(origin: "bundled", fingerprint: suite),
            version: "0.1.0",
            seed: 1,
            caseCount: verdicts.count,
            labels: []
        )
        let cases = verdicts.mapValues { verdict in
            let breaks = verdict == .failed || verdict == .waived
            let result = RequirementResult(id: "RQ", level: .must, weighed: 1, broken: breaks ? 1 : 0)
            return RunOutcome.Case(
                verdict: verdict,
                requirements: verdict == .skipped || verdict == nil ? [] : [result]
            )
        }
        return RunOutcome(
            header: header,
            ending: RunEnding(reason: .complete, finishedAt: header.startedAt),
            cases: cases
        )
    }
}
