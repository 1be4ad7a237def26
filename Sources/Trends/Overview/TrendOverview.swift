public import Results
import Timestamps

/// What many nights tell together: how each came out, what is broken since when, what is flaky, and how long answers take.
public struct TrendOverview: Sendable, Hashable {
    /// Which runs were looked at.
    public let scope: TrendScope
    /// The nights, oldest first.
    public let nights: [Night]
    /// The requirements that any night weighed: by what is worst now, then by how often they were broken, then by id.
    public let requirements: [RequirementLine]
    /// What is broken: those that no waiver allows first, then what broke last, then by id.
    public let open: [OpenFailure]
    /// What fails now and then, the most often failing first, then by id.
    public let flaky: [FlakyCase]
    /// How many cases are of which kind; kinds that none is of are left out.
    public let kinds: [Trend.Kind: Int]
    /// How long the answers of each operation took, by its path.
    public let latencies: [LatencyLine]
    /// What appeared in the answers or vanished from them, the latest first.
    public let drifts: [DriftTurn]

    /// What some nights tell.
    ///
    /// - Parameters:
    ///   - runs: the runs, oldest first, in the order in which they were written.
    ///   - scope: which runs those are.
    ///   - titles: what a case is about, by its id.
    ///   - latencies: how long the answers of each operation took, by run and operation; runs that tell none may be missing.
    ///   - drifts: what appeared in the answers or vanished from them, the latest first.
    ///   - model: what is taken for granted about cases.
    public init(
        _ runs: [RunOutcome],
        scope: TrendScope,
        titles: [String: String] = [:],
        latencies: [String: [String: LatencyHistogram]] = [:],
        drifts: [DriftTurn] = [],
        model: TrendModel = TrendModel()
    ) {
        self.scope = scope
        self.drifts = drifts
        nights = Night.nights(of: runs)
        requirements = RequirementLine.lines(of: runs)
        self.latencies = LatencyLine.lines(of: runs.map { latencies[$0.header.id] ?? [:] })
        let cases = CaseTrend.trends(of: runs, titles: titles, model: model)
        open = cases.compactMap { OpenFailure($0, in: runs, model: model) }.sorted()
        flaky = cases.compactMap(FlakyCase.init).sorted()
        kinds = cases.reduce(into: [:]) { counts, item in counts[item.trend.kind, default: 0] += 1 }
    }
}
