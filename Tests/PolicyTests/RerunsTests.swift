import Policy
import Results
import Testing
import Timestamps
import Trends

@Suite("Re-runs of new failures")
struct RerunsTests {
    private static let main = GateTests.run("main", ["a": .passed, "b": .passed])

    /// A run in which `a` newly fails.
    private static func subject(_ attempts: [Verdict] = [], nights: [Verdict] = []) -> GateSubject {
        let run = GateTests.run("x", ["a": .failed, "b": .passed], attempts: ["a": attempts])
        let series = VerdictSeries(
            caseID: "a",
            nights: nights.enumerated().map { number, verdict in
                VerdictSeries.Night(
                    run: "night",
                    startedAt: GateTests.now + .seconds(number - 100_000),
                    verdicts: [verdict],
                    context: RunContext(run.header)
                )
            }
        )
        return GateSubject(run, against: .run(main), series: nights.isEmpty ? [:] : ["a": series])
    }

    /// The verdicts of the attempts that the test asks for, when each attempt comes out as the script says.
    private static func attempts(_ subject: GateSubject, _ script: [Verdict], maximum: Int = 10) -> (
        Int, RerunPlan.Step?
    ) {
        var reruns = Reruns(subject, maximum: maximum)
        for (count, verdict) in script.enumerated() {
            guard reruns.due.map(\.caseID) == ["a"] else { return (count, reruns.trials["a"]?.step) }
            let breaches = verdict == .failed ? [FindingTrace(fingerprint: "f", requirements: ["UI-CREATE"])] : []
            reruns.record(Attempt(verdict: verdict, breaches: breaches, finishedAt: GateTests.now), ofCase: "a")
        }
        return (script.count, reruns.trials["a"]?.step)
    }

    @Test("a stable case that goes on failing is broken after two re-runs, one that holds is not after some")
    func decides() {
        let subject = Self.subject(nights: Array(repeating: .passed, count: 60))
        let broken = Self.attempts(subject, Array(repeating: .failed, count: 10))
        #expect(broken.0 == 2)
        #expect(broken.1 == .decided(.broken))
        let flaky = Self.attempts(subject, Array(repeating: .passed, count: 10))
        #expect((1...3).contains(flaky.0))
        #expect(flaky.1 == .decided(.working))
    }

    @Test("without any nights before it takes more, and is still decided")
    func withoutHistory() {
        let flaky = Self.attempts(Self.subject(), Array(repeating: .passed, count: 10))
        #expect((2...5).contains(flaky.0))
        #expect(flaky.1 == .decided(.working))
        #expect(Self.attempts(Self.subject(), Array(repeating: .failed, count: 10)).1 == .decided(.broken))
    }

    @Test("a case that is known to fail now and then is not run again at all, or once")
    func knownFlaky() {
        let nights = (0..<100).map { $0.isMultiple(of: 4) ? Verdict.failed : .passed }
        #expect(Self.attempts(Self.subject(nights: nights), [.passed, .passed]).0 <= 1)
    }

    @Test("what came to no judgement ends the test, undecided", arguments: [Verdict.error, .skipped, .notApplicable])
    func unreachable(verdict: Verdict) {
        let result = Self.attempts(Self.subject(), [verdict, .passed, .passed])
        #expect(result.0 == 1)
        #expect(result.1 == .undecided)
    }

    @Test("a case is run again no more often than the policy allows, not at all with 0")
    func bound() {
        let script: [Verdict] = [.failed, .passed, .failed, .passed, .failed, .passed, .failed, .passed]
        #expect(Self.attempts(Self.subject(), script, maximum: 1).0 == 1)
        #expect(Self.attempts(Self.subject(), script, maximum: 0).0 == 0)
    }

    @Test("more new failures at once than can be chance are not run again")
    func tooMany() throws {
        let ids = (0...Reruns.caseLimit).map { "case-\($0)" }
        let main = GateTests.run("main", Dictionary(uniqueKeysWithValues: ids.map { ($0, .passed) }))
        let run = GateTests.run("x", Dictionary(uniqueKeysWithValues: ids.map { ($0, .failed) }))
        let subject = GateSubject(run, against: .run(main))
        #expect(Reruns(subject, maximum: 10).due.isEmpty)
        let decision = try GateTests.decision(on: subject)
        #expect(decision.answer == "gate shut: new failures (51, too many at once to be chance)")
    }

    @Test("only what failed or was blocked is run again, never what could not be reached or is waived in vain")
    func eligible() {
        let verdicts: [String: Verdict] = [
            "f": .failed, "b": .blocked, "e": .error, "s": .skipped, "u": .unexpectedPass,
        ]
        let main = GateTests.run("main", verdicts.mapValues { _ in .passed })
        let reruns = Reruns(GateSubject(GateTests.run("x", verdicts), against: .run(main)), maximum: 9)
        #expect(reruns.due.map(\.caseID) == ["b", "f"])
    }

    @Test("what failed by chance leaves the gate open, and its figures are told")
    func open() throws {
        let decision = try GateTests.decision(on: Self.subject([.passed, .passed, .passed, .passed, .passed]))
        #expect(decision.answer == "gate open: nothing new is broken since run main, and 1 case failed by chance")
        let rule = try #require(decision.rules.first { $0.name == "new failures" })
        #expect(rule.figures == "0, and 1 by chance")
        #expect(
            rule.notes[0].hasPrefix(
                "a: passed → failed, breaks UI-CREATE (run again 5 times, held 5 times: broken with"
            )
        )
        #expect(rule.notes[0].hasSuffix("so it failed by chance)"))
    }

    @Test("what fails again leaves it shut, and a must of the profile that failed by chance is kept")
    func shut() throws {
        let decision = try GateTests.decision(on: Self.subject([.failed, .failed]))
        #expect(decision.answer == "gate shut: new failures (1)")
        #expect(decision.rules.flatMap(\.reasons)[0].hasSuffix("so it is broken)"))
        let chance = Self.subject([.passed, .passed, .passed, .passed, .passed])
        #expect(try GateTests.decision(on: chance, rules: GateRules(profile: "core")).isOpen)
    }

    @Test("an old failure that fails in another way is held against that way, not against the old one")
    func worse() {
        let main = GateTests.run("main", ["a": .failed])
        let run = GateTests.run("x", ["a": .failed], faults: ["a": ["f", "g"]])
        var reruns = Reruns(GateSubject(run, against: .run(main)), maximum: 10)
        while reruns.due.map(\.caseID) == ["a"] {
            let old = [FindingTrace(fingerprint: "f", requirements: ["UI-CREATE"])]
            reruns.record(Attempt(verdict: .failed, breaches: old, finishedAt: GateTests.now), ofCase: "a")
        }
        #expect(reruns.trials["a"]?.step == .decided(.working))
    }
}
