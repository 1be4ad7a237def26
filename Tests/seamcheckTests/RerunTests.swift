import Testing

@Suite("Running again what is not settled")
struct RerunTests {
    private static func scenario(_ id: String, title: String = "An identity can be created", status: Int = 200)
        -> String
    {
        """
          - id: \(id)
            title: \(title)
            steps:
              - call: /user_identities/create
                body: { full_name: "${unique.name}" }
                save: { id: $.user_identity.user_identity_id }
                expect:
                  - status: \(status)
                    proves: UI-CREATE

        """
    }

    @Test("--since takes what failed since, what has changed and what is new, and nothing else")
    func since() async throws {
        let program = try Program()
        try program.write(
            "scenarios:\n" + Self.scenario("kept") + Self.scenario("changed") + Self.scenario("broken", status: 201),
            to: "suite.yaml"
        )
        let first = try await program.run(["run", "suite.yaml"])
        #expect(first.status == 1, "\(first.errors)")
        try program.write(
            "scenarios:\n" + Self.scenario("new") + Self.scenario("broken", status: 201)
                + Self.scenario("changed", title: "An identity can be created by its name") + Self.scenario("kept"),
            to: "suite.yaml"
        )
        let listed = try await program.run(["run", "suite.yaml", "--since", "latest", "--dry-run"])
        #expect(listed.output.contains("new") && listed.output.contains("changed") && listed.output.contains("broken"))
        #expect(!listed.output.contains("kept"))
        let rerun = try await program.run(["run", "suite.yaml", "--rerun", "latest", "--dry-run"])
        #expect(!rerun.output.contains("changed"))
    }

    @Test("when all is settled there is nothing to run again")
    func settled() async throws {
        let program = try Program()
        _ = try await program.run(SuiteFile.runOfOne)
        let result = try await program.run(SuiteFile.runOfOne + ["--since", "latest"])
        #expect(result.status == 0)
        #expect(result.output == "nothing to run again: every case is settled since latest\n")
    }

    @Test("--rerun and --since exclude each other")
    func both() async throws {
        let result = try await Program().run(["run", "--rerun", "latest", "--since", "latest"])
        #expect(result.status == 64)
    }

    @Test("a run that the store does not have is a wrong argument")
    func unknown() async throws {
        let program = try Program()
        _ = try await program.run(SuiteFile.runOfOne)
        let result = try await program.run(["run", "--since", "zzzz"])
        #expect(result.status == 64)
        #expect(result.errors.contains("zzzz"))
    }
}
