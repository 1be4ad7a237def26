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
        let (baseline, remark) = try baseline(of: run)
        var subject = GateSubject(run, against: baseline)
        subject.remark = remark
        subject.series = try store.series(
            ofCases: subject.newFailures.map(\.id),
            before: run.header,
            by: rule,
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
            ?? store.latencies(before: run.header, by: rule, limit: Self.latencyNightLimit)
        let after = try store.latencies(ofRun: run.header.id)
        return before.isEmpty || after.isEmpty ? nil : GateSubject.Latencies(before: before, after: after)
    }

    private var rule: BaselineRule {
        BaselineRule(label: rules.baseline, allowsOtherEndpoints: rules.allowsOtherEndpoint)
    }

    /// What the run is compared with, and what has to be said of that.
    private func baseline(of run: RunOutcome) throws -> (Baseline?, remark: String?) {
        if let file { return (.file(file), nil) }
        if let baseline {
            guard baseline != run.header.id else {
                let words = "run \(baseline) can't be compared with itself (name another by --baseline)"
                throw CommandFailure(words, status: .usage)
            }
            return remarked(try store.outcome(of: baseline), of: run)
        }
        let search = try store.baseline(of: run.header, by: rule)
        if let outcome = search.outcome { return remarked(outcome, of: run) }
        let remark = search.passedOver.map { other, why in
            "not compared with run \(other.gateWords): \(why.words) (name it by --baseline if it is what you want)"
        }
        return (nil, remark)
    }

    /// A run as a baseline, and why it would be none if nobody had said so.
    private func remarked(_ outcome: RunOutcome, of run: RunOutcome) -> (Baseline?, remark: String?) {
        let why = outcome.header.unfitness(asBaselineOf: run.header)
        let isAllowed = why == .endpoint && rules.allowsOtherEndpoint
        let remark = isAllowed ? nil : why.map { "compared with run \(outcome.header.gateWords), although \($0.words)" }
        return (.run(outcome), remark)
    }
}
