import Testing
import Trends

@Suite("The trend of a case")
struct TrendTests {
    @Test(
        "a line of verdicts is named for what it comes to",
        arguments: [
            ("", .untold), ("---", .untold), ("." * 60, .stable), ("." * 3, .stable),
            ("." * 20 + "x" + "." * 20, .flaky), (".x..." * 10, .flaky), ("." * 30 + "(x.)", .flaky),
            ("." * 30 + "x", .undecided), ("." * 30 + "xxxx", .regressed), ("." * 30 + "(xxx)", .regressed),
            ("..x...." * 6 + "(xxxxxxx)", .regressed),
            ("x" * 20, .broken), ("(xxxx)", .broken), ("x" * 20 + "." * 20, .fixed),
            ("x" * 20 + "." * 200, .stable), ("x" * 20 + "....x.....x...", .flaky),
            ("." * 30 + "xxx" + "." * 5, .fixed), ("." * 30 + "xxx" + "." * 100, .stable), ("..xxx..", .fixed),
            ("." * 30 + "xxx.", .undecided),
            ("." * 30 + "x-x-x" + "." * 5, .fixed), ("." * 30 + "xxx" + "." * 9 + "x" + "." * 20, .flaky),
            ("." * 30 + "xx" + "." * 5, .flaky), ("." * 20 + "xxx" + "." * 12 + "xxxx", .regressed),
            ("." * 20 + "x" * 9 + "." * 9, .fixed), ("x" * 20 + ".", .undecided),
        ] as [(String, Trend.Kind)]
    )
    func kinds(notation: String, kind: Trend.Kind) {
        #expect(Trend(VerdictSeries(notation)).kind == kind)
    }

    @Test("a regression is dated to the night in which it came, and a fix to the night that brought it")
    func dates() throws {
        let regressed = try #require(Trend(VerdictSeries("." * 25 + "xxxxx")).change)
        #expect(regressed.night == 25)
        #expect(regressed.range == 24...25)
        #expect(regressed.probability > 0.9)
        #expect(Trend(VerdictSeries("xxxxxxx" + "." * 9)).change?.night == 7)
        #expect(Trend(VerdictSeries("." * 40)).change == nil)
    }

    @Test("three bad nights in a row that were fixed are no chance: they do not count for the rate, and are told")
    func fixedStreak() throws {
        let trend = Trend(VerdictSeries("." * 30 + "xx-x" + "." * 5))
        #expect(trend.fixedStreaks.map(\.first) == [30])
        #expect(trend.fixedStreaks.map(\.last) == [33])
        #expect(trend.fixedStreaks.map(\.fixed) == [34])
        #expect(trend.fixedStreaks.map(\.length) == [3])
        #expect(trend.change?.night == 34)
        #expect(try #require(trend.failureRate).mean < 0.01)
        #expect(Trend(VerdictSeries("xx..x.xxx..x.x.xx..x" * 2 + "..")).fixedStreaks.isEmpty)
    }

    @Test("where a flaky case broke is told as a range that holds the night")
    func uncertainDate() throws {
        let series = VerdictSeries("...x..x....x...x.x..x..." * 2 + "xx.x" + "xxxxxxxx")
        let change = try #require(Trend(series).change)
        #expect(change.range.contains(48))
        #expect(change.range.count > 1)
        #expect(change.range.contains(change.night))
        #expect(change.probability < 0.97)
    }

    @Test("the failure rate of a flaky case has an interval around it that narrows with the nights")
    func interval() throws {
        let short = try #require(Trend(VerdictSeries("..x......." * 2)).failureRate)
        let long = try #require(Trend(VerdictSeries("..x......." * 9)).failureRate)
        #expect(short.quantile(0.025) < 0.1 && 0.1 < short.quantile(0.975))
        #expect(long.quantile(0.025) < 0.1 && 0.1 < long.quantile(0.975))
        #expect(long.quantile(0.975) - long.quantile(0.025) < short.quantile(0.975) - short.quantile(0.025))
    }

    @Test("flakiness is counted over the nights with the present suite alone")
    func comparableNights() throws {
        let suites = Array(repeating: "old", count: 40) + ["new"]
        let trend = Trend(VerdictSeries("..x.." * 8 + "." * 30, suites: suites))
        #expect(trend.kind == .stable)
        #expect(Trend(VerdictSeries("..x.." * 8 + "." * 30)).kind == .flaky)
        let rate = try #require(trend.failureRate)
        #expect(rate.alpha == TrendModel().working.alpha)
    }

    @Test("a case that was broken goes on being so under a new suite, since the same night")
    func brokenAcrossSuites() {
        let suites = Array(repeating: "old", count: 30) + ["new"]
        let trend = Trend(VerdictSeries("." * 20 + "x" * 20, suites: suites))
        #expect(trend.kind == .regressed)
        #expect(trend.change?.night == 20)
    }

    @Test("how probable it is that a case is broken is told, certain or not")
    func chance() {
        #expect(Trend(VerdictSeries("." * 30)).chanceBroken < 0.001)
        #expect((0.03..<0.97).contains(Trend(VerdictSeries("." * 30 + "xx")).chanceBroken))
        #expect(Trend(VerdictSeries("." * 30 + "xxxx")).chanceBroken > 0.97)
        #expect(Trend(VerdictSeries("")).chanceBroken == TrendModel().brokenAtFirst)
    }
}
