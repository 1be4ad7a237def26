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

    /// Cases of each label in turn.
    static func series(count: Int, seed: UInt64) -> [LabelledSeries] {
        var generator = SeededGenerator(seed: seed)
        let labels = LabelledSeries.Label.allCases
        return (0..<count).map { LabelledSeries(labels[$0 % labels.count], using: &generator) }
    }
}
