import Foundation
import JSON
import Reports
import Results
import SeamContract
import Testing

@Suite("Kill matrix told")
struct ProofReportTests {
    @Test("the answer is one line, with how many faults were caught and how many by their requirement first")
    func headline() throws {
        let text = try Self.report().text(.text)
        #expect(
            text.contains(
                "not proven: 2 of 4 faults caught, 1 of them (25.0 %) with the broken requirement named first\n"
            )
        )
        #expect(text.contains("the server without a fault: no findings, 1 requirement weighed\n"))
        #expect(text.contains("second-phone: nothing notices it (UI-UNIQ-PHONE)\n"))
    }

    @Test("each fault is told with its requirement and what noticed it")
    func lines() throws {
        let lines = try Self.report().text(.text).split(separator: "\n").map(String.init)
        #expect(lines[0] == "second-email  UI-UNIQ-EMAIL  caught: a, b, c and 1 more")
        #expect(lines[1] == "late-email    UI-UNIQ-EMAIL  caught behind UI-CREATE: a")
        #expect(lines[2] == "no-flag       TR-OK-TRUE     only caught as TR-SCHEMA")
        #expect(lines[3] == "second-phone  UI-UNIQ-PHONE  survived")
    }

    @Test("the page shows what was not caught first, and takes nothing for markup")
    func page() throws {
        let page = try Self.report().text(.html)
        let survived = try #require(page.range(of: "Survived"))
        let caught = try #require(page.range(of: "<h2>Caught <"))
        #expect(survived.lowerBound < caught.lowerBound)
        #expect(page.contains("Takes &lt;b&gt; for bold."))
        #expect(!page.contains("<b> for bold"))
    }

    @Test("which faults were caught can be read back from JSON")
    func readBack() throws {
        let json = try JSONValue(parsing: Array(try Self.report().text(.json).utf8))
        let tried = try #require(ProofReport.triedFaults(in: json))
        #expect(tried.filter(\.value).keys.sorted() == ["late-email", "second-email"])
        #expect(tried.contains { !$0.value })
        #expect(ProofReport.triedFaults(in: ["trials": 3]) == nil)
    }

    @Test("every form names every fault", arguments: ProofFormat.allCases)
    func forms(format: ProofFormat) throws {
        let text = try Self.report().text(format)
        for fault in ["second-email", "late-email", "no-flag", "second-phone"] { #expect(text.contains(fault)) }
    }

    private static func report() throws -> ProofReport {
        let trials = [
            trial("second-email", "UI-UNIQ-EMAIL", killers: ["a", "b", "c", "d"], named: ["UI-UNIQ-EMAIL"]),
            trial("late-email", "UI-UNIQ-EMAIL", killers: ["a"], named: ["UI-CREATE", "UI-UNIQ-EMAIL"]),
            trial("no-flag", "TR-OK-TRUE", killers: [], named: ["TR-SCHEMA"]),
            trial("second-phone", "UI-UNIQ-PHONE", killers: [], named: []),
        ]
        let matrix = KillMatrix(trials: trials, falseAlarms: [], scenarios: ["UI-UNIQ-EMAIL": ["unique"]])
        return ProofReport(matrix, catalogue: try SampleRun.catalogue(), isWhole: false)
    }

    private static func trial(
        _ fault: String,
        _ requirement: String,
        killers: [String],
        named: [String]
    ) -> FaultTrial {
        FaultTrial(
            fault: fault,
            requirement: requirement,
            summary: "Takes <b> for bold.",
            killers: killers,
            named: named,
            isNamedFirst: named.first == requirement,
            duration: .zero
        )
    }
}
