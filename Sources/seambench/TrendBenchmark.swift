import SeamModel
import TrendTrial
import Trends

/// What trends make of made-up cases whose truth is known, beside the rules that are common elsewhere.
enum TrendBenchmark {
    /// Measures and prints.
    static func run() {
        let series = cases(count: 1000)
        let ours = TrialScore(series) { PosteriorRule() }
        let lastFive = TrialScore(series) { LastFiveRule() }
        Bench.say(
            "falsely said to regress, of \(series.count)",
            percent(ours.falseRegressionShare),
            target: "at most 1 %"
        )
        Bench.say("  by the last five nights", percent(lastFive.falseRegressionShare), target: "more")
        Bench.say(
            "regressions noticed within two nights",
            percent(ours.detectedShare(within: 2)),
            target: "at least 97 %"
        )
        Bench.say("  by the last five nights", percent(lastFive.detectedShare(within: 2)), target: "less")
        sayReruns(series, ours)
        sayAssumptions(series)
        sayEnd(series)
        sayTimes()
    }

    /// How many re-runs that took, beside running again three times.
    private static func sayReruns(_ series: [LabelledSeries], _ ours: TrialScore) {
        let retryThree = TrialScore(series) { RetryThreeRule() }
        let words = { (score: TrialScore) in
            "\(score.rerunCount), of flaky cases \(score.reruns[.flaky] ?? 0)"
        }
        Bench.say("re-runs in all nights", words(ours), target: "fewer than retry 3")
        Bench.say("  by retry 3", words(retryThree), target: "more")
        let share = percent(retryThree.falseRegressionShare)
        let noticed = percent(retryThree.detectedShare(within: 2))
        Bench.say("  which says falsely, and notices", "\(share), \(noticed)", target: "to compare")
    }

    /// The same without what the figures above take for granted.
    private static func sayAssumptions(_ series: [LabelledSeries]) {
        let plain = TrialScore(series) { PosteriorRule(bounds: RerunPlan.Bounds(maximum: 0)) }
        Bench.say(
            "without re-runs: falsely, noticed in 2, 3, 5",
            ([plain.falseRegressionShare] + [2, 3, 5].map(plain.detectedShare)).map(percent).joined(separator: ", "),
            target: "to compare"
        )
        let sticky = TrialScore(cases(count: 1000, stickiness: 0.25)) { PosteriorRule() }
        Bench.say(
            "every 4th re-run repeats the first: the same",
            ([sticky.falseRegressionShare] + [2, 3, 5].map(sticky.detectedShare)).map(percent).joined(separator: ", "),
            target: "to compare"
        )
    }

    /// What the trends are after the last night.
    private static func sayEnd(_ series: [LabelledSeries]) {
        let final = FinalTrends(series)
        for label in LabelledSeries.Label.allCases {
            let kinds = final.kinds[label, default: [:]].sorted {
                ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue)
            }
            let words = kinds.map { "\($0.value) \($0.key.rawValue)" }.joined(separator: ", ")
            Bench.say("\(label.rawValue) in the end", words, target: "to compare")
        }
        let part = { (count: Int, label: LabelledSeries.Label) in
            percent(Double(count) / Double(final.count(label)))
        }
        Bench.say("true rate within the interval", part(final.ratesWithin, .flaky), target: "about 95 %")
        Bench.say("true night within the range", part(final.changesWithin, .regressed), target: "at least 97 %")
        Bench.say("true night is the most probable", part(final.changesExact, .regressed), target: "to compare")
    }

    /// How long it takes.
    private static func sayTimes() {
        let lines = (0..<600).map { item in
            (0..<1095).map { night in
                let fails = item.isMultiple(of: 20) && (night &* 7919).isMultiple(of: 11)
                return Tally(failures: fails ? 1 : 0, passes: fails ? 0 : 1)
            }
        }
        let context = RunContext(endpoint: "https://seam.example.com", contract: "c", suite: "s")
        let trends = Measurement(rounds: 5) {
            lines.map { tallies -> Trend in
                var posterior = StatePosterior()
                for (number, tally) in tallies.enumerated() { posterior.observe(tally, inNight: number, of: context) }
                return Trend(posterior)
            }
        }
        Bench.say("the trends of 600 cases over 1095 nights", trends.summary, target: "under 200 ms")
        var generator = SeededGenerator(seed: 1)
        let stored = (0..<1095).map { _ in
            LatencyHistogram((0..<60).map { _ in .microseconds(Int.random(in: 900...4900, using: &generator)) }).encoded
        }
        let bytes = Measurement.rounded(Double(stored.map(\.count).reduce(0, +)) / Double(stored.count))
        Bench.say("a stored night of one operation, 60 answers", "\(bytes) bytes", target: "under 150 bytes")
        let merge = Measurement(rounds: 7) { () -> LatencyHistogram in
            stored.reduce(into: LatencyHistogram()) { whole, bytes in
                if let night = try? LatencyHistogram(decoding: bytes) { whole.merge(night) }
            }
        }
        Bench.say("1095 nights of one operation read and merged", merge.summary, target: "20 operations under 200 ms")
    }

    /// Made-up cases of each label in turn, the same at every run.
    private static func cases(count: Int, stickiness: Double = 0) -> [LabelledSeries] {
        var generator = SeededGenerator(seed: 1)
        let labels = LabelledSeries.Label.allCases
        return (0..<count).map {
            LabelledSeries(labels[$0 % labels.count], stickiness: stickiness, using: &generator)
        }
    }

    private static func percent(_ share: Double) -> String {
        "\(Measurement.rounded(share * 100)) %"
    }
}
