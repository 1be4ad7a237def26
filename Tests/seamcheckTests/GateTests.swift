import Testing

@Suite("The gate of a change")
struct GateTests {
    private static let cases = ["run", "--id", "identity-value-unique[*"]

    @Test("a change that breaks nothing passes, one that breaks a must does not, and the reasons are told")
    func answers() async throws {
        let program = try Program()
        _ = try await program.run(Self.cases + ["--label", "branch=main"])
        _ = try await program.run(Self.cases + ["--label", "branch=good"])
        let open = try await program.run(["gate"])
        #expect(open.status == 0, "\(open.output)\(open.errors)")
        #expect(open.output.hasPrefix("gate open: nothing new is broken since run "))

        let server = try await ServedEndpoint(faults: ["accept-second-email"])
        _ = try await program.run(Self.cases + ["--label", "branch=bad"], environment: server.variables)
        await server.stop()
        let shut = try await program.run(["gate"])
        #expect(shut.status == 1)
        #expect(
            shut.output.hasPrefix(
                "gate shut: new failures (1)\n  identity-value-unique[email]: passed → failed, breaks"
            )
        )
        let explained = try await program.run(["gate", "--explain"])
        #expect(explained.output.contains("  holds   complete run: 3 of 3 cases"))
        #expect(explained.output.contains("  broken  new failures: 1"))
    }

    @Test("without a run there is nothing to decide, and the message says what to do")
    func nothing() async throws {
        let result = try await Program().run(["gate"])
        #expect(result.status == 65)
        #expect(result.errors.contains("seamcheck run"))
    }
}
