import JSON
import Reports
import Results
import SeamContract
import Testing
import Timestamps
import Trends

@Suite("Trend told")
struct TrendReportTests {
    @Test("the answer is one line: what passed in the last night, and how many failures are open")
    func headline() throws {
        let page = try SampleTrend.report().text(.html)
        let words = "66.6 % of the judged cases passed in the last of 34 nights, 2 failures are open, 1 is waived"
        #expect(page.contains("<h1>\(words)</h1>"))
        #expect(try SampleTrend.report().text(.text).hasSuffix("\(words)\n"))
    }

    @Test("an open failure is told with since when, who is to blame and how to see it")
    func open() throws {
        let page = try SampleTrend.report().text(.html)
        #expect(page.contains("since 2026-09-22, 4 judged nights"))
        #expect(page.contains("endpoint (since 2026-09-21: build 1179 → 1180)"))
        #expect(page.contains("seamcheck report \(SampleTrend.id(33)) --format html"))
        #expect(page.contains("seamcheck history case &#39;identity-value-unique[email]&#39;"))
    }

    @Test(
        "what a waiver allows, and what later nights no longer judged, is told as such and not left out",
        arguments: TrendFormat.allCases
    )
    func standings(format: TrendFormat) throws {
        let text = try SampleTrend.report().text(format)
        for id in ["access-user-complete", "access-user-late", "identity-value-unique[email]"] {
            #expect(text.contains(id))
        }
        if format == .json {
            #expect(text.contains("\"is_waived\": true") && text.contains("\"is_stale\": true"))
        } else {
            #expect(text.contains("waived") && text.contains("last judged 2026-09-20"))
        }
    }

    @Test("nights that are missing, were not finished or are left out are told")
    func remarks() throws {
        let page = try SampleTrend.report().text(.html)
        #expect(page.contains("12 older nights left out."))
        #expect(page.contains("3 runs with other labels or of another sort of endpoint left out."))
        #expect(page.contains("1 night did not come to the end."))
        #expect(page.contains("No run between 2026-09-07 and 2026-09-10."))
        #expect(page.contains("title=\"no run before 2026-09-10\""))
    }

    @Test("a line of a chart is broken where a night is missing or tells nothing")
    func gaps() throws {
        let page = try SampleTrend.report().text(.html)
        let rate = try #require(page.split(separator: "\n").first { $0.contains("class=\"line rate\"") })
        #expect(rate.count { $0 == "M" } - rate.components(of: "class=\"grid\"") * 3 >= 2)
        let p95 = try #require(page.split(separator: "\n").first { $0.contains("class=\"line p95\"") })
        #expect(p95.contains("class=\"line p95\" d=\"M5 "))
    }

    @Test("a page of no night and of a single one says so", arguments: TrendFormat.allCases)
    func few(format: TrendFormat) throws {
        let none = TrendReport(TrendOverview([], scope: TrendScope()), catalogue: try SampleRun.catalogue()).text(
            format
        )
        #expect(none.contains("no night to tell of"))
        let run = RunOutcome(header: SampleRun.record.header, ending: nil, cases: ["a": .init(verdict: .passed)])
        let one = TrendReport(TrendOverview([run], scope: TrendScope()), catalogue: try SampleRun.catalogue()).text(
            format
        )
        #expect(one.contains("100.0 % of the judged cases passed in the only night, no failure is open"))
    }

    @Test("nothing that comes from outside is markup, a command or unseen", arguments: TrendFormat.allCases)
    func hostile(format: TrendFormat) throws {
        let text = TrendReport(HostileTrend.overview, catalogue: try SampleRun.catalogue()).text(format)
        guard format != .json else {
            #expect(throws: Never.self) { try JSONValue(parsing: text) }
            return
        }
        for scalar in HostileRun.forbidden { #expect(!text.unicodeScalars.contains(scalar)) }
        if format == .html {
            #expect(!text.contains("<script") && text.contains("&lt;script&gt;"))
            let scalars = Array(text.unicodeScalars)
            let marks = scalars.indices.filter { scalars[$0] == "\u{301}" }
            #expect(
                !marks.isEmpty
                    && marks.allSatisfy { scalars[$0 - 1] == ";" || scalars[$0 - 1] == "\"" && scalars[$0 - 2] == "\\" }
            )
        }
    }

    @Test("the page is bounded, and tells how much it leaves out")
    func bounded() throws {
        let cases = (0..<2000).map { number in
            let result = RequirementResult(id: "RQ-\(number)", level: .must, weighed: 1, broken: 1)
            return ("case-\(number)", RunOutcome.Case(verdict: .failed, requirements: [result]))
        }
        let runs = (0..<2).map { night in
            RunOutcome(
                header: HostileTrend.header("run-\(night)", night),
                ending: nil,
                cases: Dictionary(uniqueKeysWithValues: cases)
            )
        }
        let page = TrendReport(TrendOverview(runs, scope: TrendScope()), catalogue: try SampleRun.catalogue()).text(
            .html
        )
        #expect(page.utf8.count < 400_000)
        #expect(page.contains("and 1980 more") && page.contains("and 1780 failures more"))
        #expect(page.contains("and 1900 requirements more"))
    }

    @Test("what came with one change of an operation is one line", arguments: [TrendFormat.text, .html, .markdown])
    func grouped(format: TrendFormat) throws {
        let turns = (0..<9).map { number in
            DriftTurn(
                operation: number < 8 ? "/a" : "/b",
                what: "200 /f\(number)",
                isGone: false,
                since: RunReference(id: "run", startedAt: SampleRun.start),
                suspects: [.endpoint]
            )
        }
        let overview = TrendOverview([], scope: TrendScope(), drifts: turns)
        let text = TrendReport(overview, catalogue: try SampleRun.catalogue()).text(format)
        #expect(text.contains("200 /f0, 200 /f1, 200 /f2, 200 /f3, 200 /f4, 200 /f5 and 2 more"))
        #expect(text.contains("200 /f8"))
    }

    @Test(
        "the same nights give the same text, in whichever order their cases are read",
        arguments: TrendFormat.allCases
    )
    func stable(format: TrendFormat) throws {
        let texts = try [1, 2, 4].map { capacity in
            let runs = (0..<5).map { night in
                var cases = [String: RunOutcome.Case](minimumCapacity: capacity * 16)
                cases["a"] = .init(verdict: .failed)
                cases["b"] = .init(verdict: night == 2 ? .failed : .passed)
                return RunOutcome(header: HostileTrend.header("run-\(night)", night), ending: nil, cases: cases)
            }
            return TrendReport(TrendOverview(runs, scope: TrendScope()), catalogue: try SampleRun.catalogue()).text(
                format
            )
        }
        #expect(Set(texts).count == 1)
    }
}

extension Substring {
    /// How often a text is in it.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}

/// Nights of an endpoint that wants to harm those who read of it.
enum HostileTrend {
    /// The nights.
    static let overview = TrendOverview(
        (0..<4).map { night in
            let result = RequirementResult(id: HostileRun.text, level: .must, weighed: 1, broken: night > 0 ? 1 : 0)
            return RunOutcome(
                header: header("\(night)" + HostileRun.text, night),
                ending: nil,
                cases: [HostileRun.text: .init(verdict: night > 0 ? .failed : .passed, requirements: [result])]
            )
        },
        scope: TrendScope(labels: [Label(key: HostileRun.text, value: HostileRun.text)]),
        titles: [HostileRun.text: HostileRun.text],
        latencies: ["0" + HostileRun.text: [HostileRun.text: LatencyHistogram([.milliseconds(1)])]],
        drifts: [
            DriftTurn(
                operation: HostileRun.text,
                what: HostileRun.text,
                isGone: true,
                since: RunReference(id: HostileRun.text, startedAt: SampleRun.start),
                suspects: []
            )
        ]
    )

    /// A header, of which everything that can be is hostile.
    static func header(_ id: String, _ night: Int, contract: String? = nil) -> RunHeader {
        RunHeader(
            id: id,
            startedAt: SampleRun.start + .seconds(86_400 * night),
            endpoint: HostileRun.text,
            isEmbedded: false,
            contract: Provenance(origin: HostileRun.text, fingerprint: contract ?? HostileRun.text + "\(night)"),
            suite: Provenance(origin: HostileRun.text, fingerprint: HostileRun.text),
            version: "0.1.0",
            seed: 1,
            caseCount: 1,
            labels: [Label(key: HostileRun.text, value: HostileRun.text + "\(night)")]
        )
    }
}
