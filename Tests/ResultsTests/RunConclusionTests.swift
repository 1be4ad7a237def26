import Results
import Testing

@Suite("The answer of a run")
struct RunConclusionTests {
    @Test(
        "what the endpoint broke comes before what could not be done",
        arguments: [
            ([.passed: 3], .conforms),
            ([.passed: 3, .warned: 1], .conforms),
            ([.passed: 3, .failed: 1], .doesNotConform),
            ([.passed: 3, .blocked: 1], .doesNotConform),
            ([.passed: 3, .unexpectedPass: 1], .doesNotConform),
            ([.failed: 1, .error: 1], .doesNotConform),
            ([.passed: 3, .error: 1], .defect),
            ([.skipped: 3, .notApplicable: 1], .nothingTested),
            ([:], .nothingTested),
            ([.skipped: 3, .waived: 1], .conforms),
        ] as [([Verdict: Int], RunConclusion)]
    )
    func completeRun(counts: [Verdict: Int], conclusion: RunConclusion) {
        #expect(self.conclusion(of: counts) == conclusion)
    }

    @Test("a strict run does not conform when a should is broken")
    func strict() {
        #expect(conclusion(of: [.passed: 3, .warned: 1], isStrict: true) == .doesNotConform)
        #expect(conclusion(of: [.passed: 3], isStrict: true) == .conforms)
    }

    @Test("a run with an operation that never worked, or that weighed nothing of its profile, never conforms")
    func reservations() {
        #expect(conclusion(of: [.passed: 3, .skipped: 1], hasCause: true) == .doesNotConform)
        #expect(conclusion(of: [.passed: 3, .error: 1], hasCause: true) == .defect)
        #expect(conclusion(of: [.passed: 3], testsProfile: false) == .nothingTested)
        #expect(conclusion(of: [.failed: 1], testsProfile: false) == .doesNotConform)
    }

    @Test("errors that only come from the network mean that the endpoint could not be reached")
    func network() {
        #expect(conclusion(of: [.passed: 1, .error: 2], errorCause: .network) == .unreachable)
    }

    @Test("errors that come of a scenario of the user's mean that it is wrong")
    func wrongScenario() {
        #expect(conclusion(of: [.passed: 1, .error: 2], errorCause: .scenario) == .invalidScenario)
    }

    @Test(
        "errors have the cause that is furthest from the endpoint",
        arguments: [
            ([["transport.dropped"], ["request.invalid"]], "mine.yaml", .scenario),
            ([["template"], ["request.invalid", "template"]], "mine.yaml", .scenario),
            ([["ownership.refused"]], "mine.yaml", .scenario), ([["ownership.refused"]], "bundled", .ours),
            ([["template"]], "bundled", .ours),
            ([["template", "request.credential"]], "mine.yaml", .ours),
            ([["template", "transport.dropped"]], "mine.yaml", .network),
            ([[], ["template"]], "mine.yaml", .ours),
            ([], "mine.yaml", .network),
        ] as [([[String]], String, ErrorCause)]
    )
    func causes(codes: [[String]], origin: String, cause: ErrorCause) {
        #expect(ErrorCause(codes: codes, suite: Provenance(origin: origin, fingerprint: "")) == cause)
    }

    @Test(
        "a run that did not come to its end says why",
        arguments: [
            (nil, .interrupted), (.interrupted, .interrupted), (.unreachable, .unreachable), (.refused, .refused),
            (.failed, .defect), (.deadline, .outOfTime),
        ] as [(RunEnding.Reason?, RunConclusion)]
    )
    func early(reason: RunEnding.Reason?, conclusion: RunConclusion) {
        let answer = RunConclusion(
            reason: reason,
            counts: [.passed: 2],
            errorCause: .network,
            isStrict: false
        )
        #expect(answer == conclusion)
    }

    @Test(
        "a run whose time was over says so, unless something was found broken before",
        arguments: [
            ([.passed: 2, .error: 1], false, .outOfTime), ([:], false, .outOfTime), ([.blocked: 1], false, .outOfTime),
            ([.failed: 1, .error: 1], false, .doesNotConform), ([.unexpectedPass: 1], false, .doesNotConform),
            ([.warned: 1], false, .outOfTime), ([.warned: 1], true, .doesNotConform),
        ] as [([Verdict: Int], Bool, RunConclusion)]
    )
    func deadline(counts: [Verdict: Int], isStrict: Bool, conclusion: RunConclusion) {
        let answer = RunConclusion(reason: .deadline, counts: counts, errorCause: .ours, isStrict: isStrict)
        #expect(answer == conclusion)
    }

    private func conclusion(
        of counts: [Verdict: Int],
        errorCause: ErrorCause = .ours,
        hasCause: Bool = false,
        testsProfile: Bool = true,
        isStrict: Bool = false
    ) -> RunConclusion {
        RunConclusion(
            reason: .complete,
            counts: counts,
            errorCause: errorCause,
            hasCause: hasCause,
            testsProfile: testsProfile,
            isStrict: isStrict
        )
    }
}
