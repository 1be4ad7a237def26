/// The one answer of a run, from which the exit code follows.
public enum RunConclusion: String, Sendable, Hashable, CaseIterable {
    /// No `must` is broken, and something was really tested.
    case conforms
    /// A `must` is broken, a waiver is stale, or a set-up was refused, so that conformance can't be said.
    case doesNotConform
    /// No case came to a judgement.
    case nothingTested
    /// The endpoint could not be reached.
    case unreachable
    /// Nothing was sent, since the workspace is no sandbox or can't be told to be one.
    case refused
    /// A defect of ours: a case ended in `error` for another reason than the network.
    case defect
    /// Someone stopped the run.
    case interrupted
}

extension RunRecord {
    /// How many cases have each verdict; verdicts that no case has are left out.
    public var counts: [Verdict: Int] {
        cases.reduce(into: [:]) { counts, record in
            if let verdict = record.result?.verdict { counts[verdict, default: 0] += 1 }
        }
    }

    /// The answer of the run.
    ///
    /// - Parameter isStrict: whether a broken `should` counts as a failure.
    /// - Returns: the answer.
    public func conclusion(isStrict: Bool = false) -> RunConclusion {
        switch ending?.reason {
        case nil, .interrupted: .interrupted
        case .unreachable: .unreachable
        case .refused: .refused
        case .failed: .defect
        case .complete: conclusionOfCompleteRun(isStrict: isStrict)
        }
    }

    /// The answer when every planned case has a verdict: what the endpoint broke comes before what we could not do.
    private func conclusionOfCompleteRun(isStrict: Bool) -> RunConclusion {
        let counts = counts
        let breaking: [Verdict] = [.failed, .unexpectedPass, .blocked] + (isStrict ? [.warned] : [])
        if breaking.contains(where: { counts[$0] != nil }) { return .doesNotConform }
        if counts[.error] != nil { return hasOnlyNetworkErrors ? .unreachable : .defect }
        return counts.keys.contains(where: \.isJudgement) ? .conforms : .nothingTested
    }

    /// Whether every case that ended in `error` did so since an exchange failed to arrive.
    private var hasOnlyNetworkErrors: Bool {
        cases.filter { $0.result?.verdict == .error }
            .allSatisfy { $0.findings.contains { $0.severity == .harness && $0.code.hasPrefix("transport.") } }
    }
}
