import Policy
import Results
import SeamContract
import Testing
import Timestamps
import YAMLSource

@Suite("Waivers")
struct WaiverFilterTests {
    static let now = Timestamp(nanoseconds: 1_787_277_600_000_000_000)  // 2026-08-21
    static let place = SourcePlace(file: "seamcheck.yaml", line: 2, column: 5)

    static func waiver(
        _ requirement: String? = nil,
        cases: String? = nil,
        fingerprint: String? = nil,
        expires: String? = nil
    ) -> Waiver {
        Waiver(
            requirement: requirement,
            cases: cases,
            fingerprint: fingerprint,
            reason: "the fix is on its way",
            owner: "ann",
            expires: expires.flatMap { CivilDate(rfc3339: $0) },
            place: place
        )
    }

    static func finding(_ requirements: [String], severity: Finding.Severity = .must) -> Finding {
        Finding(
            code: "expectation",
            requirements: requirements,
            severity: severity,
            step: "create",
            operation: "/user_identities/create",
            place: "status",
            message: "status: expected 4xx, got 200",
            expected: "4xx",
            actual: "200"
        )
    }

    /// The events of a case that breaks so many of the musts A, B and of the should S, all of which it weighs.
    static func events(_ id: String, breaking broken: [[String]] = [], verdict: Verdict? = nil) -> [RunEvent] {
        let all = Set(broken.flatMap { $0 })
        let header = CaseHeader(id: id, scenario: id, title: id, area: "a", place: "a.yaml:1", startedAt: now)
        let worst: Verdict = all.contains("A") || all.contains("B") ? .failed : all.isEmpty ? .passed : .warned
        let result = CaseResult(
            id: id,
            verdict: verdict ?? worst,
            requirements: [("A", Level.must), ("B", .must), ("S", .should)].map { name, level in
                RequirementResult(id: name, level: level, weighed: 1, broken: all.contains(name) ? 1 : 0)
            },
            duration: .seconds(1),
            finishedAt: now
        )
        return [.caseStarted(header)]
            + broken.map { .found(caseID: id, finding($0, severity: $0 == ["S"] ? .should : .must)) }
            + [.caseFinished(result)]
    }

    /// The verdicts of a run after the waivers.
    static func verdicts(
        _ waivers: [Waiver],
        _ events: [RunEvent],
        reason: RunEnding.Reason = .complete
    ) -> [String: Verdict] {
        passed(waivers, events, reason: reason).reduce(into: [:]) { verdicts, event in
            if case .caseFinished(let result) = event { verdicts[result.id] = result.verdict }
        }
    }

    static func passed(_ waivers: [Waiver], _ events: [RunEvent], reason: RunEnding.Reason = .complete) -> [RunEvent] {
        let filter = WaiverFilter(waivers, now: now)
        return (events + [.finished(RunEnding(reason: reason, finishedAt: now))]).flatMap(filter.pass)
    }

    @Test(
        "a waiver of a case goes on to allow what every response is checked for, when each case that saw it is allowed",
        arguments: [(["a", "b"], Verdict.failed), (["a"], .waived)]
    )
    func responses(witnesses: [String], verdict: Verdict) {
        let id = EveryResponse(operation: "/x/get", requirement: "A").caseID
        let waivers = [Self.waiver("A", cases: "a")]
        let filter = WaiverFilter(waivers, now: Self.now)
        let events = Self.events(id, breaking: [["A"]]).map { event -> RunEvent in
            if case .caseFinished(let result) = event { .caseFinished(result.seen(in: witnesses)) } else { event }
        }
        let results = events.flatMap(filter.pass).compactMap { event -> Verdict? in
            if case .caseFinished(let result) = event { result.verdict } else { nil }
        }
        #expect(results == [verdict])
    }

    @Test("fails and waived is waived; fails is failed; passes and waived is an unexpected pass; passes is passed")
    func table() {
        #expect(Self.verdicts([Self.waiver("A")], Self.events("x", breaking: [["A"]])) == ["x": .waived])
        #expect(Self.verdicts([], Self.events("x", breaking: [["A"]])) == ["x": .failed])
        #expect(Self.verdicts([Self.waiver("A")], Self.events("x")) == ["x": .unexpectedPass])
        #expect(Self.verdicts([], Self.events("x")) == ["x": .passed])
    }

    /// What is noted at the end of a run.
    private static func notes(_ events: [RunEvent]) -> [String] {
        events.compactMap { if case .noted(_, let message) = $0 { message } else { nil } }
    }

    @Test("a waiver that allows a part says so: the finding is told as waived, and the case to fail for the other")
    func told() {
        let events = Self.passed([Self.waiver("A")], Self.events("x", breaking: [["A"], ["B"], ["A", "B"]]))
        let messages = events.compactMap { event -> String? in
            if case .found(_, let finding) = event { finding.message } else { nil }
        }
        let words = "waived by ann: the fix is on its way"
        #expect(messages.map { $0.contains(words) } == [true, false, true])
        #expect(messages[2].hasSuffix(" (A is \(words))"))
        let note = "seamcheck.yaml:2:5: the waiver of A allows not all: x fails for B, too"
        #expect(Self.notes(events) == [note])
        let many = Self.events("x", breaking: [["A"], ["B"]]) + Self.events("y", breaking: [["A"], ["B"]])
        #expect(
            Self.notes(Self.passed([Self.waiver("A")], many))
                == [note + ", and 1 other case fails for something else"]
        )
        #expect(Self.notes(Self.passed([Self.waiver("A")], Self.events("x", breaking: [["A"]]))).isEmpty)
    }

    @Test("an expired waiver allows nothing, and is told, however the run ends")
    func expiredIsTold() {
        let waiver = Self.waiver("A", expires: "2026-08-20")
        for reason in [RunEnding.Reason.complete, .interrupted] {
            let events = Self.passed([waiver], Self.events("x", breaking: [["A"]]), reason: reason)
            #expect(
                Self.notes(events)
                    == ["seamcheck.yaml:2:5: the waiver of A expired on 2026-08-20, so it allows nothing"]
            )
        }
        #expect(Self.verdicts([waiver], Self.events("x", breaking: [["A"]])) == ["x": .failed])
    }

    @Test("a case that breaks something else too is failed", arguments: [[["A"], ["B"]], [["A", "B"]]])
    func partly(broken: [[String]]) {
        #expect(Self.verdicts([Self.waiver("A")], Self.events("x", breaking: broken)) == ["x": .failed])
        #expect(
            Self.verdicts([Self.waiver("A"), Self.waiver("B")], Self.events("x", breaking: broken)) == ["x": .waived]
        )
    }

    @Test("a waiver that allowed something in one case is not stale in another")
    func usedElsewhere() {
        let events = Self.events("x") + Self.events("y", breaking: [["A"]])
        #expect(Self.verdicts([Self.waiver("A")], events) == ["x": .passed, "y": .waived])
    }

    @Test("a waiver is not stale while what it allows is broken, be it beside something else", arguments: ["A", "S"])
    func brokenBeside(requirement: String) {
        let events = Self.events("x", breaking: [["A"], ["B"], ["S"]]) + Self.events("y")
        #expect(Self.verdicts([Self.waiver(requirement)], events) == ["x": .failed, "y": .passed])
    }

    @Test("a waiver for some cases speaks of no other")
    func pattern() {
        let events = Self.events("x[a]", breaking: [["A"]]) + Self.events("y", breaking: [["A"]])
        #expect(Self.verdicts([Self.waiver(cases: "x*")], events) == ["x[a]": .waived, "y": .failed])
        #expect(Self.verdicts([Self.waiver("A", cases: "y")], events) == ["x[a]": .failed, "y": .waived])
    }

    @Test("a waiver for a fingerprint allows that finding and no other")
    func fingerprint() {
        let events = Self.events("x", breaking: [["A"]]) + Self.events("y", breaking: [["B"]])
        let waiver = Self.waiver(fingerprint: Self.finding(["A"]).fingerprint)
        #expect(Self.verdicts([waiver], events) == ["x": .waived, "y": .failed])
    }

    @Test("a broken should can be waived, and without it the case is warned as before")
    func should() {
        #expect(Self.verdicts([Self.waiver("S")], Self.events("x", breaking: [["S"]])) == ["x": .waived])
        #expect(
            Self.verdicts([Self.waiver("S"), Self.waiver("A")], Self.events("x", breaking: [["A"], ["S"]])) == [
                "x": .waived
            ]
        )
        #expect(Self.verdicts([Self.waiver("A")], Self.events("x", breaking: [["S"]])) == ["x": .unexpectedPass])
    }

    @Test("an expired waiver allows nothing, on the day after its last")
    func expiry() {
        let events = Self.events("x", breaking: [["A"]])
        #expect(Self.verdicts([Self.waiver("A", expires: "2026-08-21")], events) == ["x": .waived])
        #expect(Self.verdicts([Self.waiver("A", expires: "2026-08-20")], events) == ["x": .failed])
    }

    @Test("an interrupted run says nothing of stale waivers")
    func interrupted() {
        let verdicts = Self.verdicts([Self.waiver("A"), Self.waiver("Z")], Self.events("x"), reason: .interrupted)
        #expect(verdicts == ["x": .passed])
    }

    @Test("a waiver that fits no case is told")
    func unmet() {
        let events = Self.passed([Self.waiver("A", cases: "zzz")], Self.events("x"))
        let notes = events.compactMap { event -> String? in
            if case .noted(_, let message) = event { message } else { nil }
        }
        #expect(notes == ["seamcheck.yaml:2:5: the waiver of A in zzz fits no case of this run"])
        #expect(Self.verdicts([Self.waiver("A", cases: "zzz")], Self.events("x")) == ["x": .passed])
    }

    @Test(
        "skipped, blocked and error stay what they are",
        arguments: [Verdict.skipped, .blocked, .error, .notApplicable]
    )
    func untold(verdict: Verdict) {
        #expect(Self.verdicts([Self.waiver(cases: "*")], Self.events("x", verdict: verdict)) == ["x": verdict])
    }

    @Test("the reason of a waived case names owner, day and why")
    func reason() {
        let events = Self.passed([Self.waiver("A", expires: "2026-09-30")], Self.events("x", breaking: [["A"]]))
        let reasons = events.compactMap { event -> String? in
            if case .caseFinished(let result) = event { result.reason } else { nil }
        }
        #expect(reasons == ["waived by ann until 2026-09-30: the fix is on its way"])
    }
}

extension CaseResult {
    /// The result of an `every-response` case with those who saw what is broken.
    fileprivate func seen(in witnesses: [String]) -> CaseResult {
        CaseResult(
            id: id,
            verdict: verdict,
            requirements: requirements,
            witnesses: witnesses,
            duration: duration,
            finishedAt: finishedAt
        )
    }
}
