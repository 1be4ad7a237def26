import Policy
import Results
import Testing

@Suite("Baseline files")
struct BaselineFileTests {
    private static let run = GateTests.run(
        "main",
        ["b": .failed, "a[x=1]": .failed, "c": .blocked, "d": .passed, "w": .waived, "s": .skipped],
        faults: ["b": ["2222222222222222", "1111111111111111"]]
    )

    private static let text = """
        # What is known to be broken: `seamcheck gate --write-baseline` wrote it, and a gate with --baseline-file allows it.
        version: 1
        tested: 4
        failures:
          - { case: "a[x=1]", requirement: "UI-CREATE", fingerprint: "f" }
          - { case: "b", requirement: "UI-CREATE", fingerprint: "1111111111111111" }
          - { case: "b", requirement: "UI-CREATE", fingerprint: "2222222222222222" }
          - { case: "c" }

        """

    @Test("what a run breaks is written sorted, one line each, without what is waived")
    func written() {
        #expect(BaselineFile(Self.run, path: "known.yaml").text == Self.text)
    }

    @Test("a file comes back as it was written, in whatever order its lines are")
    func roundTrip() throws {
        let file = try BaselineFile(text: Self.text, path: "known.yaml")
        #expect(file == BaselineFile(Self.run, path: "known.yaml"))
        let lines = Self.text.split(separator: "\n")
        let shuffled = (lines.prefix(4) + lines.dropFirst(4).reversed()).joined(separator: "\n")
        #expect(try BaselineFile(text: shuffled, path: "known.yaml") == file)
    }

    @Test("a run that breaks nothing gives a file that can be read")
    func empty() throws {
        let file = BaselineFile(GateTests.run("x", ["a": .passed]), path: "k")
        #expect(try BaselineFile(text: file.text, path: "k") == file)
    }

    @Test(
        "what is wrong is told with its place and what to write instead",
        arguments: [
            ("{}", "k:1:1: 'version' is missing"),
            ("version: 2\ntested: 1", "k:1:10: version 2 is not known, only 1 is (update seamcheck)"),
            ("version: 1\ntested: -1", "k:2:9: 'tested' must be a whole number from 0 to 1000000"),
            ("version: 1", "k:1:1: 'tested' is missing"),
            ("version: 1\ntested: 1\nfailure: []", "k:3:1: unknown key 'failure' (did you mean 'failures'?)"),
            ("version: 1\ntested: 1\nfailures: [{ requirement: A }]", "k:3:12: 'case' is missing"),
            ("version: 1\ntested: 1\nfailures: [{ case: a, requirement: A }]", "k:3:12: 'fingerprint' is missing"),
            ("version: 1\ntested: 1\nfailures: [{ case: a, fingerprint: f }]", "k:3:12: 'requirement' is missing"),
            (
                "version: 1\ntested: 1\nfailures: [{ case: a, requirement: A, fingerprint: 17 }]",
                "k:3:52: 'fingerprint' must be a string, not number"
            ),
            ("version: 1\ntested: 1\nfailures: [x]", "k:3:12: a failure must be an object, not string"),
            ("[", "k:"),
        ]
    )
    func wrong(text: String, message: String) {
        let error = #expect(throws: PolicyError.self) { try BaselineFile(text: text, path: "k") }
        #expect(error?.description.hasPrefix(message) ?? false, "\(error?.description ?? "")")
    }

    private static func decision(_ run: RunOutcome, rules: GateRules = GateRules(reruns: 0)) throws -> GateDecision {
        let file = BaselineFile(Self.run, path: "known.yaml")
        return try GateTests.decision(on: GateSubject(run, against: .file(file)), rules: rules)
    }

    @Test("a gate allows what the file tells, and nothing else")
    func gate() throws {
        let same = try Self.decision(Self.run)
        #expect(same.answer == "gate open: nothing new is broken since known.yaml")
        let worse = GateTests.run(
            "x",
            ["b": .failed, "a[x=1]": .failed, "c": .blocked, "d": .failed, "w": .waived, "s": .skipped],
            faults: ["b": ["1111111111111111", "3333333333333333"]]
        )
        #expect(
            try Self.decision(worse).rules.flatMap(\.reasons) == [
                "b: failed → failed, breaks UI-CREATE in another way, too", "d: – → failed, breaks UI-CREATE",
            ]
        )
    }

    @Test("a case of the file that is gone, and fewer cases than were tested, shut it unless that is allowed")
    func vanished() throws {
        let run = GateTests.run("x", ["b": .passed, "a[x=1]": .passed])
        let decision = try Self.decision(run)
        #expect(decision.answer == "gate shut: cases tested (2 of at least 4), vanished cases (1)")
        #expect(try Self.decision(run, rules: GateRules(allowsVanished: true)).isOpen)
    }
}
