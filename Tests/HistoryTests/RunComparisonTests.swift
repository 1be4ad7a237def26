import History
import Results
import SeamContract
import Testing

@Suite("Comparing runs")
struct RunComparisonTests {
    /// What a case's verdicts in two runs make of it; nil for a verdict means that the run ended before the case.
    static let changes: [(before: RunOutcome.Case?, after: RunOutcome.Case?, change: RunComparison.Change?)] = [
        (case_(.passed), case_(.failed), .new),
        (case_(.warned), case_(.unexpectedPass), .new),
        (case_(.skipped), case_(.blocked), .new),
        (case_(.error), case_(.failed), .new),
        (case_(nil), case_(.failed), .new),
        (.none, case_(.failed), .new),
        (case_(.failed), case_(.failed), .stillFailing),
        (case_(.failed), case_(.blocked), .stillFailing),
        (case_(.failed), case_(.passed), .fixed),
        (case_(.blocked), case_(.warned), .fixed),
        (case_(.failed), case_(.waived), .waived),
        (.none, case_(.waived), .waived),
        (.none, case_(.passed), .appeared),
        (.none, case_(.skipped), .appeared),
        (case_(.passed), .none, .vanished),
        (case_(.failed), .none, .vanished),
        (case_(.passed), case_(.skipped), .untold),
        (case_(.failed), case_(.error), .untold),
        (case_(.failed), case_(nil), .untold),
        (case_(.passed), case_(.warned), nil),
        (case_(.waived), case_(.passed), nil),
        (case_(.skipped), case_(.passed), nil),
        (case_(nil), case_(.notApplicable), nil),
    ]

    static func case_(_ verdict: Verdict?) -> RunOutcome.Case { RunOutcome.Case(verdict: verdict) }

    static func run(_ id: String, _ cases: [String: RunOutcome.Case]) -> RunOutcome {
        RunOutcome(header: TestRun.header(id), ending: nil, cases: cases)
    }

    @Test(
        "a case is new, still failing, fixed, waived, appeared, vanished or untold, or nothing is said",
        arguments: changes
    )
    func change(before: RunOutcome.Case?, after: RunOutcome.Case?, change: RunComparison.Change?) {
        let comparison = RunComparison(
            Self.run("a", before.map { ["x": $0] } ?? [:]),
            Self.run("b", after.map { ["x": $0] } ?? [:])
        )
        #expect(comparison.cases.map(\.change) == (change.map { [$0] } ?? []))
    }

    @Test("new failures come first, and within a change the cases are sorted")
    func order() {
        let comparison = RunComparison(
            Self.run("a", ["gone": Self.case_(.passed), "b": Self.case_(.passed), "was": Self.case_(.failed)]),
            Self.run("b", ["b": Self.case_(.failed), "a": Self.case_(.failed), "was": Self.case_(.passed)])
        )
        #expect(comparison.cases.map(\.id) == ["a", "b", "was", "gone"])
    }

    @Test("a fixed case names what it broke before, a new failure what it breaks now")
    func broken() {
        let bad = RunOutcome.Case(
            verdict: .failed,
            requirements: [RequirementResult(id: "UI-CREATE", level: .must, weighed: 1, broken: 1)]
        )
        let comparison = RunComparison(
            Self.run("a", ["fixed": bad, "new": Self.case_(.passed)]),
            Self.run("b", ["fixed": Self.case_(.passed), "new": bad])
        )
        #expect(comparison.cases.map(\.broken) == [["UI-CREATE"], ["UI-CREATE"]])
    }

    @Test("a case that fails in another way than before, too, is worse; one that fails in fewer ways is not")
    func worse() {
        let failing = { (faults: [String], severity: Finding.Severity) in
            RunOutcome.Case(
                verdict: .failed,
                breaches: faults.map { FindingTrace(fingerprint: $0, requirements: ["UI-CREATE"], severity: severity) }
            )
        }
        let cases = [
            failing(["a"], .must), failing(["a", "b"], .must), failing(["c"], .must), failing(["a", "d"], .should),
        ]
        let changes = { (before: RunOutcome.Case) in
            cases.map { RunComparison(Self.run("a", ["x": before]), Self.run("b", ["x": $0])).cases[0].change }
        }
        #expect(changes(cases[0]) == [.stillFailing, .worse, .worse, .stillFailing])
        #expect(changes(cases[1]) == [.stillFailing, .stillFailing, .worse, .stillFailing])
        #expect(changes(Self.case_(.failed)) == [.stillFailing, .stillFailing, .stillFailing, .stillFailing])
    }

    @Test("a run compared with itself has no change but what still fails")
    func itself() {
        let cases = Dictionary(
            uniqueKeysWithValues: Verdict.allCases.map { ($0.rawValue, Self.case_($0)) }
        )
        let comparison = RunComparison(Self.run("a", cases), Self.run("a", cases))
        #expect(comparison.cases.map(\.id) == ["blocked", "failed", "unexpectedPass", "waived"])
    }

    @Test("what the store tells of a run is how its cases came out, those that did not end included")
    func stored() throws {
        let store = try Store.inMemory()
        let writer = RunWriter(store: store)
        writer.record(.started(TestRun.header()))
        for event in TestRun.caseEvents("a", verdict: .failed) + TestRun.caseEvents("b", verdict: .passed) {
            writer.record(event)
        }
        writer.record(TestRun.caseEvents("c")[0])
        writer.record(TestRun.ending())
        let outcome = try store.outcome(of: "latest")
        #expect(outcome.header == TestRun.header())
        #expect(outcome.ending != nil)
        #expect(outcome.cases.mapValues(\.verdict) == ["a": .failed, "b": .passed, "c": nil])
        #expect(outcome.cases.mapValues(\.broken) == ["a": ["UI-CREATE"], "b": [], "c": []])
    }

    @Test("the line of a case has the runs that had it, in the order in which they were written")
    func line() throws {
        let store = try Store.inMemory()
        for (minute, verdict) in [(2, Verdict.failed), (0, .passed), (1, .skipped)] {
            let writer = RunWriter(store: store)
            writer.record(.started(TestRun.header("run-\(minute)", minute: minute)))
            for event in TestRun.caseEvents(minute == 1 ? "b" : "a", verdict: verdict) { writer.record(event) }
            writer.record(TestRun.ending())
        }
        let line = try store.line(ofCase: "a")
        #expect(line.entries.map(\.header.id) == ["run-2", "run-0"])
        #expect(line.entries.map(\.outcome.verdict) == [.failed, .passed])
        #expect(try store.line(ofCase: "c").entries.isEmpty)
        #expect(try store.caseIDs() == ["a", "b"])
    }
}
