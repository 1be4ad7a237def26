/// A run as comparisons see it: how each case came out, without the evidence.
public struct RunOutcome: Sendable, Hashable {
    /// How a case came out.
    public struct Case: Sendable, Hashable {
        /// The verdict; nil when the run ended before the case.
        public let verdict: Verdict?
        /// How each requirement that was weighed came out, sorted by id; empty when the run ended before the case.
        public let requirements: [RequirementResult]
        /// A hash of what was written of the scenario; nil when it is not known.
        public let scenarioHash: UInt64?
        /// The cases in which an `every-response` case saw what is broken, the first one first; empty for all others.
        public let witnesses: [String]

        /// What was found wrong, each fault once, sorted by fingerprint.
        public var breaches: [FindingTrace]
        /// How it came out when it was run once more, in order; empty for nearly every case.
        public var attempts: [Attempt]

        /// An outcome.
        ///
        /// - Parameters:
        ///   - verdict: the verdict.
        ///   - requirements: how each requirement that was weighed came out, sorted by id.
        ///   - breaches: what was found wrong, sorted by fingerprint.
        ///   - attempts: how it came out when it was run once more.
        ///   - scenarioHash: a hash of what was written of the scenario.
        ///   - witnesses: the cases in which an `every-response` case saw what is broken.
        public init(
            verdict: Verdict?,
            requirements: [RequirementResult] = [],
            breaches: [FindingTrace] = [],
            attempts: [Attempt] = [],
            scenarioHash: UInt64? = nil,
            witnesses: [String] = []
        ) {
            self.scenarioHash = scenarioHash
            self.witnesses = witnesses
            self.verdict = verdict
            self.requirements = requirements
            self.breaches = breaches
            self.attempts = attempts
        }

        /// The requirements that it breaks, sorted.
        public var broken: [String] { requirements.filter { $0.broken > 0 }.map(\.id) }
    }

    /// What was known at the beginning.
    public let header: RunHeader
    /// How the run ended; nil while it goes on, or when it died without a word.
    public let ending: RunEnding?
    /// The cases by their ids.
    public let cases: [String: Case]

    /// Whether nothing is left to be found out about a case: the run had it, and it is neither broken, nor was it kept from
    /// being judged by something that may be gone by now; nor is it the first one to show what every response was checked for.
    ///
    /// - Parameter id: the case's id.
    /// - Returns: whether a second run may leave it out.
    public func hasSettled(_ id: String) -> Bool {
        switch cases[id]?.verdict {
        case .passed, .warned, .waived, .notApplicable: !isFirstWitness(id)
        case .failed, .error, .blocked, .skipped, .unexpectedPass, nil: false
        }
    }

    /// Whether a case is the first one that shows what an `every-response` case fails for.
    private func isFirstWitness(_ id: String) -> Bool {
        cases.contains { Standing($0.value.verdict) == .bad && $0.value.witnesses.first == id }
    }

    /// An outcome.
    ///
    /// - Parameters:
    ///   - header: what was known at the beginning.
    ///   - ending: how the run ended.
    ///   - cases: the cases by their ids.
    public init(header: RunHeader, ending: RunEnding?, cases: [String: Case]) {
        self.header = header
        self.ending = ending
        self.cases = cases
    }
}

extension RunOutcome {
    /// How a run came out, from its record.
    ///
    /// - Parameter record: the run.
    public init(_ record: RunRecord) {
        let cases = record.cases.map { item in
            (
                item.header.id,
                Case(
                    verdict: item.result?.verdict,
                    requirements: item.result?.requirements ?? [],
                    breaches: item.findings.breaches,
                    attempts: item.attempts,
                    witnesses: item.result?.witnesses ?? []
                )
            )
        }
        self.init(header: record.header, ending: record.ending, cases: Dictionary(cases) { first, _ in first })
    }
}
