import Foundation
import Reports
import Results
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("Hostile endpoints")
struct HostileTests {
    @Test(
        "nothing unseen gets into what people read",
        arguments: ReportFormat.allCases.filter { $0 != .ndjson },
        [Comparison.none, HostileRun.comparison]
    )
    func unseen(format: ReportFormat, comparison: Comparison) throws {
        let catalogue = try SampleRun.catalogue()
        let text = format.render(HostileRun.record, catalogue: catalogue, comparison: comparison).text
        for scalar in HostileRun.forbidden {
            #expect(!text.unicodeScalars.contains(scalar), "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test("the console gets no escape but our own, in the report and while the run goes on")
    func console() throws {
        let report = ConsoleReport(HostileRun.record, catalogue: try SampleRun.catalogue(), isColored: true).text
        var progress = ConsoleProgress(style: .bar(width: 80), isColored: true)
        let live = HostileRun.record.events.map { progress.text(for: $0) }.joined()
        let ours = /\u{1B}\[[0-9;]*m|\r\u{1B}\[2K/
        for text in [report, live] {
            let rest = text.replacing(ours, with: "")
            #expect(
                !rest.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || HostileRun.forbidden.contains($0) }
            )
        }
    }

    @Test(
        "no line of a text that an endpoint gave is a command to the program that runs the job",
        arguments: [ReportFormat.text, .markdown]
    )
    func commands(format: ReportFormat) throws {
        let body =
            "oops\n::stop-commands::zz\n  ::add-mask::conforms\nx ##[error]a ##vso[task.complete]b ##teamcity[c]\na::b"
        let record = SampleRun.record(
            of: [
                SampleRun.sampleCase(
                    "a",
                    title: "a",
                    verdict: .failed,
                    findings: [
                        Finding(
                            code: "x",
                            requirements: ["UI-ECHO"],
                            severity: .must,
                            step: "s",
                            exchange: 1,
                            place: "",
                            message: body,
                            expected: "",
                            actual: body
                        )
                    ],
                    exchanges: [
                        SampleRun.exchange(step: "s", path: "/user_identities/get", sends: body, answer: body)
                    ]
                )
            ]
        )
        let text = format.render(record, catalogue: try SampleRun.catalogue(), comparison: .none).text
        let lines = text.split(separator: "\n").map { line in line.drop { $0.isWhitespace } }
        #expect(!lines.contains { $0.hasPrefix("::") })
        #expect(!text.contains("##[") && !text.contains("##vso[") && !text.contains("##teamcity["))
        #expect(lines.contains { $0.hasPrefix("\\u{3a}:stop-commands::zz") })
        #expect(text.contains("a::b"))
    }

    @Test("the page holds no markup of the endpoint, and no template is filled in twice")
    func page() throws {
        let page = HTMLReport(HostileRun.record, catalogue: try SampleRun.catalogue()).page
        #expect(!page.contains("<script"))
        #expect(page.contains("{{endpoint}}"))
        let quotes = page.unicodeScalars.enumerated().filter { $0.element == "\u{301}" }.map(\.offset)
        let scalars = Array(page.unicodeScalars)
        #expect(!quotes.isEmpty)
        #expect(quotes.allSatisfy { scalars[$0 - 1] == ";" })
    }

    @Test("the XML is well-formed", arguments: [HostileRun.record, SampleRun.record])
    func xml(record: RunRecord) throws {
        let xml = JUnitReport(record, catalogue: try SampleRun.catalogue()).xml
        let parser = XMLParser(data: Data(xml.utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError)) in line \(parser.lineNumber)")
    }

    @Test("endless text is cut, be it one character with endless marks")
    func endless() throws {
        let text = "a" + String(repeating: "\u{301}", count: 200_000)
        let finding = Finding(
            code: "a",
            requirements: [],
            severity: .must,
            step: "a",
            place: text,
            message: text,
            expected: text,
            actual: text
        )
        let record = SampleRun.record(
            of: [
                SampleRun.sampleCase(
                    "a/b",
                    title: "b",
                    verdict: .failed,
                    findings: [finding],
                    exchanges: [SampleRun.exchange(step: "a", path: "/a", sends: "{}", answer: text)]
                )
            ]
        )
        for format in ReportFormat.allCases where format != .ndjson {
            let content = format.render(record, catalogue: try SampleRun.catalogue())
            #expect(content.bytes.count < 100_000, "\(format)")
        }
    }
}
