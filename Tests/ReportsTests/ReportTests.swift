import Reports
import Results
import SeamContract
import Testing
import Timestamps

@Suite("Reports")
struct ReportTests {
    @Test(
        "the last line is the answer",
        arguments: [
            (Verdict.passed, RunEnding.Reason.complete, "conforms: 1 requirement kept"),
            (.warned, .complete, "conforms, but the one requirement that was weighed is broken (1 should)"),
            (.failed, .complete, "does not conform: the one requirement that was weighed is broken (1 should)"),
            (.skipped, .complete, "nothing was tested: no case came to a judgement"),
            (.blocked, .complete, "incomplete: 1 case blocked"),
            (.passed, .interrupted, "interrupted after 1 of 2 cases: a word"),
            (.passed, .deadline, "incomplete: out of time after 1 of 2 cases: a word; nothing else is wrong so far"),
            (
                .failed, .deadline,
                "does not conform: the one requirement that was weighed is broken (1 should) "
                    + "(out of time after 1 of 2 cases)"
            ),
            (.passed, .unreachable, "nothing can be said of the endpoint: a word"),
            (.passed, .refused, "refused: no case was run: a word"),
            (.passed, .failed, "a defect of seamcheck: nothing can be said of the endpoint: a word"),
        ]
    )
    func answer(verdict: Verdict, reason: RunEnding.Reason, line: String) throws {
        let broken = [.warned, .failed].contains(verdict) ? 1 : 0
        let requirements = [RequirementResult(id: "TR-REQID", level: .should, weighed: 1, broken: broken)]
        let record = SampleRun.record(
            of: [
                SampleRun.sampleCase(
                    "a/b",
                    title: "b",
                    verdict: verdict,
                    requirements: verdict == .blocked ? [] : requirements
                )
            ],
            caseCount: 2,
            ending: RunEnding(
                reason: reason,
                message: reason == .complete ? "" : "a word",
                finishedAt: SampleRun.start + .seconds(1)
            )
        )
        let text = ConsoleReport(record, catalogue: try SampleRun.catalogue()).text
        #expect(text.split(separator: "\n").last.map(String.init) == line)
    }

    @Test("one failure in many cases is told once, with the cases")
    func grouped() throws {
        let text = ConsoleReport(SampleRun.record, catalogue: try SampleRun.catalogue()).text
        #expect(text.split(separator: "\n").count { $0.hasPrefix("MUST  UI-UNIQ-EMAIL  in 3 cases") } == 1)
        #expect(text.contains("also      identity-value-unique[other-case]"))
    }

    @Test("a waived failure is no failure, and is told with its reason")
    func waived() throws {
        let finding = Finding(
            code: "a",
            requirements: ["TR-OK-TRUE"],
            severity: .must,
            step: "",
            place: "",
            message: "a",
            expected: "",
            actual: ""
        )
        let record = SampleRun.record(
            of: [SampleRun.sampleCase("a/b", title: "b", verdict: .waived, reason: "issue 12", findings: [finding])]
        )
        let catalogue = try SampleRun.catalogue()
        #expect(!ConsoleReport(record, catalogue: catalogue).text.contains("MUST"))
        #expect(JUnitReport(record, catalogue: catalogue).xml.contains(#"<skipped message="waived: issue 12"/>"#))
    }

    @Test(
        "JUnit knows a breach of the endpoint from trouble of ours, and a strict run fails on a warning",
        arguments: [
            (Verdict.passed, false, ""), (.warned, false, ""), (.warned, true, "failure"), (.failed, false, "failure"),
            (.unexpectedPass, false, "failure"), (.error, false, "error"), (.blocked, false, "error"),
            (nil, false, "error"), (.skipped, false, "skipped"), (.notApplicable, false, "skipped"),
            (.waived, false, "skipped"),
        ] as [(Verdict?, Bool, String)]
    )
    func junit(verdict: Verdict?, isStrict: Bool, element: String) throws {
        let judged = SampleRun.sampleCase("a", title: "a", verdict: .passed)
        let record = SampleRun.record(of: [judged, SampleRun.sampleCase("b", title: "b", verdict: verdict)])
        let xml = JUnitReport(record, catalogue: try SampleRun.catalogue(), isStrict: isStrict).xml
        for name in ["failure", "error", "skipped"] {
            #expect(xml.contains("<\(name) ") == (name == element))
            let count = name == "skipped" ? "skipped" : name + "s"
            #expect(xml.contains("\(count)=\"\(name == element ? 1 : 0)\""))
        }
    }

    @Test(
        "without its evidence of passed cases, as the store keeps it, a run reads the same",
        arguments: ReportFormat.allCases.filter { $0 != .ndjson }
    )
    func stored(format: ReportFormat) throws {
        let kept = SampleRun.record.events.filter { event in
            guard case .exchanged(let id, let exchange) = event else { return true }
            let passed = SampleRun.record.cases.contains { $0.header.id == id && $0.result?.verdict == .passed }
            return !passed || !exchange.retries.isEmpty
        }
        let record = try #require(RunRecord(events: kept))
        let catalogue = try SampleRun.catalogue()
        let whole = format.render(SampleRun.record, catalogue: catalogue, evidence: .kept)
        #expect(format.render(record, catalogue: catalogue, evidence: .kept) == whole)
    }
}
