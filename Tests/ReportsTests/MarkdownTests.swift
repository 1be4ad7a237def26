import Reports
import Results
import Testing
import Timestamps

@Suite("Markdown")
struct MarkdownTests {
    @Test("it has at most 900 KiB, tells the heaviest problems, how many are left out, and what else there is")
    func limit() throws {
        let body = String(repeating: "x", count: 3000)
        let exchange = SampleRun.exchange(step: "a", path: "/a", sends: body)
        let grave = finding(place: "/grave", .must)
        let findings = (0..<500).map { finding(place: "/f\($0)x", .should) } + [grave]
        let text = try text(findings, exchanges: [exchange], notes: ["a note"])
        #expect(text.utf8.count <= 900 * 1024)
        #expect(text.utf8.count > 890 * 1024)
        #expect(text.contains("`/grave`") && text.contains("`a note`"))
        let told = text.split(separator: "\n").count { $0.hasPrefix("### ") }
        #expect(
            text.contains(
                "\n\(501 - told) more problems are left out: `seamcheck report \(SampleRun.id) --format html`"
            )
        )
    }

    @Test("no fence or code span is ended by what is in it")
    func fences() throws {
        let text = "a ``` b ```` `c`\n```\n# heading"
        let exchange = SampleRun.exchange(step: "a", path: "/a", sends: text, answer: text)
        let markdown = try self.text([finding(place: text, .must)], exchanges: [exchange])
        #expect(markdown.contains("\n`````text\n"))
        #expect(markdown.contains(#"- at: `````a ``` b ```` `c`\n```\n# heading`````"#))
    }

    @Test("a text of the endpoint's in a table ends no cell")
    func table() throws {
        let record = SampleRun.sampleCase("a", title: "a", verdict: .skipped, reason: "a |\u{301} b")
        let content = ReportFormat.markdown.render(SampleRun.record(of: [record]), catalogue: try SampleRun.catalogue())
        #expect(content.text.contains("| skipped | 1 | `a \\|\u{301} b` | `a` |"))
    }

    @Test("what stands outside of code is markup of nobody's, names nobody and refers to nothing")
    func plain() throws {
        let ending = RunEnding(
            reason: .unreachable,
            message: "<img> @everyone #12 **b** [x](y) `c`",
            finishedAt: SampleRun.start
        )
        let content = ReportFormat.markdown.render(
            SampleRun.record(of: [], ending: ending),
            catalogue: try SampleRun.catalogue()
        )
        #expect(content.text.contains(#"\<img\> `@`everyone `#`12 \*\*b\*\* \[x\](y) \`c\`"#))
    }

    @Test("what is new and since when it is known is told")
    func compared() throws {
        let text = try ReportRun.sample.report(.markdown).text
        #expect(text.contains("### new must `UI-UNIQ-EMAIL` in 3 cases"))
        #expect(text.contains("- since: 2026-08-14T02:00:00.000Z, run `019f9045-2400-7b0a-b6f1-92c3d8e5a714`"))
        #expect(text.contains("- waived: `issue 12`"))
    }

    private func finding(place: String, _ severity: Finding.Severity) -> Finding {
        Finding(
            code: "a",
            requirements: ["UI-CREATE"],
            severity: severity,
            step: "a",
            exchange: 1,
            place: place,
            message: "a",
            expected: "",
            actual: ""
        )
    }

    private func text(_ findings: [Finding], exchanges: [Exchange], notes: [String] = []) throws -> String {
        let record = SampleRun.sampleCase("a", title: "a", verdict: .failed, findings: findings, exchanges: exchanges)
        let run = SampleRun.record(of: [record], notes: notes)
        return ReportFormat.markdown.render(run, catalogue: try SampleRun.catalogue()).text
    }
}
