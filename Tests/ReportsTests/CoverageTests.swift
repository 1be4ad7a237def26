import Reports
import Results
import SeamContract
import Testing

@Suite("Traceability matrix")
struct CoverageTests {
    @Test("a requirement is told with its scenarios, its faults, how many were caught, and its last verdict")
    func rows() throws {
        let lines = try Self.coverage().text(.csv).split(separator: "\r\n").map(String.init)
        #expect(lines.first == "requirement,level,scenarios,faults,killed,last verdict")
        #expect(
            lines.contains { $0.hasPrefix("UI-UNIQ-EMAIL,must,unique race,second-email lost-race,1 of 2,broken in ") }
        )
        #expect(lines.contains { $0.hasPrefix("UI-CREATE,must,not tested,,0 of 0,") })
    }

    @Test("without a proof and without a run nothing is made up")
    func nothingKnown() throws {
        let coverage = Coverage(try SampleRun.catalogue(), scenarios: [:], faults: [], tried: nil, lastRun: nil)
        #expect(coverage.rows.allSatisfy { $0.killed == nil && $0.lastVerdict == nil })
        #expect(coverage.text(.csv).contains("TR-REQID,should,not tested,,–,–\r\n"))
    }

    @Test("a fault that was caught counts as seen to fail in the summary")
    func summary() throws {
        let run = SampleRun.record.header
        #expect(
            try Self.coverage().summary == [
                "must: 1 of 5 tested, 1 of those seen to fail; 4 not tested",
                "should: 0 of 1 tested, 0 of those seen to fail; 1 not tested",
                "may: 0 of 0 tested, 0 of those seen to fail; 0 not tested",
                "killed: 1 fault was not tried by the last proof (make another with `seamcheck prove`)",
                "last verdicts: of run \(run.id), \(run.startedAt), which weighed 5 of 6",
            ]
        )
    }

    @Test("every form holds every requirement", arguments: CoverageFormat.allCases)
    func forms(format: CoverageFormat) throws {
        let text = try Self.coverage().text(format)
        for requirement in try SampleRun.catalogue().requirements { #expect(text.contains(requirement.id)) }
    }

    @Test("the page tells why a requirement is not tested, and nothing of the kind for one that is")
    func untested() throws {
        #expect(!(try Self.coverage().text(.html).contains("<small>not tested:")))
        #expect(try Self.coverage().text(.html).contains(">unique, race</td>"))
        #expect(try Self.coverage().text(.html).contains(">second-email, lost-race</td>"))
        let text = """
            area: sample
            about: what the sample run weighs
            requirements:
              UI-QUOTA:
                level: should
                statement: A workspace has room for a million identities.
                source: S1
                evidence: documented
                not-tested: it would take a million calls
            """
        let catalogue = try Catalogue(files: [("sample.yaml", text)])
        let page = Coverage(catalogue, scenarios: [:], faults: [], tried: nil, lastRun: nil).text(.html)
        #expect(page.contains("<small>not tested: it would take a million calls</small>"))
    }

    @Test("the catalogue page tells of each requirement where it comes from and what weighs and breaks it")
    func cataloguePage() throws {
        let page = try Self.coverage().cataloguePage
        #expect(page.contains("### UI-UNIQ-EMAIL (must)"))
        #expect(page.contains("- scenarios: `unique`, `race`\n- faults: `second-email`, `lost-race`"))
        #expect(page.contains("- [sample](#sample): 6 requirements"))
    }

    private static func coverage() throws -> Coverage {
        Coverage(
            try SampleRun.catalogue(),
            scenarios: ["UI-UNIQ-EMAIL": ["unique", "race"]],
            faults: [("second-email", "UI-UNIQ-EMAIL"), ("lost-race", "UI-UNIQ-EMAIL")],
            tried: ["second-email": true],
            lastRun: SampleRun.record
        )
    }
}
