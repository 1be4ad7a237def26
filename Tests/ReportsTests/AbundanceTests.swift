import Reports
import Results
import SeamContract
import Testing

@Suite("Reports of a lot")
struct AbundanceTests {
    @Test(
        "the console tells a hundred lines of problems in full, a statement five times, and the rest in one line each"
    )
    func manyProblems() throws {
        let findings = (0..<25).map { finding(place: "/items/\($0)") } + [finding(.must, place: "/grave")]
        let lines = try console(of: [failed(findings)])
        #expect(lines.count { $0 == "  Every response carries a request id." } == 5)
        let full = lines.count { $0.hasPrefix("  found ") }
        #expect(full == 19)
        #expect(lines.count { $0.hasPrefix("SHOULD  TR-REQID  in 1 case  /items/") } == 26 - full)
        #expect(lines.contains("in full: seamcheck report \(SampleRun.id) --format html"))
        #expect(lines.first { $0.hasPrefix("MUST") || $0.hasPrefix("SHOULD") } == "MUST  TR-REQID  in 1 case")
        #expect(try #require(lines.last).hasPrefix("does not conform"))
    }

    @Test("the closing list has the twelve gravest and widest broken requirements, and says how many more there are")
    func manyBrokenRequirements() throws {
        let musts = (0..<3).map { RequirementResult(id: "M-\($0)", level: .must, weighed: 1, broken: 1) }
        let shoulds = (10..<41).map { RequirementResult(id: "S-\($0)", level: .should, weighed: 1, broken: 1) }
        let cases = [musts + shoulds, Array(shoulds.suffix(1))].enumerated().map { index, requirements in
            SampleRun.sampleCase("a/\(index)", title: "a", verdict: .failed, requirements: requirements)
        }
        let lines = try console(of: cases)
        let end = try #require(lines.firstIndex(of: "and 22 more"))
        let listed = lines[..<end].suffix(12).compactMap { $0.split(separator: " ").dropFirst().first }
        #expect(listed == ["M-0", "M-1", "M-2", "S-40"] + (10..<18).map { "S-\($0)" })
        #expect(lines[end - 13].hasPrefix("must") == false)
    }

    @Test("of problems without end no more than two hundred lines are told")
    func endlessProblems() throws {
        let lines = try console(of: [failed((0..<1000).map { finding(place: "/items/\($0)") })])
        #expect(lines.contains { $0.hasPrefix("and ") && $0.hasSuffix(" more") })
        #expect(lines.count < 200)
    }

    @Test(
        "what was expected and what was there are told once",
        arguments: [
            ("status: expected 200, got 20", true, true), ("status: expected 200", true, false),
            ("the status is wrong", false, false), ("one of 2000 and 201", false, false),
        ]
    )
    func once(message: String, hasExpected: Bool, hasActual: Bool) throws {
        let lines = try console(of: [failed([finding(message: message, expected: "200", actual: "20")])])
        #expect(lines.contains("  expected  200") == !hasExpected)
        #expect(lines.contains("  actual    20") == !hasActual)
    }

    @Test("a message that is cut does not count as telling what it would have told")
    func cutMessage() throws {
        let message = String(repeating: "x", count: 600) + ": expected 200, got 20"
        let lines = try console(of: [failed([finding(message: message, expected: "200", actual: "20")])])
        #expect(lines.contains("  expected  200"))
    }

    @Test("a long body is cut on the console, with its size, and the curl line never is")
    func longBody() throws {
        let text = String(repeating: "x", count: 2000)
        let exchange = SampleRun.exchange(step: "list", path: "/a", sends: text, answer: String(text.dropLast()))
        let lines = try console(of: [failed([finding(place: "a")], exchanges: [exchange])])
        #expect(lines.count { $0 == "    " + text.prefix(600) } == 2)
        #expect(lines.contains("    … (2000 bytes in all)"))
        #expect(lines.contains("    … (1999 bytes in all)"))
        #expect(lines.contains { $0.hasPrefix("  $ curl") && $0.contains(text) })
    }

    @Test("a status that is not declared is told once for all operations, after the members")
    func statuses() throws {
        let drifts = ["/a", "/b"].map { Drift(kind: .undeclaredStatus, operation: $0, place: "404") }
        let member = Drift(kind: .undocumentedMember, operation: "/z", place: "/nickname")
        let cases = ["a/1", "a/2"].map {
            SampleRun.sampleCase($0, title: "a", verdict: .passed, drifts: drifts + [member])
        }
        let lines = try console(of: cases)
        let index = try #require(lines.firstIndex(of: "  member /nickname of /z in 2 cases"))
        #expect(lines[index + 1] == "  status 404, which the contract does not declare: 2 operations")
        let page = try page(of: cases)
        #expect(page.contains("status <code>404</code>, which the contract does not declare: 2 operations"))
    }

    @Test("the page folds the cases of a problem after the twelfth", arguments: [12, 13, 145])
    func folded(count: Int) throws {
        let page = try page(of: (0..<count).map { failed([finding(place: "a")], id: "a/\($0)") })
        #expect(page.contains("<small>in \(count) cases</small>"))
        #expect(page.contains("<details class=\"more\">") == (count > 12))
        #expect(page.contains("<summary>and \(count - 12) more</summary>") == (count > 12))
        #expect((1...count).allSatisfy { page.contains("<a href=\"#case-\($0)\">") })
    }

    private func console(of cases: [CaseRecord]) throws -> [String] {
        ConsoleReport(SampleRun.record(of: cases), catalogue: try SampleRun.catalogue()).text
            .split(separator: "\n").map(String.init)
    }

    private func page(of cases: [CaseRecord]) throws -> String {
        HTMLReport(SampleRun.record(of: cases), catalogue: try SampleRun.catalogue()).page
    }

    private func failed(_ findings: [Finding], exchanges: [Exchange] = [], id: String = "a/b") -> CaseRecord {
        SampleRun.sampleCase(
            id,
            title: "a case",
            verdict: .failed,
            requirements: [RequirementResult(id: "TR-REQID", level: .should, weighed: 1, broken: 1)],
            findings: findings,
            exchanges: exchanges
        )
    }

    private func finding(
        _ severity: Finding.Severity = .should,
        place: String = "status",
        message: String = "it is wrong",
        expected: String = "",
        actual: String = ""
    ) -> Finding {
        Finding(
            code: "a",
            requirements: ["TR-REQID"],
            severity: severity,
            step: "",
            exchange: 1,
            place: place,
            message: message,
            expected: expected,
            actual: actual
        )
    }
}
