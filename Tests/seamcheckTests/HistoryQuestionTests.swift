import JSON
import Testing

@Suite("Questions to the history")
struct HistoryQuestionTests {
    @Test("what broke between two runs is told by compare, and the line of a case by case")
    func compare() async throws {
        let program = try Program()
        let arguments = SuiteFile.runOfUniqueValues
        _ = try await program.run(arguments)
        let broken = try await ServedEndpoint(faults: ["accept-second-email"])
        _ = try await program.run(arguments + ["--label", "build=2"], environment: broken.variables)
        await broken.stop()

        let runs = try await program.run(["history", "runs", "--format", "json"])
        let ids = try #require(try JSONValue(parsing: runs.output).arrayValue).compactMap { $0["id"]?.stringValue }
        #expect(ids.count == 2)

        let compared = try await program.run(["history", "compare", ids[1]])
        #expect(compared.status == 0)
        #expect(compared.output.contains("new failure  passed → failed  identity-value-unique[email]"))
        #expect(compared.output.contains("the endpoint is another"))
        #expect(compared.output.hasSuffix("1 new failure\n"))

        let line = try await program.run(["history", "case", "identity-value-unique[email]"])
        #expect(line.output.contains("UI-UNIQ-EMAIL"))
        #expect(line.output.contains("build=2"))
        #expect(line.output.split(separator: "\n").count == 3)
    }

    @Test("a case that no run had is a wrong argument, and the nearest is named")
    func unknownCase() async throws {
        let program = try Program()
        _ = try await program.run(SuiteFile.runOfUniqueValues)
        let result = try await program.run(["history", "case", "identity-value-uniqe[email]"])
        #expect(result.status == 64)
        #expect(result.errors.contains("did you mean 'identity-value-unique[email]'?"))
    }

    @Test("a run compared with itself has no difference")
    func same() async throws {
        let program = try Program()
        _ = try await program.run(SuiteFile.runOfUniqueValues)
        let result = try await program.run(["history", "compare", "latest", "latest"])
        #expect(result.status == 0)
        #expect(result.output == "no difference\n")
    }

    @Test("prune takes away old runs, and check says that the rest is whole")
    func prune() async throws {
        let program = try Program()
        for _ in 0..<3 { _ = try await program.run(SuiteFile.runOfUniqueValues) }
        let rehearsal = try await program.run(["history", "prune", "--keep", "1", "--dry-run"])
        #expect(rehearsal.output.hasSuffix("2 would go, 1 kept\n"))
        let pruned = try await program.run(["history", "prune", "--keep", "1"])
        #expect(pruned.output.contains("2 gone, 1 kept"))
        let checked = try await program.run(["history", "check"])
        #expect(checked.output == "reports/seamcheck.sqlite is whole\n")
    }

    @Test("first-bad names the run, recheck the requirement, and reports say what is new, when an endpoint breaks")
    func broken() async throws {
        let program = try Program()
        let server = try await ServedEndpoint(faults: [])
        let arguments = SuiteFile.runOfUniqueValues + ["--report", "sarif=run.sarif"]
        _ = try await program.run(arguments + ["--label", "build=1"], environment: server.variables)
        await server.stop()
        let faulty = try await ServedEndpoint(faults: ["accept-second-email"])
        for _ in 1...2 {
            _ = try await program.run(arguments + ["--label", "build=2"], environment: faulty.variables)
        }
        await faulty.stop()

        let table = try await program.run(["history", "first-bad"])
        #expect(table.status == 0)
        #expect(table.output.contains("label build 1 → 2"))
        let result = try await program.run(["history", "first-bad", "identity-value-unique[email]", "--format", "json"])
        let streak = try #require(try JSONValue(parsing: result.output)[0])
        #expect(streak["broken"] == true)
        #expect(streak["streak"]?["suspects"] == ["endpoint"])
        let well = try await program.run(["history", "first-bad", "identity-value-unique[phone]"])
        #expect(well.output.hasPrefix("identity-value-unique[phone] is not broken"))

        let recheck = try await program.run(["history", "recheck", "UI-UNIQ-EMAIL"])
        #expect(recheck.status == 1)
        #expect(recheck.output.contains("UI-UNIQ-EMAIL would have failed since run"))
        #expect(try await program.run(["history", "recheck", "TR-REQID"]).status == 0)
        let unanswerable = try await program.run(["history", "recheck", "TR-NO-SECRET"])
        #expect(unanswerable.status == 2)
        #expect(try program.text(of: "run.sarif").contains("\"unchanged\""))
    }

    @Test(
        "a clean regression is said to fail by chance nowhere, and three bad nights that were fixed are told with labels"
    )
    func fixed() async throws {
        let program = try Program()
        let verdicts = [Bool](repeating: true, count: 6) + [false, false, false, false, false, true, true]
        let healthy = try await ServedEndpoint()
        let faulty = try await ServedEndpoint(faults: ["accept-second-email"])
        for (night, holds) in verdicts.enumerated() {
            if night == 11 {
                let broken = try await program.run(["history", "first-bad"])
                #expect(broken.output.contains("identity-value-unique[email]"))
                #expect(!broken.output.contains("by chance"), "\(broken.output)")
            }
            let arguments = SuiteFile.runOfUniqueValues + ["--label", "build=\(night)"]
            _ = try await program.run(arguments, environment: (holds ? healthy : faulty).variables)
        }
        await healthy.stop()
        await faulty.stop()
        let flaky = try await program.run(["history", "flaky"])
        #expect(flaky.output.hasPrefix("KIND") && flaky.output.contains("\nfixed "), "\(flaky.output)")
        #expect(flaky.output.contains("identity-value-unique[email] was broken in 5 runs, from run "))
        #expect(flaky.output.contains("(build=6) to run ") && flaky.output.contains("(build=11)\n"))
        let told = try await program.run(["history", "first-bad", "identity-value-unique[email]"])
        #expect(told.output.contains("is not broken") && told.output.contains("(build=11)\n"), "\(told.output)")
    }

    @Test(
        "flaky, latency and drift answer of a store with one run, as a table and as JSON",
        arguments: [
            "flaky", "latency", "drift",
        ]
    )
    func one(question: String) async throws {
        let program = try Program()
        _ = try await program.run(SuiteFile.runOfUniqueValues)
        let table = try await program.run(["history", question])
        #expect(table.status == 0)
        #expect(table.output.hasSuffix("\n"))
        let json = try await program.run(["history", question, "--format", "json"])
        #expect(try JSONValue(parsing: json.output).objectValue != nil)
        let unlabelled = try await program.run(["history", question, "--label", "branch=none"])
        #expect(unlabelled.status == 64)
        #expect(unlabelled.errors.contains("has the label branch=none"))
    }

    @Test(
        "a store without a run is told of, by every question",
        arguments: [
            ["first-bad"], ["flaky"], ["latency"], ["drift"], ["recheck", "TR-REQID"],
        ]
    )
    func empty(question: [String]) async throws {
        let program = try Program()
        try program.makeFolder("reports")
        try program.write("", to: "reports/seamcheck.sqlite")
        let result = try await program.run(["history"] + question)
        #expect(result.status == 65)
        #expect(result.errors.contains("the store holds no run"))
    }

    @Test("a requirement or a case that does not exist is a wrong argument, and the nearest is named")
    func unknown() async throws {
        let program = try Program()
        _ = try await program.run(SuiteFile.runOfUniqueValues)
        let requirement = try await program.run(["history", "recheck", "TR-REQIT"])
        #expect(requirement.status == 64)
        #expect(requirement.errors.contains("did you mean 'TR-REQID'?"))
        let item = try await program.run(["history", "first-bad", "identity-value-uniqe[email]"])
        #expect(item.status == 64)
        #expect(item.errors.contains("did you mean 'identity-value-unique[email]'?"))
    }

    @Test("a second run takes on what failed and what is new, and says when nothing is left")
    func rerun() async throws {
        let program = try Program()
        let server = try await ServedEndpoint(faults: ["accept-second-email"])
        _ = try await program.run(SuiteFile.runOfUniqueValues, environment: server.variables)
        await server.stop()
        let again = try await program.run(["run", "--rerun", "latest", "--id", "identity-value-*", "--dry-run"])
        let ids = again.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
        #expect(ids.contains("identity-value-unique[email]"))
        #expect(!ids.contains("identity-value-unique[phone]"))
        #expect(ids.count > 1)

        _ = try await program.run(SuiteFile.runOfUniqueValues)
        let settled = try await program.run(["run", "--rerun", "latest", "--id", "identity-value-unique[*"])
        #expect(settled.status == 0)
        #expect(settled.output == "nothing to run again: run latest has settled every case\n")
        let unknown = try await program.run(["run", "--rerun", "zzz"])
        #expect(unknown.status == 64)
    }
}
