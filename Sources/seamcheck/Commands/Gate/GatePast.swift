import History
import Policy
import Results

/// What is known of the time before a run, from the store or a baseline file.
struct GatePast: Sendable {
    /// What the gate asks for.
    let rules: GateRules
    /// The store.
    let store: Store
    /// The run to compare with, by its whole id; nil for the latest complete one of the baseline's label.
    let baseline: String?
    /// The file to compare with; nil for a run.
    let file: BaselineFile?

    /// How many of the latest nights tell how often a case fails: so many that older ones would hardly weigh.
    private static let nightLimit = 180

    /// How many of the latest nights tell how long answers take.
    private static let latencyNightLimit = 30

    /// The run with what is known of the time before it.
    ///
    /// - Parameter run: the run.
    /// - Returns: what the gate decides on.
    /// - Throws: `StoreError`, or `CommandFailure` when it would be compared with itself.
    func subject(for run: RunOutcome) throws -> GateSubject {
        var subject = GateSubject(run, against: try baseline(of: run))
        subject.series = try store.series(
            ofCases: subject.newFailures.map(\.id),
            labelled: rules.baseline,
            before: run.header,
            limit: Self.nightLimit
        )
        subject.latencies = try latencies(of: run)
        return subject
    }

    /// How long answers took in the run, and before; nil where that tells nothing of an endpoint.
    ///
    /// One run has too few answers to compare with, so those of the nights before it count together.
    private func latencies(of run: RunOutcome) throws -> GateSubject.Latencies? {
        guard rules.slowdown != nil, file == nil, !run.header.isEmbedded else { return nil }
        let before =
            try baseline.map { try store.latencies(ofRun: $0) }
            ?? store.latencies(labelled: rules.baseline, before: run.header, limit: Self.latencyNightLimit)
        let after = try store.latencies(ofRun: run.header.id)
        return before.isEmpty || after.isEmpty ? nil : GateSubject.Latencies(before: before, after: after)
    }

    private func baseline(of run: RunOutcome) throws -> Baseline? {
        if let file { return .file(file) }
        if let baseline {
            guard baseline != run.header.id else {
                let words = "run \(baseline) can't be compared with itself (name another by --baseline)"
                throw CommandFailure(words, status: .usage)
            }
            return .run(try store.outcome(of: baseline))
        }
        return try store.latestOutcome(labelled: rules.baseline, otherThan: run.header.id).map { .run($0) }
    }
}
