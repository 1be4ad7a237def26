import Testing

@Suite("contract diff")
struct ContractDiffTests {
    private static func contract(_ schema: String) -> String {
        """
        openapi: 3.0.3
        info: { title: Things, version: "1" }
        paths:
          /things/get:
            post:
              responses:
                "200":
                  description: A thing.
                  content:
                    application/json:
                      schema: \(schema)

        """
    }

    /// A program beside two contracts of which the new one has lost a member.
    private static func program() throws -> Program {
        let program = try Program()
        try program.write(
            contract("{ type: object, properties: { a: { type: string }, b: { type: string } } }"),
            to: "old.yaml"
        )
        try program.write(contract("{ type: object, properties: { a: { type: string } } }"), to: "new.yaml")
        return program
    }

    @Test("a change is told with its place, and ends with 1 only when it is as bad as --fail-on says")
    func failOn() async throws {
        let program = try Self.program()
        let told = try await program.run(["contract", "diff", "old.yaml", "new.yaml"])
        #expect(told.status == 0)
        #expect(told.output.hasPrefix("breaking  response-property-removed  response.200.b\n"))
        #expect(told.output.contains("old.yaml:11:77  fingerprint "))
        let gate = ["contract", "diff", "old.yaml", "new.yaml", "--fail-on", "breaking"]
        let failed = try await program.run(gate)
        #expect(failed.status == 1)
        #expect(failed.output == told.output && failed.errors.isEmpty)
        #expect(try await program.run(gate + ["--for", "vendor"]).status == 0)
        #expect(try await program.run(gate.dropLast() + ["risky", "--for", "vendor"]).status == 1)
    }

    @Test("decisions in a file are kept, and a rule that isn't known is refused with its place")
    func severities() async throws {
        let program = try Self.program()
        try program.write("response-property-removed: ignored\n", to: "fine.yaml")
        try program.write("response-property-remved: ignored\n", to: "wrong.yaml")
        let gate = ["contract", "diff", "old.yaml", "new.yaml", "--fail-on", "risky", "--severities"]
        let fine = try await program.run(gate + ["fine.yaml"])
        #expect(fine.status == 0)
        #expect(fine.output == "nothing else has changed\nfor a client: 1 ignored\nfor a vendor: 1 ignored\n")
        let wrong = try await program.run(gate + ["wrong.yaml"])
        #expect(wrong.status == 65)
        #expect(
            wrong.errors == """
                wrong.yaml:1:1: unknown rule 'response-property-remved' (did you mean 'response-property-removed'?)
                seamcheck: 1 problem; nothing was compared

                """
        )
    }

    @Test("a document that is missing or no contract is told by its place, and compared with nothing")
    func wrongDocuments() async throws {
        let program = try Self.program()
        let missing = try await program.run(["contract", "diff", "old.yaml", "nowhere.yaml"])
        #expect(missing.status == 65)
        #expect(missing.errors == "seamcheck: can't read nowhere.yaml: there is no such file\n")
        try program.write(Self.contract("{ $ref: '#/nowhere' }"), to: "broken.yaml")
        let broken = try await program.run(["contract", "diff", "broken.yaml", "new.yaml"])
        #expect(broken.status == 65)
        #expect(broken.errors.hasPrefix("broken.yaml:11:"))
        #expect(broken.errors.hasSuffix("\nseamcheck: 1 problem; nothing was compared\n"))
    }

    @Test("all problems of both documents are told, as contract check tells them")
    func allProblems() async throws {
        let program = try Program()
        let twice = "{ properties: { a: { $ref: '#/nowhere' }, b: { type: strin } } }"
        try program.write(Self.contract(twice), to: "old.yaml")
        try program.write(Self.contract("{ $ref: '#/none' }"), to: "new.yaml")
        let result = try await program.run(["contract", "diff", "old.yaml", "new.yaml"])
        #expect(result.status == 65)
        #expect(result.output.isEmpty)
        let lines = result.errors.split(separator: "\n")
        #expect(lines.map { $0.prefix { $0 != ":" } } == ["old.yaml", "old.yaml", "new.yaml", "seamcheck"])
        #expect(lines.last == "seamcheck: 3 problems; nothing was compared")
    }

    @Test(
        "the bundled contract does not differ from itself, in any format",
        arguments: [
            ("text", "nothing has changed\n"), ("markdown", "# bundled → bundled\n\nNothing has changed.\n"),
            ("json", "{\n  \"version\": 1,"),
        ]
    )
    func bundled(format: String, beginning: String) async throws {
        let result = try await Program().run(["contract", "diff", "bundled", "bundled", "--format", format])
        #expect(result.status == 0)
        #expect(result.output.hasPrefix(beginning))
    }

    @Test(
        "an audience or format that isn't known is a usage error",
        arguments: [["--for", "nobody"], ["--format", "pdf"], ["--fail-on", "harmless"]]
    )
    func usage(option: [String]) async throws {
        let result = try await Program().run(["contract", "diff", "a", "b"] + option)
        #expect(result.status == 64)
        #expect(result.errors.contains(option[1]))
    }
}
