import ContractDiff
import Foundation
import Testing

@Suite("The page about contract diff")
struct RulePageTests {
    @Test("its table has every rule, as the code judges it")
    func table() throws {
        let page = ProjectFiles.root.appending(path: "Sources/seamcheck/Documentation.docc/ContractDiff.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let heading = "## Rules\n\n"
        let start = try #require(text.range(of: heading)).upperBound
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try (text[..<start] + Self.rules).write(to: page, atomically: true, encoding: .utf8)
            Issue.record("recorded \(page.path): run again without RECORD_SNAPSHOTS")
        } else {
            #expect(text[start...] == Self.rules, "\(page.path) differs (RECORD_SNAPSHOTS=1 rewrites it)")
        }
    }

    private static var rules: String {
        let rows = Rule.all.map { "| `\($0.id)` | \($0.summary) | \($0.impact.client) | \($0.impact.vendor) |" }
        let head = ["| rule | what has changed | client | vendor |", "| --- | --- | --- | --- |"]
        return (head + rows).joined(separator: "\n") + "\n"
    }
}
