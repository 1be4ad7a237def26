import SeamModel
import Testing
import TrendTrial
import Trends

@Suite("Trends of cases whose truth is known")
struct TrendTrialTests {
    @Test(
        "false regressions are rare, regressions are noticed within two nights, and both better than by the last five nights"
    )
    func labelled() {
        let series = Self.series(count: 200, seed: 1)
        let ours = TrialScore(series) { PosteriorRule() }
        let lastFive = TrialScore(series) { LastFiveRule() }
        #expect(ours.falseRegressionShare <= 0.01)
        #expect(ours.detectedShare(within: 2) >= 0.97)
        #expect(ours.falseRegressionShare < lastFive.falseRegressionShare)
        #expect(ours.detectedShare(within: 2) > lastFive.detectedShare(within: 2))
    }

    @Test("that takes fewer re-runs than running three times again, also where nothing is broken")
    func reruns() {
        let series = Self.series(count: 200, seed: 2)
        let ours = TrialScore(series) { PosteriorRule() }
        let retryThree = TrialScore(series) { RetryThreeRule() }
        #expect(ours.rerunCount * 4 < retryThree.rerunCount)
        #expect(ours.reruns[.flaky] ?? 0 < retryThree.reruns[.flaky] ?? 0)
    }

    @Test("in the end cases are named for what they are, with the true rate and night within what is told of them")
    func end() {
        let final = FinalTrends(Self.series(count: 400, seed: 3))
        #expect(final.kinds[.stable] == [.stable: 100])
        #expect(final.kinds[.regressed] == [.regressed: 100])
        #expect(final.kinds[.flaky]?[.flaky] ?? 0 >= 90)
        #expect(final.ratesWithin >= 90)
        #expect(final.changesWithin >= 95)
    }

    @Test("the rules to compare with judge as they are described")
    func others() {
        var lastFive = LastFiveRule()
        #expect(
            "x.x....x.....xx".map { lastFive.judge([$0 == "x"]).claim }.map { $0 == .broken } == [
                true, false, false, false, false, false, false, false, false, false, false, false, false, true, true,
            ]
        )
        var retryThree = RetryThreeRule()
        #expect(retryThree.judge([true, true, false, true]) == (.nothing, 2))
        #expect(retryThree.judge([true, true, true, true]) == (.broken, 3))
        #expect(retryThree.judge([false, true, true, true]) == (.nothing, 0))
    }

    /// Cases of each label in turn.
    static func series(count: Int, seed: UInt64) -> [LabelledSeries] {
        var generator = SeededGenerator(seed: seed)
        let labels = LabelledSeries.Label.allCases
        return (0..<count).map { LabelledSeries(labels[$0 % labels.count], using: &generator) }
    }
}
