public import Results
public import Trends

/// What a gate decides on: the run, and what is known of the time before it.
public struct GateSubject: Sendable {
    /// How long answers took, by the path of the operation.
    public struct Latencies: Sendable {
        /// In the runs of the baseline.
        public let before: [String: LatencyHistogram]
        /// In the run.
        public let after: [String: LatencyHistogram]

        /// Latencies.
        ///
        /// - Parameters:
        ///   - before: those of the runs of the baseline.
        ///   - after: those of the run.
        public init(before: [String: LatencyHistogram], after: [String: LatencyHistogram]) {
            self.before = before
            self.after = after
        }
    }

    /// The run.
    public let run: RunOutcome
    /// What it is compared with; nil when there is nothing, so that whatever fails counts as new.
    public let baseline: Baseline?
    /// The cases of the baseline by their ids, where the run is of some shards only those that belong to them.
    public let before: [String: RunOutcome.Case]
    /// What changed since the baseline, in the order of `RunComparison.Change`, then by id; everything appeared without one.
    public let changes: [RunComparison.Case]
    /// How cases came out in the nights before, by their ids; only those of cases that newly fail are asked for.
    public var series: [String: VerdictSeries]
    /// What has to be said of the baseline, or of why there is none, in one line; nil when it is as usual.
    public var remark: String?
    /// How long answers took; nil when that is not known on both sides, or not to be compared.
    public var latencies: Latencies?

    /// A subject.
    ///
    /// - Parameters:
    ///   - run: the run.
    ///   - baseline: what it is compared with.
    ///   - series: how cases came out in the nights before.
    ///   - latencies: how long answers took.
    public init(
        _ run: RunOutcome,
        against baseline: Baseline?,
        series: [String: VerdictSeries] = [:],
        latencies: Latencies? = nil
    ) {
        self.run = run
        self.baseline = baseline
        self.series = series
        self.latencies = latencies
        let before = baseline?.cases ?? [:]
        let shards = run.header.shards
        self.before = before.filter { id, _ in
            shards?.part(of: id) != nil || shards == nil || EveryResponse.isOne(id)
        }
        let known = self.before.merging(Self.responses(of: run, knownFrom: self.before)) { first, _ in first }
        changes = RunComparison.changes(from: known, to: run.cases)
    }

    /// What a baseline without `every-response` cases tells of them: versions that had none told the same faults of the cases that
    /// saw them, so that such a case is broken as it was when each fault of it was known of any case.
    private static func responses(
        of run: RunOutcome,
        knownFrom before: [String: RunOutcome.Case]
    ) -> [String: RunOutcome.Case] {
        guard !before.keys.contains(where: EveryResponse.isOne) else { return [:] }
        let known = Set(before.values.flatMap(\.breaches).map(\.fingerprint))
        return run.cases.filter { id, outcome in
            let musts = outcome.breaches.filter { $0.severity == .must }
            return EveryResponse.isOne(id) && !musts.isEmpty && musts.allSatisfy { known.contains($0.fingerprint) }
        }
    }

    /// Whether the run is of some shards of a suite, and others did not come.
    public var isOfSomeShards: Bool { run.header.shards.map { !$0.missing.isEmpty } ?? false }

    /// The cases that fail in a way they did not fail in before, by id.
    public var newFailures: [RunComparison.Case] {
        changes.filter { $0.change == .new || $0.change == .worse }.sorted { $0.id < $1.id }
    }

    /// The cases with which one of these things became, by id.
    func cases(_ wanted: RunComparison.Change...) -> [RunComparison.Case] {
        changes.filter { wanted.contains($0.change) }.sorted { $0.id < $1.id }
    }
}
