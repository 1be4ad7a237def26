import JSON
import Reports
import Results
import Testing
import Timestamps

@Suite("CTRF")
struct CTRFTests {
    @Test(
        "what the endpoint broke has failed, what is not its fault is other, and our own word is told",
        arguments: [
            (Verdict.passed, false, "passed"), (.warned, false, "passed"), (.warned, true, "failed"),
            (.failed, false, "failed"), (.unexpectedPass, false, "failed"), (.error, false, "other"),
            (.blocked, false, "other"), (nil, false, "other"), (.skipped, false, "skipped"),
            (.notApplicable, false, "skipped"), (.waived, false, "skipped"),
        ] as [(Verdict?, Bool, String)]
    )
    func status(verdict: Verdict?, isStrict: Bool, status: String) throws {
        let cases = [
            SampleRun.sampleCase("a", title: "a", verdict: verdict),
            SampleRun.sampleCase("b", title: "b", verdict: .passed),
        ]
        let tests = try tests(of: SampleRun.record(of: cases), isStrict: isStrict)
        let test = try #require(tests.first { $0["name"] == "a" })
        #expect(test["status"] == .string(status))
        #expect(
            test["rawStatus"]?.stringValue?.replacing(" ", with: "") == (verdict?.rawValue.lowercased() ?? "unfinished")
        )
    }

    @Test(
        "a run that does not conform has a test that failed, whoever reads no more than that",
        arguments: [
            (Verdict.passed, RunEnding.Reason.complete, false), (.failed, .complete, false),
            (.blocked, .complete, true),
            (.error, .complete, true), (.skipped, .complete, true), (.passed, .interrupted, true),
            (.failed, .unreachable, true),
        ]
    )
    func wholeRun(verdict: Verdict, reason: RunEnding.Reason, isTold: Bool) throws {
        let ending = RunEnding(reason: reason, finishedAt: SampleRun.start)
        let record = SampleRun.record(of: [SampleRun.sampleCase("a", title: "a", verdict: verdict)], ending: ending)
        let tests = try tests(of: record)
        #expect(tests.contains { $0["name"] == "the run judges the endpoint" && $0["status"] == "failed" } == isTold)
        #expect(tests.contains { $0["status"] == "failed" } == (verdict != .passed || reason != .complete))
    }

    @Test("times are whole milliseconds since 1970, and what the labels say is where the format has a place for it")
    func timesAndLabels() throws {
        let report = try JSONValue(parsing: try ReportRun.sample.report(.ctrf).text)
        let summary = try #require(report["results"]?["summary"])
        #expect(
            summary["start"] == 1_787_277_600_000 && summary["stop"] == 1_787_277_601_840 && summary["duration"] == 1840
        )
        let environment = try #require(report["results"]?["environment"])
        #expect(environment["branchName"] == "main" && environment["buildId"] == "1187")
        #expect(environment["buildNumber"] == 1187)
        #expect(report["baseline"]?["reportId"] == "019fb3f5-6800-7d15-8a27-4a1c6e9b3f02")
    }

    @Test("a test has the same id in every run")
    func stableIDs() throws {
        let cases = [SampleRun.sampleCase("a", variant: "b", title: "a", verdict: .passed)]
        let first = try tests(of: SampleRun.record(of: cases))
        let second = try tests(of: SampleRun.record(of: SampleCases.all + cases))
        #expect(second.contains { $0["id"] == first[0]["id"] && $0["name"] == "a [b]" })
    }

    private func tests(of record: RunRecord, isStrict: Bool = false) throws -> [JSONValue] {
        let content = ReportFormat.ctrf.render(record, catalogue: try SampleRun.catalogue(), isStrict: isStrict)
        return try #require(try JSONValue(parsing: content.text)["results"]?["tests"]?.arrayValue)
    }
}
