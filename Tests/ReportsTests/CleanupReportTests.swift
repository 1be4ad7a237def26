import Reports
import Results
import Testing

@Suite("What a run created, in reports")
struct CleanupReportTests {
    private static func leftover(_ count: Int, _ names: String..., reason: String = "so") -> Cleanup.Leftover {
        Cleanup.Leftover(namespace: "/a", reason: reason, count: count, names: names)
    }

    @Test("it is said in one sentence, and one more for each reason why something was left")
    func sentences() {
        #expect(Cleanup().sentences == [])
        #expect(Cleanup(created: 326, deleted: 326).sentences == ["created 326, deleted 326"])
        let left = Cleanup(
            created: 9,
            deleted: 2,
            leftovers: [Self.leftover(1, "a 1"), Self.leftover(6, "a 2", "a 3", "a 4")]
        )
        #expect(
            left.sentences == [
                "created 9, deleted 2, left 7", "1 of /a: so (a 1)", "6 of /a: so (a 2, a 3, and 4 more)",
            ]
        )
    }

    @Test("of many reasons the first are said, and how many there are more")
    func manyReasons() {
        let leftovers = (1...23).map { Self.leftover(1, "a", reason: "reason \($0)") }
        let sentences = Cleanup(created: 23, leftovers: leftovers).sentences
        #expect(sentences.count == 22)
        #expect(sentences.last == "3 further reasons")
    }

    @Test("every report that has room for notes says it", arguments: [ReportFormat.text, .markdown, .html, .sarif])
    func reports(format: ReportFormat) throws {
        let text = format.render(SampleRun.record, catalogue: try SampleRun.catalogue()).text
        #expect(text.contains("created 12, deleted 11, left 1"))
        #expect(text.contains("1 of /user_identities: /user_identities/delete answered 500"))
    }

    @Test("beside it twenty notes are shown in Markdown, and the others counted")
    func markdownNotes() throws {
        let notes = (1...25).map { "note \($0)" }
        let ending = RunEnding(reason: .complete, finishedAt: SampleRun.start, cleanup: Cleanup(created: 1, deleted: 1))
        let run = SampleRun.record(of: [], notes: notes, ending: ending)
        let text = ReportFormat.markdown.render(run, catalogue: try SampleRun.catalogue()).text
        #expect(text.contains("- `created 1, deleted 1`\n- `note 1`\n"))
        #expect(text.contains("- `note 20`\n- and 5 notes more") || text.contains("- `note 20`\n- and 5 more"))
    }
}
