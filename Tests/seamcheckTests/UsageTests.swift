import Testing

@Suite("Bad arguments and files")
struct UsageTests {
    @Test("an unknown option is a usage error")
    func unknownOption() async throws {
        let result = try await Program().run(["run", "--no-such-option"])
        #expect(result.status == 64)
        #expect(result.errors.contains("Unknown option '--no-such-option'"))
    }

    @Test("an unknown report format is a usage error that names the option")
    func unknownReport() async throws {
        let dash = try await Program().run(["run", "--report", "junit=-"])
        #expect(dash.status == 64)
        #expect(dash.errors.contains("name a file, or /dev/stdout if you mean that"))
        let result = try await Program().run(["run", "--report", "pdf=x"])
        #expect(result.status == 64)
        #expect(result.errors.contains("--report"))
    }

    @Test(
        "an option's value out of range is a usage error that says what is allowed",
        arguments: zip(
            [
                ["--shard", "0/3"], ["--timeout", "0"], ["--timeout", "2h"], ["--concurrency", "-2"],
                ["--deadline", "0"],
                ["--deadline", "8d"], ["--deadline", "-1"], ["--retry-budget", "2d"], ["--retry-budget", "-1"],
                ["--fixture", "acs_user_id=1"], ["--fixture", "acs_system_id"], ["--fixture", "acs_system_id="],
                ["--rate", "0/s"], ["--rate", "20"], ["--rate", "20/d"], ["--rate", "-1/s"], ["--rate", "10001/s"],
            ],
            [
                "K/N with K from 1 to N", "more than 0, at most 1h", "more than 0, at most 1h", "1 to 256", "1s to 7d",
                "1s to 7d",
                "90, 10m or 1h", "0 to 1d", "0 never waits",
                "unknown fixture 'acs_user_id' (there are acs_system_id, acs_access_group_id, acs_entrance_id)",
                "a name and an id, such as acs_system_id=…", "'' is no acs_system_id", "20/s or 100/m", "20/s or 100/m",
                "20/s or 100/m",
                "20/s or 100/m", "20/s or 100/m",
            ]
        )
    )
    func valueOutOfRange(option: [String], allowed: String) async throws {
        let result = try await Program().run(["run"] + option)
        #expect(result.status == 64)
        #expect(result.errors.contains(allowed))
    }

    @Test("a scenario file that is not there is told by its path, and nothing is kept")
    func missingScenario() async throws {
        let program = try Program()
        let result = try await program.run(["run", "nowhere.yaml"])
        #expect(result.status == 65)
        #expect(result.errors == "seamcheck: can't read nowhere.yaml: there is no such file\n")
        #expect(throws: (any Error).self) { try program.text(of: "reports/seamcheck.sqlite") }
    }

    @Test("a scenario file that is not YAML is told by file, line and column")
    func brokenYAML() async throws {
        let program = try Program()
        try program.write("scenarios: [\n", to: "broken.yaml")
        let result = try await program.run(["run", "broken.yaml"])
        #expect(result.status == 65)
        #expect(result.errors.contains("broken.yaml:2:1: "))
    }

    @Test("all problems of a scenario file are told at once, each with its place and what to write instead")
    func wrongScenario() async throws {
        let program = try Program()
        try program.write(
            """
            scenarios:
              - id: wrong
                title: A scenario with three problems
                stepz: []
                steps:
                  - call: user_identities.creat
                    expect:
                      - status: 200
                        proves: UI-NO-SUCH

            """,
            to: "wrong.yaml"
        )
        let result = try await program.run(["run", "wrong.yaml"])
        #expect(result.status == 65)
        #expect(result.errors.contains("wrong.yaml:4:5: "))
        #expect(result.errors.contains("wrong.yaml:6:15: "))
        #expect(result.errors.contains("wrong.yaml:9:21: "))
        #expect(result.errors.contains("did you mean"))
        #expect(result.errors.hasSuffix("seamcheck: 3 problems; nothing was sent\n"))
    }

    @Test(
        "a scenario of the user's whose own request or template is wrong is told as such, before anything else",
        arguments: [
            ("{ email_address: 5 }", "wrong.yaml:7:9: the scenario's own request breaks the contract"),
            ("{ full_name: \"${n | first 2}\" }", "wrong.yaml:7:9: ${n | first 2}: first 2 does not fit 3"),
            (
                "{ full_name: \"${n}${now + 100000d}\" }",
                "wrong.yaml:7:9: ${n}${now + 100000d}: plus 100000d does not fit"
            ),
        ]
    )
    func scenarioAtFault(body: String, message: String) async throws {
        let program = try Program()
        try program.write(
            """
            scenarios:
              - id: wrong
                title: A scenario whose request is wrong
                proves: UI-ECHO
                values: { n: 3 }
                steps:
                  - call: user_identities.create
                    body: \(body)
                    headers: { x-n: "${n}" }

            """,
            to: "wrong.yaml"
        )
        let result = try await program.run(["run", "wrong.yaml"])
        #expect(result.status == 65)
        #expect(result.output.contains(message))
        #expect(result.output.hasSuffix("the scenario is wrong, so nothing can be said of the endpoint\n"))
        #expect(!result.output.contains("broken in"))
    }

    @Test("output that can't be written is told, and is no success", arguments: [["requirements"], ["--help"]])
    func fullOutput(arguments: [String]) async throws {
        let result = try await Program().run(arguments, outputTo: "/dev/full")
        #expect(result.status == 74)
        #expect(result.errors == "seamcheck: can't write to standard output: no space left on device\n")
    }

    @Test("a requirement that every exchange can prove selects every case, and one that is unknown is a usage error")
    func requirementSelection() async throws {
        let program = try Program()
        let all = try await program.run(["run", "--dry-run"])
        let checked = try await program.run(["run", "--dry-run", "--requirement", "TR-ERR-ENVELOPE"])
        #expect(checked.status == 0)
        #expect(checked.output == all.output)
        let told = try await program.run(["requirements", "TR-ERR-ENVELOPE"])
        #expect(told.output.contains("checked on every exchange\n"))
        for arguments in [["run", "--requirement", "UI-EHCO"], ["requirements", "UI-EHCO"]] {
            let unknown = try await program.run(arguments)
            #expect(unknown.status == 64)
            #expect(unknown.errors == "seamcheck: there is no requirement 'UI-EHCO' (did you mean 'UI-ECHO'?)\n")
        }
    }

    @Test("a contract that is not an OpenAPI document is refused")
    func wrongContract() async throws {
        let program = try Program()
        try program.write("{\"swagger\": \"2.0\"}", to: "contract.json")
        let result = try await program.run(["run", "--contract", "contract.json"])
        #expect(result.status == 65)
        #expect(result.errors.contains("contract.json"))
        #expect(result.errors.contains("OpenAPI"))
    }

    @Test("a selection that fits no case tests nothing, and says so")
    func emptySelection() async throws {
        let result = try await Program().run(["run", "--tag", "no-such-tag"])
        #expect(result.status == 2)
        #expect(result.errors.contains("'no-such-tag'"))
    }

    @Test("a report that would overwrite the store or a scenario is refused before anything is written")
    func clashingFiles() async throws {
        let program = try Program()
        try program.write("scenarios: []\n", to: "mine.yaml")
        let onStore = try await program.run(["run", "--store", "s.sqlite", "--report", "html=./s.sqlite"])
        #expect(onStore.status == 64)
        #expect(onStore.errors.contains("./s.sqlite is named twice"))
        let onItself = try await program.run(["run", "--report", "html=a", "--report", "junit=b/../a"])
        #expect(onItself.status == 64)
        let first = try await program.run(SuiteFile.runOfOne + ["--store", "s.sqlite"])
        #expect(first.status == 0)
        let report = try await program.run(["report", "--store", "s.sqlite", "--output", "s.sqlite"])
        #expect(report.status == 64)
        #expect(try await program.run(["history", "runs", "--store", "s.sqlite"]).output.contains("conforms"))
    }

    @Test("a folder as a report file is told before anything is sent")
    func folderAsReport() async throws {
        let program = try Program()
        let result = try await program.run(["run", "--report", "html=."])
        #expect(result.status == 74)
        #expect(result.errors.contains("it is a folder"))
    }

    @Test("control characters in what is told never reach the terminal")
    func controlCharacters() async throws {
        let result = try await Program().run(["requirements", "\u{1B}[31mred"])
        #expect(result.status == 64)
        #expect(!result.errors.contains("\u{1B}") && result.errors.contains("\\u{1b}[31mred"))
    }

    @Test("serving on a port that is taken says so")
    func takenPort() async throws {
        let server = try await ServedEndpoint()
        let port = try #require(server.variables["SEAM_ENDPOINT"]?.split(separator: ":").last)
        let result = try await Program().run(["serve", "--port", "\(port)"])
        await server.stop()
        #expect(result.status == 64)
        #expect(
            result.errors
                == "seamcheck: can't listen on 127.0.0.1:\(port): the port is in use (port 0 takes a free one)\n"
        )
    }

    @Test("an endpoint without a credential is a usage error that names the variables")
    func missingCredential() async throws {
        let result = try await Program().run(["run", "--endpoint", "http://127.0.0.1:9"])
        #expect(result.status == 64)
        #expect(result.errors.contains("SEAM_API_KEY"))
    }

    @Test("the help names every exit code", arguments: [0, 1, 2, 64, 65, 69, 70, 74, 130])
    func help(code: Int) async throws {
        let result = try await Program().run(["--help"])
        #expect(result.status == 0)
        #expect(result.output.contains(" \(code)  "))
    }
}
