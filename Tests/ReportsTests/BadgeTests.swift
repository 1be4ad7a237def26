import JSON
import Reports
import Results
import SeamContract
import Testing
import Timestamps

@Suite("Badge")
struct BadgeTests {
    @Test(
        "the badge says in three words how the endpoint stands",
        arguments: [
            (Verdict.passed, 0, RunEnding.Reason.complete, "conforms", "brightgreen"),
            (.warned, 1, .complete, "conforms, 1 broken", "green"), (.failed, 1, .complete, "1 of 1 broken", "red"),
            (.unexpectedPass, 0, .complete, "does not conform", "red"),
            (.blocked, 0, .complete, "incomplete", "orange"),
            (.skipped, 0, .complete, "nothing tested", "lightgrey"),
            (.passed, 0, .interrupted, "interrupted", "lightgrey"),
            (.passed, 0, .deadline, "out of time", "lightgrey"),
            (.passed, 0, .unreachable, "unreachable", "lightgrey"), (.passed, 0, .failed, "no answer", "lightgrey"),
        ]
    )
    func states(verdict: Verdict, broken: Int, reason: RunEnding.Reason, message: String, color: String) throws {
        let requirement = RequirementResult(id: "TR-REQID", level: .should, weighed: 1, broken: broken)
        let record = SampleRun.record(
            of: [SampleRun.sampleCase("a", title: "a", verdict: verdict, requirements: [requirement])],
            profile: RunProfile(name: "core@2026-08", requirements: ["TR-REQID"]),
            ending: RunEnding(reason: reason, finishedAt: SampleRun.start)
        )
        let text = ReportFormat.badge.render(record, catalogue: try SampleRun.catalogue()).text
        let badge = try JSONValue(parsing: text)
        #expect(badge["schemaVersion"] == 1 && badge["label"] == "Seam API core@2026-08")
        #expect(badge["message"] == .string(message) && badge["color"] == .string(color))
    }
}
