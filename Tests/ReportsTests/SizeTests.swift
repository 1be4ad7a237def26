import Reports
import Results
import SeamContract
import Testing

@Suite("Sizes of reports")
struct SizeTests {
    /// What bodies are full of, and what of it a reader of JSON, XML or HTML must have written out.
    private static let fillings = [
        "x", "\u{1B}", "\u{0}", "👩‍👩‍👧", "a\u{301}", "##[", "'", "&<>\"", "\\", "\u{202E}", "::\n", "\n", "$SEAM_API_KEY",
        "]]>",
    ]

    @Test(
        "the size of every report follows from the number of cases, however large bodies are and whatever is in them",
        arguments: fillings,
        ReportFormat.allCases.filter { $0 != .ndjson }
    )
    func largeBodies(filling: String, format: ReportFormat) throws {
        let sizes = try [16 << 10, 256 << 10].map { bytes in
            let text = String(repeating: filling, count: bytes / filling.utf8.count)
            return try size(of: format, [failed(0, findings: [finding(0)], body: text)])
        }
        #expect(sizes[1] <= sizes[0] + 100)
        #expect(sizes[1] < 512 << 10)
    }

    @Test(
        "many findings of one case are told up to a bound, and how many more there are",
        arguments: ReportFormat.allCases
    )
    func manyFindings(format: ReportFormat) throws {
        if [.ndjson, .sarif].contains(format) { return }
        let sizes = try [3000, 6000].map { count in
            try size(of: format, [failed(0, findings: (0..<count).map { finding($0) }, body: "{}")])
        }
        #expect(sizes[1] <= sizes[0] + 1000, "\(sizes)")
    }

    @Test("a page of a run in which everything breaks shows cases in full up to a bound, and then in short")
    func fullPage() throws {
        let body = String(repeating: "x", count: 8000)
        let cases = (0..<1200).map { failed($0, findings: [finding($0), finding($0 + 10_000)], body: body) }
        let bytes = try page(of: cases).utf8.count
        let twice = try page(of: cases + cases.map { renamed($0) }).utf8.count
        #expect(bytes < 40 << 20)
        // What is beyond the bound takes a line or two.
        #expect(twice - bytes < 1200 * 3000)
    }

    @Test("a case that the page has no room for says where all of it is")
    func leftOut() throws {
        let body = String(repeating: "x", count: 8000)
        let page = try page(of: (0..<1200).map { failed($0, findings: [finding($0), finding(-$0)], body: body) })
        #expect(
            page.contains("and 1 more finding and 1 more exchange: seamcheck report \(SampleRun.id) --format ndjson")
        )
        #expect(page.contains("more problems: seamcheck report \(SampleRun.id) --format ndjson"))
    }

    @Test("a body that reports show in part is marked as cut, and no character of it is halved")
    func cut() throws {
        let text = "a" + String(repeating: "é", count: RunRecord.shownBodyLimit)
        let record = SampleRun.record(of: [failed(0, findings: [], body: text)]).shown
        let body = try #require(record.cases[0].exchanges[0].response?.body)
        #expect(body.isTruncated && body.byteCount == text.utf8.count)
        #expect(body.text == "a" + String(repeating: "é", count: RunRecord.shownBodyLimit / 2 - 1))
        #expect(record.cases[0].exchanges[0].ordinal == 1)
    }

    private func size(of format: ReportFormat, _ cases: [CaseRecord]) throws -> Int {
        switch format.render(SampleRun.record(of: cases), catalogue: try SampleRun.catalogue()) {
        case .file(let bytes): bytes.count
        case .folder(let files): files.reduce(0) { $0 + $1.bytes.count }
        }
    }

    private func page(of cases: [CaseRecord]) throws -> String {
        HTMLReport(SampleRun.record(of: cases), catalogue: try SampleRun.catalogue()).page
    }

    private func renamed(_ record: CaseRecord) -> CaseRecord {
        failed(
            Int(record.header.id.dropFirst(5)).map { $0 + 100_000 } ?? 0,
            findings: record.findings,
            record.exchanges
        )
    }

    private func failed(_ number: Int, findings: [Finding], body: String) -> CaseRecord {
        let exchange = SampleRun.exchange(step: "list", path: "/a", sends: body, answer: body)
        return failed(number, findings: findings, [exchange])
    }

    private func failed(_ number: Int, findings: [Finding], _ exchanges: [Exchange]) -> CaseRecord {
        SampleRun.sampleCase(
            "case-\(number)",
            title: "a case",
            verdict: .failed,
            requirements: [RequirementResult(id: "TR-REQID", level: .should, weighed: 1, broken: 1)],
            findings: findings,
            exchanges: exchanges
        )
    }

    private func finding(_ number: Int) -> Finding {
        Finding(
            code: "a",
            requirements: ["TR-REQID"],
            severity: .must,
            step: "list",
            exchange: 1,
            operation: "/a",
            place: "/items/\(10_000 + number)/name",
            message: "it is wrong",
            expected: "a name",
            actual: "none"
        )
    }
}
