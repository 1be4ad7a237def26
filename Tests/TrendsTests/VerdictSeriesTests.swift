import Results
import Testing
import Timestamps
import Trends

@Suite("A case's line of verdicts")
struct VerdictSeriesTests {
    @Test(
        "a verdict says what the endpoint does, whatever a waiver makes of it",
        arguments: [
            (.passed, .holds), (.warned, .holds), (.unexpectedPass, .holds), (.failed, .breaks), (.waived, .breaks),
            (.error, nil), (.blocked, nil), (.skipped, nil), (.notApplicable, nil),
        ] as [(Verdict, Outcome?)]
    )
    func outcomes(verdict: Verdict, outcome: Outcome?) {
        #expect(Outcome(verdict) == outcome)
    }

    @Test("a night breaks when every judged attempt does, and says nothing when none was judged")
    func nights() {
        #expect(VerdictSeries.Night(0, [.failed, .error, .failed]).outcome == .breaks)
        #expect(VerdictSeries.Night(0, [.failed, .passed, .failed]).outcome == .holds)
        #expect(VerdictSeries.Night(0, [.error]).outcome == nil)
        #expect(VerdictSeries.Night(0, []).outcome == nil)
        #expect(VerdictSeries.Night(0, [.failed, .passed, .failed]).tally == Tally(failures: 2, passes: 1))
    }

    @Test("nights stay in the order they come in, since a clock may be ahead")
    func order() {
        let nights = (0..<20).reversed().map { VerdictSeries.Night($0, [.passed]) }
        #expect(VerdictSeries(caseID: "case", nights: nights).nights == nights)
    }

    @Test("runs are comparable when suite and contract are the same")
    func comparable() {
        let context = RunContext.made(labels: [Label(key: "build", value: "1")])
        #expect(context.isComparable(to: .made(endpoint: "https://other.example.com")))
        #expect(!context.isComparable(to: .made(suite: "t")))
        #expect(!context.isComparable(to: .made(contract: "d")))
    }

    @Test("the context of a run is that of its header")
    func header() {
        let header = RunHeader(
            id: "run",
            startedAt: Timestamp(milliseconds: 0),
            endpoint: "https://seam.example.com",
            isEmbedded: false,
            contract: Provenance(origin: "bundled", fingerprint: "c"),
            suite: Provenance(origin: "bundled", fingerprint: "s"),
            version: "1",
            seed: 1,
            caseCount: 1,
            labels: [Label(key: "build", value: "1")]
        )
        #expect(RunContext(header) == .made(labels: [Label(key: "build", value: "1")]))
    }
}
