import JSON
import Reports
import Results
import Testing
import Timestamps

@Suite("Allure results")
struct AllureTests {
    @Test("every file has a name of its own, and what is attached is there", arguments: ReportRun.allCases)
    func files(run: ReportRun) throws {
        let files = try files(of: run.report(.allure))
        #expect(files.map(\.name) == Set(files.map(\.name)).sorted())
        #expect(
            files.allSatisfy {
                $0.name.wholeMatch(of: /[0-9a-f-]{36}-(result\.json|attachment\.txt)|environment\.properties/) != nil
            }
        )
        for result in try results(of: run.report(.allure)) {
            for attachment in result["attachments"]?.arrayValue ?? [] {
                #expect(files.contains { .string($0.name) == attachment["source"] })
            }
        }
    }

    @Test("a case is the same in every run, and its result is not")
    func history() throws {
        let record = SampleRun.sampleCase("a", variant: "b", title: "a", verdict: .passed)
        let other = RunRecord(events: SampleRun.record(of: [record]).events.map(Self.renamed))
        let first = try results(of: render(SampleRun.record(of: [record])))[0]
        let second = try results(of: render(try #require(other)))[0]
        for member in ["historyId", "testCaseId", "fullName", "name", "parameters"] {
            #expect(first[member] != nil && first[member] == second[member], "\(member)")
        }
        #expect(first["uuid"] != second["uuid"])
        #expect(first["parameters"] == [["name": "variant", "value": "b"]])
    }

    @Test(
        "what the endpoint broke has failed, and what is not its fault is broken",
        arguments: [
            (Verdict.passed, "passed"), (.warned, "passed"), (.failed, "failed"), (.unexpectedPass, "failed"),
            (.error, "broken"), (.blocked, "broken"), (nil, "broken"), (.skipped, "skipped"),
            (.notApplicable, "skipped"), (.waived, "skipped"),
        ] as [(Verdict?, String)]
    )
    func status(verdict: Verdict?, status: String) throws {
        let cases = ["a", "b"].map { SampleRun.sampleCase($0, title: $0, verdict: $0 == "a" ? verdict : .passed) }
        let result = try #require(try results(of: render(SampleRun.record(of: cases))).first { $0["name"] == "a" })
        #expect(result["status"] == .string(status))
        #expect(result["statusDetails"]?["muted"] == (verdict == .waived ? true : .none))
    }

    @Test("a run that judged nothing has a result that is broken")
    func wholeRun() throws {
        let results = try results(of: ReportRun.empty.report(.allure))
        #expect(results.count == 1 && results[0]["status"] == "broken")
    }

    @Test("properties are such as Java reads")
    func properties() throws {
        let record = SampleRun.record(of: [], endpoint: "http://a=b#c\\é😀:1")
        let file = try #require(try files(of: render(record)).first { $0.name == "environment.properties" })
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(text.hasPrefix(##"endpoint = http\://a\=b\#c\\\u00e9\ud83d\ude00\:1"## + "\n"))
    }

    private static func renamed(_ event: RunEvent) -> RunEvent {
        guard case .started(let header) = event else { return event }
        return .started(
            RunHeader(
                id: "another",
                startedAt: header.startedAt + .seconds(86_400),
                endpoint: header.endpoint,
                isEmbedded: header.isEmbedded,
                contract: header.contract,
                suite: header.suite,
                version: header.version,
                seed: header.seed,
                caseCount: header.caseCount,
                labels: header.labels
            )
        )
    }

    private func render(_ record: RunRecord) throws -> ReportContent {
        ReportFormat.allure.render(record, catalogue: try SampleRun.catalogue())
    }

    private func files(of content: ReportContent) throws -> [ReportContent.File] {
        guard case .folder(let files) = content else {
            Issue.record("no folder")
            return []
        }
        return files
    }

    private func results(of content: ReportContent) throws -> [JSONValue] {
        try files(of: content).filter { $0.name.hasSuffix("-result.json") }
            .map { try JSONValue(parsing: String(decoding: $0.bytes, as: UTF8.self)) }
    }
}
