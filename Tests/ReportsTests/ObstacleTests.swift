import Reports
import Results
import SeamContract
import Testing

@Suite("What stands in the way of a run")
struct ObstacleTests {
    private static let cause = Cause(operation: "/acs/users/create", evidence: "answered 500 boom")
    private static let absence = Cause(operation: "/acs/users/suspend", evidence: "404 without an error envelope")

    /// A case that was blocked by the cause, with the exchange that shows it.
    private static let blocked = SampleRun.sampleCase(
        "group",
        title: "a user joins a group",
        verdict: .blocked,
        reason: "acs.users.create: status: expected 2xx, got 500",
        untested: ["AU-LINK-EMAIL"],
        cause: cause,
        exchanges: [
            SampleRun.exchange(step: "create", path: "/acs/users/create", sends: "{}", status: 500, answer: "boom")
        ]
    )
    /// A case that was skipped because of it.
    private static let skipped = SampleRun.sampleCase(
        "link",
        title: "a user is linked",
        verdict: .skipped,
        reason: "because of /acs/users/create: answered 500 boom",
        untested: ["AU-LINK-EMAIL", "AU-SCHEMA"],
        cause: cause
    )
    /// A case for which a profile demands an operation that is not offered.
    private static let missing = SampleRun.sampleCase(
        "suspend",
        title: "a user is suspended",
        verdict: .failed,
        reason: "/acs/users/suspend is not offered: 404 without an error envelope",
        requirements: [RequirementResult(id: "AU-SCHEMA", level: .must, weighed: 1, broken: 1)],
        untested: ["TR-REQID"],
        cause: absence,
        findings: [
            Finding(
                code: Finding.missingOperation,
                requirements: ["AU-SCHEMA"],
                severity: .must,
                step: "",
                operation: "/acs/users/suspend",
                place: "",
                message: "/acs/users/suspend is demanded and not offered",
                expected: "the operation",
                actual: "404 without an error envelope"
            )
        ]
    )
    /// A case that passed.
    private static let passed = SampleRun.sampleCase(
        "identity",
        title: "an identity is made",
        verdict: .passed,
        requirements: [RequirementResult(id: "UI-CREATE", level: .must, weighed: 1, broken: 0)]
    )

    /// The lines of the console's report.
    private static func console(_ cases: [CaseRecord], profile: RunProfile? = nil) throws -> [String] {
        let record = SampleRun.record(of: cases, profile: profile)
        return ConsoleReport(record, catalogue: try SampleRun.catalogue()).text.split(separator: "\n").map(String.init)
    }

    @Test("an operation that never worked comes first, with what it took down, and the run does not conform")
    func cause() throws {
        let lines = try Self.console([Self.passed, Self.blocked, Self.skipped])
        let place = try #require(lines.firstIndex(of: "CAUSE  /acs/users/create  took down 2 cases"))
        #expect(place == 3)
        #expect(lines[place + 1] == "  found     answered 500 boom")
        #expect(lines[place + 2] == "  blocked   1 case: group")
        #expect(lines[place + 3] == "  skipped   1 case: link")
        #expect(lines[place + 4] == "  → POST https://sandbox.example.com/acs/users/create")
        #expect(!lines.contains { $0.hasPrefix("blocked ") || $0.hasPrefix("skipped ") })
        #expect(lines.suffix(2).first == "tested 1 of 3 requirements (1 blocked, 1 skipped)")
        #expect(lines.last == "does not conform: /acs/users/create does not work")
    }

    @Test("what is missing is told once, with the requirements that demand it, and not as broken besides")
    func missing() throws {
        let profile = RunProfile(name: "core@2026-08", requirements: ["AU-SCHEMA", "UI-CREATE", "UI-UNIQ-EMAIL"])
        let lines = try Self.console([Self.missing, Self.passed], profile: profile)
        let place = try #require(lines.firstIndex(of: "MISSING  /acs/users/suspend  in 1 case"))
        #expect(lines[place + 1] == "  found     404 without an error envelope")
        #expect(lines[place + 2] == "  demanded  AU-SCHEMA")
        #expect(!lines.contains { $0.hasPrefix("MUST") || $0.hasPrefix("must") })
        let tested = "tested 1 of 3 requirements of core@2026-08 (1 missing, 1 in no case of this run)"
        #expect(lines.suffix(2).first == tested)
        #expect(lines.last == "does not conform to core@2026-08: /acs/users/suspend is missing")
    }

    @Test("a run that came to nothing of its profile says so")
    func untestedProfile() throws {
        let profile = RunProfile(name: "core@2026-08", requirements: ["UI-UNIQ-EMAIL"])
        let lines = try Self.console([Self.passed], profile: profile)
        #expect(lines.last == "nothing was tested: no case came to a requirement of the profile")
    }

    @Test("the page tells it before what broke, and JUnit as an error of the run")
    func otherReports() throws {
        let record = SampleRun.record(of: [Self.passed, Self.skipped])
        let catalogue = try SampleRun.catalogue()
        let page = ReportFormat.html.render(record, catalogue: catalogue).text
        let cause = try #require(page.firstRange(of: "<code>/acs/users/create</code> <small>took down 1 case</small>"))
        let broken = try #require(page.firstRange(of: "<h2>What broke</h2>"))
        #expect(cause.lowerBound < broken.lowerBound)
        #expect(page.contains("tested 1 of 3 requirements (2 skipped)"))
        let xml = JUnitReport(record, catalogue: catalogue).xml
        let error = #"<error message="does not conform: /acs/users/create does not work" type="doesNotConform"/>"#
        #expect(xml.contains(error))
        #expect(xml.contains(#"<property name="tested" value="tested 1 of 3 requirements (2 skipped)"/>"#))
    }
}
