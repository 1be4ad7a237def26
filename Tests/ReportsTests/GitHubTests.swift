import Reports
import Results
import SeamContract
import Testing
import Timestamps

@Suite("Annotations on GitHub")
struct GitHubTests {
    @Test("ten errors and ten warnings at most, and the last line tells how many there are beside them")
    func limits() throws {
        let findings =
            (0..<13).map { finding(place: "/m\($0)x", .must) } + (0..<12).map { finding(place: "/s\($0)x", .should) }
        let lines = try lines(findings)
        #expect(lines.count { $0.hasPrefix("::error ") } == 10)
        #expect(lines.count { $0.hasPrefix("::warning ") } == 10)
        let last = try #require(lines.last)
        #expect(last.hasPrefix("::notice title=seamcheck::does not conform"))
        #expect(last.hasSuffix("; 3 more errors and 2 more warnings: seamcheck report \(SampleRun.id)"))
    }

    @Test("a should fails a strict run")
    func strict() throws {
        let lines = try lines([finding(place: "a", .should)], isStrict: true)
        #expect(lines.first?.hasPrefix("::error ") == true)
    }

    @Test("what is new comes before what is known, and what is waived does not come")
    func newFirst() throws {
        let all = [finding(place: "/a", .must), finding(place: "/b", .must), finding(place: "/c", .must)]
        let first = RunReference(id: "run-1", startedAt: SampleRun.start)
        let comparison = Comparison(
            baseline: first,
            standings: [
                all[0].fingerprint: FindingStanding(state: .unchanged, firstSeen: first),
                all[1].fingerprint: FindingStanding(state: .new),
                all[2].fingerprint: FindingStanding(
                    state: .unchanged,
                    waiver: FindingStanding.Waiver(reason: "issue 12")
                ),
            ]
        )
        let lines = try lines(all, comparison: comparison)
        #expect(lines.count == 3)
        #expect(lines[0].contains("title=new must UI-CREATE::") && lines[0].contains("at /b"))
        #expect(
            lines[1].contains("title=must UI-CREATE::")
                && lines[1].contains("since 2026-08-21T02:00:00.000Z (run run-1)")
        )
    }

    @Test("each line is one command, and no text ends it or begins another")
    func escaped() throws {
        let text = "a\r\n::add-mask::x\n%0A,b:c"
        let lines = try lines([finding(place: text, .must, message: text)])
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.wholeMatch(of: /::(error|notice) [^:\r\n]*::[^\r\n]*/) != nil })
        #expect(lines[0].contains(#"a\u{d}\n::add-mask::x\n%250A,b:c"#))
        let hostile = try ReportRun.hostile.report(.github).text.split(separator: "\n")
        #expect(hostile.allSatisfy { $0.wholeMatch(of: /::(error|warning|notice) [^:\r\n]*::[^\r\n]*/) != nil })
    }

    @Test("a mark does not hide what would end a property")
    func marked() throws {
        let finding = Finding(
            code: "%\u{301}:\u{301},\u{301}",
            requirements: [],
            severity: .harness,
            step: "",
            place: "",
            message: "%\u{301}",
            expected: "",
            actual: ""
        )
        let line = try #require(try lines([finding]).first)
        #expect(
            line.hasPrefix(
                "::error file=scenarios/area/file.yaml,line=1,title=error %25\u{301}%3A\u{301}%2C\u{301}::%25\u{301}"
            )
        )
    }

    @Test(
        "a run that says nothing of the endpoint is an error, before all others",
        arguments: [RunEnding.Reason.unreachable, .refused, .interrupted, .failed]
    )
    func wholeRun(reason: RunEnding.Reason) throws {
        let ending = RunEnding(reason: reason, message: "a word", finishedAt: SampleRun.start)
        let content = ReportFormat.github.render(
            SampleRun.record(of: SampleCases.all, ending: ending),
            catalogue: try SampleRun.catalogue()
        )
        #expect(content.text.hasPrefix("::error title=the run::"))
    }

    private func finding(place: String, _ severity: Finding.Severity, message: String = "a") -> Finding {
        Finding(
            code: "a",
            requirements: ["UI-CREATE"],
            severity: severity,
            step: "a",
            place: place,
            message: message,
            expected: "",
            actual: ""
        )
    }

    private func lines(
        _ findings: [Finding],
        comparison: Comparison = .none,
        isStrict: Bool = false
    ) throws -> [Substring] {
        let requirement = RequirementResult(id: "UI-CREATE", level: .must, weighed: 1, broken: 1)
        let record = SampleRun.sampleCase(
            "a",
            title: "a",
            verdict: .failed,
            requirements: [requirement],
            findings: findings
        )
        let content = ReportFormat.github.render(
            SampleRun.record(of: [record]),
            catalogue: try SampleRun.catalogue(),
            comparison: comparison,
            isStrict: isStrict
        )
        return content.text.split(separator: "\n")
    }
}
