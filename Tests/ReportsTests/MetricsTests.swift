import Reports
import Results
import Testing
import Timestamps

@Suite("Metrics")
struct MetricsTests {
    private static let formats = [ReportFormat.openmetrics, .prometheus]

    @Test("OpenMetrics ends in # EOF, and the other form has none")
    func ending() throws {
        #expect(try ReportRun.sample.report(.openmetrics).text.hasSuffix("\n# EOF\n"))
        #expect(try !ReportRun.sample.report(.prometheus).text.contains("EOF"))
    }

    @Test("a counter ends in _total, has its name without in OpenMetrics and with it in the other form")
    func counter() throws {
        let open = try ReportRun.sample.report(.openmetrics).text
        #expect(open.contains("# TYPE seamcheck_request_retries counter\n"))
        #expect(open.contains("\nseamcheck_request_retries_total{endpoint=\"https://sandbox.example.com\"} 1\n"))
        #expect(
            open.contains(
                "\nseamcheck_request_retries_created{endpoint=\"https://sandbox.example.com\"} 1787277600.000\n"
            )
        )
        #expect(
            try ReportRun.sample.report(.prometheus).text.contains("# TYPE seamcheck_request_retries_total counter\n")
        )
    }

    @Test("every line is one of the format, and no series is there twice", arguments: formats, ReportRun.allCases)
    func lines(format: ReportFormat, run: ReportRun) throws {
        let lines = try run.report(format).text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let sample = /[a-z_]+\{([a-z]+="([^"\\\n]|\\[\\"n])*"(,(?!\})|(?=\})))*\} (\d+(\.\d+)?)/.matchingSemantics(
            .unicodeScalar
        )
        let comment = /# ((HELP|TYPE|UNIT) [a-z_]+ .+|EOF)/
        for line in lines where line.wholeMatch(of: sample) == nil {
            #expect(line.wholeMatch(of: comment) != nil, "\(line)")
        }
        let series = lines.filter { !$0.hasPrefix("#") }.compactMap { $0.split(separator: "} ").first }
        #expect(Set(series).count == series.count)
        #expect(!lines.contains { $0.hasSuffix(" gauge") && $0.contains("_total ") })
    }

    @Test("no label has an id of a run or a case, so that no night adds a series", arguments: formats)
    func cardinality(format: ReportFormat) throws {
        let text = try ReportRun.sample.report(format).text
        #expect(!text.contains(SampleRun.id))
        for record in SampleRun.record.cases { #expect(!text.contains(record.header.id)) }
    }

    @Test("of more than two hundred operations the others are one", arguments: formats)
    func operations(format: ReportFormat) throws {
        let exchanges = (0..<300).map { SampleRun.exchange($0 + 1, step: "a", path: "/o\($0)", sends: "{}") }
        let record = SampleRun.sampleCase("a", title: "a", verdict: .passed, exchanges: exchanges)
        let content = format.render(SampleRun.record(of: [record]), catalogue: try SampleRun.catalogue())
        let counts = content.text.split(separator: "\n").filter {
            $0.hasPrefix("seamcheck_request_duration_seconds_count")
        }
        #expect(counts.count == 201)
        #expect(counts.contains { $0.hasSuffix("operation=\"other\"} 100") })
    }

    @Test("buckets count all that is no longer than their edge, the sum is in seconds")
    func histogram() throws {
        let text = try ReportRun.sample.report(.openmetrics).text
        let name = #"seamcheck_request_duration_seconds"#
        let labels = #"{endpoint="https://sandbox.example.com",operation="/user_identities/create""#
        for line in [
            "\(name)_bucket\(labels),le=\"0.005\"} 7", "\(name)_bucket\(labels),le=\"+Inf\"} 7",
            "\(name)_sum\(labels)} 0.022400", "\(name)_count\(labels)} 7", "\(name)_created\(labels)} 1787277600.000",
        ] {
            #expect(text.contains("\n\(line)\n"), "\(line)")
        }
    }

    @Test("of a run that a store kept a part of, no latencies are told", arguments: formats)
    func kept(format: ReportFormat) throws {
        let content = format.render(SampleRun.record, catalogue: try SampleRun.catalogue(), evidence: .kept)
        #expect(!content.text.contains("duration_seconds_bucket"))
    }

    @Test("what is new and when a waiver runs out is told where it is known")
    func compared() throws {
        let text = try ReportRun.sample.report(.prometheus).text
        #expect(text.contains("\nseamcheck_findings_new{endpoint=\"https://sandbox.example.com\"} 1\n"))
        #expect(text.contains("requirement=\"TR-REQID\"} 1789869600.000\n"))
        let plain = ReportFormat.prometheus.render(SampleRun.record, catalogue: try SampleRun.catalogue()).text
        #expect(!plain.contains("seamcheck_findings_new") && !plain.contains("waiver_expiry"))
    }
}
