import Reports
import Results
import SeamContract
import Testing
import Timestamps

@Suite("Console progress")
struct ConsoleProgressTests {
    @Test("in a log, only whole lines are written: the start, each tenth, and each case that did not pass")
    func lines() {
        #expect(
            shown(style: .lines, verdicts: Array(repeating: .passed, count: 10) + [.failed]).joined()
                == """
                running 11 cases against https://sandbox.example.com
                2 of 11 cases
                3 of 11 cases
                4 of 11 cases
                5 of 11 cases
                6 of 11 cases
                7 of 11 cases
                8 of 11 cases
                9 of 11 cases
                10 of 11 cases
                failed  a/10  UI-CREATE
                11 of 11 cases, 1 failed

                """
        )
    }

    @Test("on a terminal the bar is redrawn in place, and gone at the end")
    func bar() {
        let texts = shown(style: .bar(width: 80), verdicts: [.passed, .failed])
        let erase = "\r\u{1B}[2K"
        #expect(texts.allSatisfy { $0.hasPrefix(erase) })
        #expect(texts.dropFirst().first == erase + String(repeating: "─", count: 30) + "  0/2  a/0")
        #expect(
            texts.dropLast().last == erase + "failed  a/1  UI-CREATE\n" + String(repeating: "━", count: 30)
                + "  2/2  1 failed"
        )
        #expect(texts.last == erase)
    }

    @Test("no line of the bar is wider than the terminal", arguments: [20, 60, 80, 200])
    func width(width: Int) {
        let verdicts: [Verdict] = [.failed, .error, .blocked, .warned, .unexpectedPass, .passed]
        for text in shown(style: .bar(width: width), verdicts: verdicts, name: String(repeating: "long", count: 99)) {
            let bar = text.split(separator: "\n").last.map(String.init) ?? ""
            #expect(bar.replacing("\r\u{1B}[2K", with: "").count < width, "\(bar)")
        }
    }

    @Test("there are colours only when they are asked for", arguments: [true, false])
    func colors(isColored: Bool) {
        let text = shown(style: .lines, verdicts: [.failed], isColored: isColored).joined()
        #expect(text.contains("\u{1B}[1;31mfailed\u{1B}[0m") == isColored)
        #expect(text.contains("\u{1B}") == isColored)
    }

    /// What is shown for the events of a run with these verdicts, one case after the other.
    private func shown(
        style: ConsoleProgress.Style,
        verdicts: [Verdict],
        name: String = "a",
        isColored: Bool = false
    ) -> [String] {
        var progress = ConsoleProgress(style: style, isColored: isColored)
        let cases = verdicts.enumerated().map { index, verdict in
            SampleRun.sampleCase(
                "\(name)/\(index)",
                title: "a",
                verdict: verdict,
                requirements: verdict == .failed
                    ? [RequirementResult(id: "UI-CREATE", level: .must, weighed: 1, broken: 1)] : []
            )
        }
        return SampleRun.record(of: cases).events.map { progress.text(for: $0) }
    }
}
