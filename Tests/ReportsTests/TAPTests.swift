import JSON
import Reports
import Results
import Testing
import Timestamps

@Suite("Test Anything Protocol")
struct TAPTests {
    @Test(
        "a pass is ok, what was not judged is skipped, what a waiver allows is to do, all else is not ok",
        arguments: [
            (Verdict.passed, "ok 1 - a: a"), (.warned, "ok 1 - a: a"), (.failed, "not ok 1 - a: a"),
            (.unexpectedPass, "not ok 1 - a: a"), (.error, "not ok 1 - a: a"), (.blocked, "not ok 1 - a: a"),
            (nil, "not ok 1 - a: a"), (.skipped, "ok 1 - a: a # SKIP skipped: why"),
            (.notApplicable, "ok 1 - a: a # SKIP not applicable: why"), (.waived, "not ok 1 - a: a # TODO waived: why"),
        ] as [(Verdict?, String)]
    )
    func points(verdict: Verdict?, line: String) throws {
        let cases = [
            SampleRun.sampleCase("a", title: "a", verdict: verdict, reason: "why"),
            SampleRun.sampleCase("b", title: "b", verdict: .passed),
        ]
        let lines = try lines(of: SampleRun.record(of: cases))
        #expect(lines.prefix(2) == ["TAP version 14", "1..2"])
        #expect(lines.contains(Substring(line)))
    }

    @Test("the plan has as many points as there are", arguments: [ReportRun.sample, .empty, .waived, .unfinished])
    func plan(run: ReportRun) throws {
        let lines = try run.report(.tap).text.split(separator: "\n")
        #expect(lines[1] == "1..\(lines.count { $0.hasPrefix("ok ") || $0.hasPrefix("not ok ") })")
    }

    @Test("a run that did not come to its end bails out, and one that judged nothing fails")
    func wholeRun() throws {
        let interrupted = try ReportRun.interrupted.report(.tap).text.split(separator: "\n")
        #expect(interrupted[1] == "1..3")
        #expect(interrupted.last == "Bail out! interrupted after 1 of 3 cases: a word")
        let empty = try ReportRun.empty.report(.tap).text
        #expect(empty.contains("not ok 1 - the run judges the endpoint: nothing was tested"))
    }

    @Test("no text begins a directive or a line")
    func escaped() throws {
        let text = "a # SKIP \\ \nnot ok 2"
        let record = SampleRun.sampleCase("a", title: text, verdict: .blocked, reason: text)
        let lines = try lines(of: SampleRun.record(of: [record]))
        #expect(lines.contains(##"not ok 1 - a: a \# SKIP \\ \\nnot ok 2"##))
        #expect(lines.count { $0.contains("ok 2") && !$0.hasPrefix(" ") } == 1)
    }

    @Test("a mark does not hide what would begin a directive")
    func marked() throws {
        let record = SampleRun.sampleCase("a", title: "b #\u{301} \\\u{301}", verdict: .passed)
        let text = ReportFormat.tap.render(SampleRun.record(of: [record]), catalogue: try SampleRun.catalogue()).text
        #expect(
            Array(text.unicodeScalars).split(separator: "\n").map { $0.map(String.init).joined() }.contains(
                "ok 1 - a: b \\#\u{301} \\\\\u{301}"
            )
        )
    }

    @Test("what was found is YAML of which every value is JSON", arguments: ReportRun.allCases)
    func diagnostics(run: ReportRun) throws {
        let lines = try run.report(.tap).text.split(separator: "\n").filter { $0.hasPrefix("  ") }
        for line in lines where line != "  ---" && line != "  ..." {
            let value = try #require(line.wholeMatch(of: /[ ]{2}[a-z]+: (.*)/)?.1)
            _ = try JSONValue(parsing: String(value))
        }
        #expect(lines.count { $0 == "  ---" } == lines.count { $0 == "  ..." })
    }

    private func lines(of record: RunRecord) throws -> [Substring] {
        ReportFormat.tap.render(record, catalogue: try SampleRun.catalogue()).text.split(separator: "\n")
    }
}
