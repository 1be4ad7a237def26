public import Trends

/// How well the trends after the last night fit what is true of made-up cases.
public struct FinalTrends: Sendable, Hashable {
    /// How many cases came to each kind, by what is true of them.
    public private(set) var kinds: [LabelledSeries.Label: [Trend.Kind: Int]] = [:]
    /// How many flaky cases have their true failure rate within the interval of 95 %.
    public private(set) var ratesWithin = 0
    /// How many cases that regressed have the true night within the range of the change.
    public private(set) var changesWithin = 0
    /// How many cases that regressed have the true night as the most probable one.
    public private(set) var changesExact = 0

    /// The trends of cases that were run again as the plan asks for.
    ///
    /// - Parameters:
    ///   - series: the cases.
    ///   - model: what is taken for granted.
    public init(_ series: [LabelledSeries], model: TrendModel = TrendModel()) {
        for item in series {
            var rule = PosteriorRule(model: model)
            for attempts in item.attempts { _ = rule.judge(attempts) }
            let trend = Trend(rule.posterior)
            kinds[item.label, default: [:]][trend.kind, default: 0] += 1
            switch (item.label, item.change, trend.change) {
            case (.flaky, _, _) where trend.failureRate?.holds(item.rates[0]) ?? false: ratesWithin += 1
            case (.regressed, let truth?, let change?):
                if change.range.contains(truth) { changesWithin += 1 }
                if change.night == truth { changesExact += 1 }
            default: break
            }
        }
    }

    /// How many cases of a label there are.
    ///
    /// - Parameter label: the label.
    /// - Returns: how many.
    public func count(_ label: LabelledSeries.Label) -> Int {
        kinds[label, default: [:]].values.reduce(0, +)
    }
}

extension BetaDistribution {
    /// Whether a rate is within the interval that leaves out 2.5 % on either side.
    fileprivate func holds(_ rate: Double) -> Bool {
        (0.025...0.975).contains(cumulative(rate))
    }
}
