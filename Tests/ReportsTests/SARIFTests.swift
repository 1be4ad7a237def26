import JSON
import Reports
import Results
import Testing
import Timestamps

@Suite("SARIF")
struct SARIFTests {
    @Test("a fault that three cases show is one result at the scenario's line, with the others beside it")
    func location() throws {
        let result = try #require(try results(of: ReportRun.sample.report(.sarif)).first)
        let place = try #require(result["locations"]?[0]?["physicalLocation"])
        #expect(place["artifactLocation"]?["uri"] == "scenarios/user-identities/unique.yaml")
        #expect(place["region"]?["startLine"] == 2)
        #expect(result["occurrenceCount"] == 3 && result["relatedLocations"]?.arrayValue?.count == 2)
        #expect(result["webRequest"]?["headers"]?["authorization"] == "Bearer $SEAM_API_KEY")
        #expect(result["webResponse"]?["statusCode"] == 200)
    }

    @Test("what is not the endpoint's fault is a notification and no result")
    func harness() throws {
        let run = try run(of: ReportRun.sample.report(.sarif))
        #expect(run["results"]?.arrayValue?.contains { $0["ruleId"] == "transport.timedOut" } == false)
        let notifications = try #require(run["invocations"]?[0]?["toolExecutionNotifications"]?.arrayValue)
        #expect(notifications.contains { $0["message"]?["text"] == "no whole response within 10 s; in 1 case" })
    }

    @Test(
        "a run that judged nothing was not successful, be there results or not",
        arguments: [
            (Verdict.passed, RunEnding.Reason.complete, true), (.failed, .complete, true), (.blocked, .complete, false),
            (.skipped, .complete, false), (.error, .complete, false), (.failed, .interrupted, false),
        ]
    )
    func success(verdict: Verdict, reason: RunEnding.Reason, isSuccessful: Bool) throws {
        let ending = RunEnding(reason: reason, finishedAt: SampleRun.start)
        let record = SampleRun.record(of: [SampleRun.sampleCase("a", title: "a", verdict: verdict)], ending: ending)
        let run = try run(of: ReportFormat.sarif.render(record, catalogue: try SampleRun.catalogue()))
        #expect(run["invocations"]?[0]?["executionSuccessful"] == .bool(isSuccessful))
    }

    @Test(
        "without a comparison nothing is said of one; with one, what is new, known and waived is told, and since when"
    )
    func compared() throws {
        let plain = try results(of: ReportFormat.sarif.render(SampleRun.record, catalogue: try SampleRun.catalogue()))
        #expect(plain.allSatisfy { $0["baselineState"] == nil && $0["suppressions"] == nil && $0["provenance"] == nil })
        let told = try results(of: ReportRun.sample.report(.sarif))
        #expect(told.map { $0["baselineState"]?.stringValue } == ["new", "unchanged", "unchanged"])
        #expect(told[1]["provenance"]?["firstDetectionTimeUtc"] == "2026-08-14T02:00:00.000Z")
        #expect(told[1]["provenance"]?["lastDetectionTimeUtc"] == "2026-08-21T02:00:00.000Z")
        #expect(told[0]["suppressions"] == [])
        #expect(told[2]["suppressions"]?[0]?["justification"] == "issue 12 (access team)")
        #expect(told[2]["suppressions"]?[0]?["status"] == "accepted")
    }

    @Test("what the run itself waives is suppressed, too, and a waiver that ran out suppresses nothing")
    func waivers() throws {
        let waived = try results(of: ReportRun.waived.report(.sarif))
        #expect(waived.count == 1 && waived[0]["suppressions"]?[0]?["justification"] == "issue 12")
        let fingerprints = SampleRun.record.cases.flatMap(\.findings).map(\.fingerprint)
        let expired = FindingStanding.Waiver(reason: "issue 12", expiresAt: SampleRun.start)
        let comparison = Comparison(
            baseline: nil,
            standings: Dictionary(fingerprints.map { ($0, FindingStanding(state: nil, waiver: expired)) }) { first, _ in
                first
            }
        )
        let content = ReportFormat.sarif.render(
            SampleRun.record,
            catalogue: try SampleRun.catalogue(),
            comparison: comparison
        )
        #expect(try results(of: content).allSatisfy { $0["suppressions"] == [] })
    }

    @Test("a text of the endpoint's makes no link and no placeholder")
    func message() throws {
        let finding = finding("a", message: "[here](https://evil.example) {0}")
        let result = try #require(try results(of: render([finding])).first)
        let text = try #require(result["message"]?["text"]?.stringValue)
        #expect(text.hasPrefix(#"\[here\](https://evil.example) {{0}}"#))
        let marked = try #require(try results(of: render([self.finding("a", message: "[b](c\u{301}) {\u{301}")])).first)
        #expect(marked["message"]?["text"]?.stringValue?.hasPrefix("\\[b\\](c\u{301}) {{\u{301}") == true)
    }

    @Test(
        "paths are URIs",
        arguments: [
            ("scenarios/a b.yaml:7", "scenarios/a%20b.yaml", "%SRCROOT%"),
            ("/x/é:1.yaml:7", "file:///x/%C3%A9%3A1.yaml", nil),
        ] as [(String, String, String?)]
    )
    func paths(place: String, uri: String, base: String?) throws {
        let header = CaseHeader(id: "a", scenario: "a", title: "a", area: "a", place: place, startedAt: SampleRun.start)
        var record = CaseRecord(header: header)
        record.findings = [finding("a")]
        let content = ReportFormat.sarif.render(SampleRun.record(of: [record]), catalogue: try SampleRun.catalogue())
        let location = try results(of: content).first?["locations"]?[0]?["physicalLocation"]
        #expect(location?["artifactLocation"]?["uri"] == .string(uri))
        #expect(location?["artifactLocation"]?["uriBaseId"]?.stringValue == base)
        #expect(location?["region"]?["startLine"] == 7)
    }

    @Test("of more results than code scanning takes, the heaviest are told, and the first of them with their exchange")
    func abundance() throws {
        let findings = (0..<60).map { finding("code.\($0)x", severity: $0 == 59 ? .must : .should) }
        let subject = ReportSubject(
            record(findings),
            catalogue: try SampleRun.catalogue(),
            comparison: .none,
            evidence: .whole,
            isStrict: false
        )
        let json = SARIFReport(subject, resultLimit: 50, exchangeLimit: 20).json
        let results = try results(of: .file(Array(json.utf8)))
        #expect(results.count == 50)
        #expect(results[0]["level"] == "error")
        #expect(results.map { $0["webRequest"] != nil } == (0..<50).map { $0 < 20 })
    }

    private func finding(_ code: String, severity: Finding.Severity = .must, message: String = "a") -> Finding {
        Finding(
            code: code,
            requirements: ["UI-CREATE"],
            severity: severity,
            step: "a",
            exchange: 1,
            place: "a",
            message: message,
            expected: "",
            actual: ""
        )
    }

    private func record(_ findings: [Finding]) -> RunRecord {
        let exchange = SampleRun.exchange(step: "a", path: "/a", sends: "{}")
        let record = SampleRun.sampleCase("a", title: "a", verdict: .failed, findings: findings, exchanges: [exchange])
        return SampleRun.record(of: [record])
    }

    private func render(_ findings: [Finding]) throws -> ReportContent {
        ReportFormat.sarif.render(record(findings), catalogue: try SampleRun.catalogue())
    }

    private func run(of content: ReportContent) throws -> JSONValue {
        try #require(try JSONValue(parsing: content.text)["runs"]?[0])
    }

    private func results(of content: ReportContent) throws -> [JSONValue] {
        try #require(try run(of: content)["results"]?.arrayValue)
    }
}
