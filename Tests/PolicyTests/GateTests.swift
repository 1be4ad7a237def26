import BundledSuite
import Policy
import Results
import SeamContract
import Testing
import Timestamps
import Trends

@Suite("The gate")
struct GateTests {
    static let now = WaiverFilterTests.now

    /// A run in which the cases have these verdicts; those that failed break UI-CREATE, by the fault `f` unless others are said.
    static func run(
        _ id: String,
        _ verdicts: [String: Verdict?],
        faults: [String: [String]] = [:],
        attempts: [String: [Verdict]] = [:],
        reason: RunEnding.Reason? = .complete
    ) -> RunOutcome {
        let provenance = Provenance(origin: "bundled", fingerprint: "beef")
        return RunOutcome(
            header: RunHeader(
                id: id,
                startedAt: now,
                endpoint: "http://127.0.0.1",
                isEmbedded: false,
                contract: provenance,
                suite: provenance,
                version: "1",
                seed: 1,
                caseCount: verdicts.count,
                labels: []
            ),
            ending: reason.map { RunEnding(reason: $0, finishedAt: now) },
            cases: Dictionary(
                uniqueKeysWithValues: verdicts.map { id, verdict in
                    (id, outcome(verdict, faults[id] ?? ["f"], attempts[id] ?? []))
                }
            )
        )
    }

    private static func outcome(_ verdict: Verdict?, _ faults: [String], _ attempts: [Verdict]) -> RunOutcome.Case {
        let broken = verdict == .failed || verdict == .waived
        return RunOutcome.Case(
            verdict: verdict,
            requirements: [RequirementResult(id: "UI-CREATE", level: .must, weighed: 1, broken: broken ? 1 : 0)],
            breaches: broken ? faults.map { FindingTrace(fingerprint: $0, requirements: ["UI-CREATE"]) } : [],
            attempts: attempts.map { verdict in
                let faults = verdict == .failed ? ["f"] : []
                return Attempt(
                    verdict: verdict,
                    breaches: faults.map { FindingTrace(fingerprint: $0, requirements: ["UI-CREATE"]) },
                    finishedAt: now
                )
            }
        )
    }

    static func decision(
        _ run: RunOutcome,
        against baseline: RunOutcome?,
        rules: GateRules = GateRules(reruns: 0),
        waivers: [Waiver] = [],
        latencies: GateSubject.Latencies? = nil
    ) throws -> GateDecision {
        let subject = GateSubject(run, against: baseline.map { .run($0) }, latencies: latencies)
        return try decision(on: subject, rules: rules, waivers: waivers)
    }

    static func decision(
        on subject: GateSubject,
        rules: GateRules = GateRules(),
        waivers: [Waiver] = []
    ) throws -> GateDecision {
        let catalogue = try PolicyFileTests.catalogue.get()
        let profiles = try Profile.profiles(in: BundledSuite.files(in: .profiles), of: catalogue)
        let gate = Gate(
            Policy(waivers: waivers, gate: rules),
            catalogue: catalogue,
            profile: rules.profile.flatMap(profiles.named),
            now: now
        )
        return gate.decision(on: subject)
    }

    /// The names of the rules that are broken.
    static func broken(_ decision: GateDecision) -> [String] {
        decision.rules.filter { !$0.holds }.map(\.name)
    }

    @Test("a fault that older versions told of each case that saw it is no new failure of every response")
    func upgraded() throws {
        let id = EveryResponse(operation: "/x/get", requirement: "A").caseID
        let old = Self.run("old", ["a": .failed, "b": .failed, "c": .passed])
        let new = Self.run("new", ["a": .passed, "b": .passed, "c": .passed, id: .failed])
        #expect(GateSubject(new, against: .run(old)).newFailures.isEmpty)
        let other = Self.run("other", ["a": .passed, "b": .passed, "c": .passed, id: .failed], faults: [id: ["g"]])
        #expect(GateSubject(other, against: .run(old)).newFailures.map(\.id) == [id])
        let known = Self.run("known", ["a": .passed, "b": .passed, "c": .passed, id: .passed])
        #expect(GateSubject(new, against: .run(known)).newFailures.map(\.id) == [id])
    }

    @Test("only what is new shuts it")
    func new() throws {
        let main = Self.run("main", ["a": .passed, "b": .failed])
        let same = try Self.decision(Self.run("x", ["a": .passed, "b": .failed]), against: main)
        #expect(same.isOpen)
        #expect(same.answer == "gate open: nothing new is broken since run main")
        let worse = try Self.decision(Self.run("x", ["a": .failed, "b": .failed]), against: main)
        #expect(worse.answer == "gate shut: new failures (1)")
        #expect(worse.rules.flatMap(\.reasons) == ["a: passed → failed, breaks UI-CREATE"])
    }

    @Test("without a baseline, whatever fails counts as new, and the answer says so")
    func noBaseline() throws {
        let decision = try Self.decision(Self.run("x", ["a": .failed, "b": .passed]), against: nil)
        #expect(
            decision.answer == "gate shut: new failures (1, with no complete night of branch=main and this endpoint"
                + " to compare with)"
        )
        #expect(try Self.decision(Self.run("x", ["a": .passed]), against: nil).answer == "gate open: nothing is broken")
    }

    @Test("a run that did not come to its end shuts it", arguments: [RunEnding.Reason.interrupted, .unreachable, nil])
    func incomplete(reason: RunEnding.Reason?) throws {
        let run = Self.run("x", ["a": .passed], reason: reason)
        #expect(try Self.broken(Self.decision(run, against: nil)) == ["complete run"])
    }

    @Test("a case that is gone, or that can't be told any more, shuts it, unless that is allowed")
    func vanished() throws {
        let main = Self.run("main", ["a": .passed, "b": .passed, "c": .passed])
        let run = Self.run("x", ["a": .passed, "c": .error])
        let decision = try Self.decision(run, against: main)
        #expect(decision.rules.flatMap(\.reasons) == ["b: passed → –", "c: passed → error"])
        #expect(try Self.decision(run, against: main, rules: GateRules(allowsVanished: true)).isOpen)
    }

    @Test("what fails still shuts it where the policy says so")
    func stillFailing() throws {
        let run = Self.run("x", ["a": .failed])
        let rules = GateRules(allowsStillFailing: false)
        #expect(try Self.broken(Self.decision(run, against: run, rules: rules)) == ["still failing"])
    }

    @Test("a must of the profile that is broken shuts it, be it new or not")
    func profile() throws {
        let run = Self.run("x", ["a": .failed])
        let decision = try Self.decision(run, against: run, rules: GateRules(profile: "core"))
        #expect(Self.broken(decision) == ["musts of core@2026-12"])
        #expect(decision.rules.flatMap(\.reasons)[0].hasPrefix("UI-CREATE is broken: "))
        let fine = Self.run("x", ["a": .passed])
        #expect(try Self.decision(fine, against: fine, rules: GateRules(profile: "core")).isOpen)
    }

    @Test("too few cases that came to a judgement shut it")
    func tested() throws {
        let run = Self.run("x", ["a": .passed, "b": .skipped])
        #expect(try Self.broken(Self.decision(run, against: nil, rules: GateRules(leastTested: 2))) == ["cases tested"])
        #expect(try Self.broken(Self.decision(Self.run("x", ["b": .skipped]), against: nil)) == ["cases tested"])
    }

    @Test("a should that is newly broken shuts a strict gate")
    func strict() throws {
        let main = Self.run("main", ["a": .passed, "b": .warned])
        let run = Self.run("x", ["a": .warned, "b": .warned])
        #expect(try Self.decision(run, against: main).isOpen)
        let strict = try Self.decision(run, against: main, rules: GateRules(isStrict: true))
        #expect(strict.rules.flatMap(\.reasons).map { $0.prefix(2) } == ["a:"])
    }

    @Test("an expired waiver and one that fits no case shut it")
    func waivers() throws {
        let run = Self.run("x", ["a": .waived])
        let waivers = [
            WaiverFilterTests.waiver("UI-CREATE", expires: "2026-08-01"), WaiverFilterTests.waiver("UI-ECHO"),
            WaiverFilterTests.waiver("UI-CREATE", cases: "a"), WaiverFilterTests.waiver(fingerprint: "f"),
            WaiverFilterTests.waiver(fingerprint: "g"),
        ]
        let decision = try Self.decision(run, against: run, waivers: waivers)
        #expect(
            decision.rules.flatMap(\.reasons) == [
                "seamcheck.yaml:2:5: the waiver of UI-CREATE expired on 2026-08-01",
                "seamcheck.yaml:2:5: the waiver of UI-ECHO fits no case",
                "seamcheck.yaml:2:5: the waiver of finding g fits no case",
            ]
        )
    }

    @Test("a must that an old failure did not break before is new, and a case that fails as before is not")
    func worse() throws {
        let main = Self.run("main", ["a": .failed, "b": .failed])
        let run = Self.run("x", ["a": .failed, "b": .failed], faults: ["a": ["f", "g"]])
        let decision = try Self.decision(run, against: main)
        #expect(decision.rules.flatMap(\.reasons) == ["a: failed → failed, breaks UI-CREATE in another way, too"])
    }

    @Test("how much of the profile is not tested is told")
    func untested() throws {
        let run = Self.run("x", ["a": .passed])
        let decision = try Self.decision(run, against: run, rules: GateRules(profile: "core"))
        let rule = try #require(decision.rules.first { $0.name == "musts of core@2026-12" })
        #expect(rule.holds)
        #expect(rule.figures.hasPrefix("1 of "))
        #expect(rule.notes.contains("UI-UNIQ-EMAIL is not tested"))
    }

    @Test("an operation that is slower by more than is allowed shuts it, unless luck may be why")
    func latency() throws {
        let run = Self.run("x", ["a": .passed])
        let slow = { (milliseconds: Int, count: Int) in
            LatencyHistogram((0..<count).map { .milliseconds(milliseconds) + .microseconds($0) })
        }
        let before = ["/a": slow(10, 900), "/b": slow(10, 900), "/c": slow(10, 20), "/gone": slow(1, 9)]
        let after = ["/a": slow(40, 300), "/b": slow(12, 300), "/c": slow(40, 20), "/new": slow(90, 300)]
        let latencies = GateSubject.Latencies(before: before, after: after)
        let decision = try Self.decision(run, against: run, latencies: latencies)
        let rule = try #require(decision.rules.first { $0.name == "latency" })
        #expect(decision.answer == "gate shut: latency (1 of 3 operations slower by more than 50 %)")
        #expect(rule.reasons.map { $0.prefix(7) } == ["/a: p95"])
        #expect(rule.notes.map { $0.split(separator: ",")[1].prefix(9) } == [" same", " unproven"])
        #expect(try Self.decision(run, against: run, rules: GateRules(slowdown: 400), latencies: latencies).isOpen)
        #expect(try Self.decision(run, against: run, rules: GateRules(slowdown: nil), latencies: latencies).isOpen)
    }
}
