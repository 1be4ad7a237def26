/// How well a rule told made-up cases apart.
public struct TrialScore: Sendable, Hashable {
    /// How many cases it judged.
    public private(set) var caseCount = 0
    /// How many of them it falsely said to have broken: it called them broken in a night in which they work, and had not the night
    /// before, or it said that they regressed when they had not.
    public private(set) var falseRegressions = 0
    /// How many of them regressed.
    public private(set) var regressions = 0
    /// After how many nights each regression that it noticed was noticed: 1 in the very night.
    public private(set) var delays: [Int] = []
    /// How many re-runs it asked for, by what is true of the case.
    public private(set) var reruns: [LabelledSeries.Label: Int] = [:]

    /// The score of a rule.
    ///
    /// - Parameters:
    ///   - series: the cases.
    ///   - rule: makes the rule as it is before the first night of a case.
    public init(_ series: [LabelledSeries], rule: () -> some TrialRule) {
        for item in series {
            var rule = rule()
            add(
                item,
                claims: item.attempts.map { attempts in
                    let (claim, rerunCount) = rule.judge(attempts)
                    reruns[item.label, default: 0] += rerunCount
                    return claim
                }
            )
        }
    }

    /// The part of all cases that was falsely said to be broken, 0 to 1.
    public var falseRegressionShare: Double { Double(falseRegressions) / Double(caseCount) }

    /// The part of all regressions that was noticed in so many nights, the first included, 0 to 1.
    ///
    /// - Parameter nights: how many nights there are to notice it.
    /// - Returns: the part.
    public func detectedShare(within nights: Int) -> Double {
        Double(delays.count { $0 <= nights }) / Double(regressions)
    }

    /// How many re-runs it asked for in all.
    public var rerunCount: Int { reruns.values.reduce(0, +) }

    private mutating func add(_ series: LabelledSeries, claims: [Claim]) {
        caseCount += 1
        let regression = series.label == .regressed ? series.change : nil
        let isFalse = claims.enumerated().contains { night, claim in
            switch claim {
            case .nothing: false
            case .broken: !series.isBroken(inNight: night) && (night == 0 || claims[night - 1] == .nothing)
            case .regressed: night < regression ?? .max
            }
        }
        if isFalse { falseRegressions += 1 }
        guard let regression else { return }
        regressions += 1
        if let noticed = claims[regression...].firstIndex(where: { $0 != .nothing }) {
            delays.append(noticed - regression + 1)
        }
    }
}
