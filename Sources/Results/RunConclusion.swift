/// The one answer of a run, from which the exit code follows.
public enum RunConclusion: String, Sendable, Hashable, CaseIterable {
    /// No `must` is broken, and something was really tested.
    case conforms
    /// A `must` is broken, a waiver is stale, or a case was blocked or an operation never worked, so that conformance
    /// can't be said.
    case doesNotConform
    /// No case came to a judgement, or none that weighed a requirement of the run's profile.
    case nothingTested
    /// Nothing can be said of the endpoint: no connection came about, or no whole answer.
    case unreachable
    /// No case was run, since the workspace is no sandbox or can't be told to be one.
    case refused
    /// A scenario of the user's is wrong, so that a case ended in `error`.
    case invalidScenario
    /// The run was stopped, since its store can't be written.
    case notWritten
    /// A defect of ours: a case ended in `error` for another reason than the network or a scenario of the user's.
    case defect
    /// The run's time was over before every case was judged, and nothing is broken so far.
    case outOfTime
    /// Someone stopped the run.
    case interrupted
    /// Not all shards of the run came.
    case incomplete
}

extension RunConclusion {
    /// The answer of a run: what the endpoint broke comes before what we could not do.
    ///
    /// - Parameters:
    ///   - reason: how the run ended; nil while it runs, or when it died without a word.
    ///   - counts: how many cases have each verdict.
    ///   - errorCause: why cases ended in `error`.
    ///   - hasCause: whether a case was skipped because of an operation that never worked.
    ///   - testsProfile: whether a case weighed a requirement of the run's profile; true when it has none.
    ///   - isStrict: whether a broken `should` counts as a failure.
    public init(
        reason: RunEnding.Reason?,
        counts: [Verdict: Int],
        errorCause: ErrorCause,
        hasCause: Bool = false,
        testsProfile: Bool = true,
        isStrict: Bool
    ) {
        let has = { (verdict: Verdict) in counts[verdict, default: 0] > 0 }
        let isTested = testsProfile && Verdict.allCases.contains { $0.isJudgement && has($0) }
        self =
            switch reason {
            case nil, .interrupted: .interrupted
            case .incomplete: .incomplete
            case .unreachable: .unreachable
            case .refused: .refused
            case .unwritable: has(.failed) ? .doesNotConform : .notWritten
            case .failed: .defect
            case .deadline where has(.failed) || has(.unexpectedPass): .doesNotConform
            case .deadline where isStrict && has(.warned): .doesNotConform
            case .deadline: hasCause ? .doesNotConform : .outOfTime
            case .complete where has(.failed) || has(.unexpectedPass) || has(.blocked): .doesNotConform
            case .complete where isStrict && has(.warned): .doesNotConform
            case .complete where has(.error): Self(errorCause)
            case .complete where hasCause: .doesNotConform
            case .complete: isTested ? .conforms : .nothingTested
            }
    }

    /// The answer of a run in which nothing is broken, but a case ended in `error`.
    private init(_ cause: ErrorCause) {
        switch cause {
        case .network: self = .unreachable
        case .scenario: self = .invalidScenario
        case .ours: self = .defect
        }
    }
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
        RunConclusion(
            reason: ending?.reason,
            counts: counts,
            errorCause: errorCause,
            hasCause: cases.contains { $0.result?.verdict == .skipped && $0.result?.cause != nil },
            testsProfile: testsProfile,
            isStrict: isStrict
        )
    }

    /// Whether a case that came to a judgement weighed a requirement of the profile; true when the run has none.
    private var testsProfile: Bool {
        guard let profile = header.profile else { return true }
        let demanded = Set(profile.requirements)
        return cases.compactMap(\.result).filter(\.verdict.isJudgement)
            .contains { $0.requirements.contains { demanded.contains($0.id) } }
    }

    /// Why cases ended in `error`.
    private var errorCause: ErrorCause {
        let codes = cases.filter { $0.result?.verdict == .error }
            .map { $0.findings.filter { $0.severity == .harness }.map(\.code) }
        return ErrorCause(codes: codes, suite: header.suite)
    }
}
