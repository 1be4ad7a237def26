import Reports
import Results
import Testing

@Suite("JUnit of a run that came to nothing")
struct JUnitRunTests {
    @Test(
        "a run that did not come to its end is an error, whatever its cases say",
        arguments: [
            (RunEnding.Reason.unreachable, "nothing can be said of the endpoint: a word", "unreachable"),
            (.refused, "refused: no case was run: a word", "refused"),
            (.interrupted, "interrupted after 1 of 2 cases: a word", "interrupted"),
            (.failed, "a defect of seamcheck: nothing can be said of the endpoint: a word", "defect"),
            (nil, "interrupted after 1 of 2 cases", "interrupted"),
        ] as [(RunEnding.Reason?, String, String)]
    )
    func incomplete(reason: RunEnding.Reason?, message: String, type: String) throws {
        let ending = reason.map { RunEnding(reason: $0, message: "a word", finishedAt: SampleRun.start) }
        let cases = [SampleRun.sampleCase("a", title: "a", verdict: .passed)]
        let record = SampleRun.record(of: cases, caseCount: 2, ending: ending)
        let xml = JUnitReport(record, catalogue: try SampleRun.catalogue()).xml
        #expect(xml.contains(#"<testsuites name="seamcheck" tests="2" failures="0" errors="1" skipped="0""#))
        #expect(xml.contains(#"<testsuite name="run" tests="1" failures="0" errors="1" skipped="0""#))
        #expect(xml.contains("<error message=\"\(message)\" type=\"\(type)\"/>"))
    }

    @Test(
        "a complete run in which nothing was judged is an error",
        arguments: [[], [Verdict.skipped, .notApplicable]]
    )
    func nothingJudged(verdicts: [Verdict]) throws {
        let cases = verdicts.map { SampleRun.sampleCase($0.rawValue, title: "a", verdict: $0) }
        let xml = JUnitReport(SampleRun.record(of: cases), catalogue: try SampleRun.catalogue()).xml
        #expect(xml.contains("tests=\"\(cases.count + 1)\" failures=\"0\" errors=\"1\" skipped=\"\(cases.count)\""))
        let message = "nothing was tested: no case came to a judgement"
        #expect(xml.contains("<error message=\"\(message)\" type=\"nothingTested\"/>"))
    }

    @Test("a complete run that judged something has no such suite", arguments: [Verdict.passed, .warned, .failed])
    func judged(verdict: Verdict) throws {
        let record = SampleRun.record(of: [SampleRun.sampleCase("a", title: "a", verdict: verdict)])
        let xml = JUnitReport(record, catalogue: try SampleRun.catalogue()).xml
        #expect(!xml.contains("<testsuite name=\"run\"") && xml.contains("errors=\"0\""))
    }
}
