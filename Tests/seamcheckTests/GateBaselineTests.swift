import Foundation
import JSON
import Testing

@Suite("The baseline of the gate")
struct GateBaselineTests {
    private static let main = SuiteFile.runOfUniqueValues + ["--label", "branch=main"]
    private static let gateRun = ["gate", "--run", "--scenarios", SuiteFile.threeCases]

    @Test("a run of another endpoint is no baseline unless somebody says so, and that is told")
    func otherEndpoint() async throws {
        let program = try Program()
        _ = try await program.run(Self.main)
        let server = try await ServedEndpoint(faults: ["accept-second-email"])
        let shut = try await program.run(Self.gateRun, environment: server.variables)
        #expect(shut.status == 1)
        #expect(shut.output.contains("new failures (1, with no complete night of branch=main and this endpoint"))
        #expect(shut.output.contains("\nnot compared with run "))
        #expect(shut.output.contains("it judged another endpoint (name it by --baseline"), "\(shut.output)")

        let named = try await program.run(["gate", "--baseline", try await program.oldestRun()])
        #expect(named.output.contains(", although it judged another endpoint\n"), "\(named.output)")

        try program.write("gate: { allow-other-endpoint: true }", to: "seamcheck.yaml")
        let allowed = try await program.run(["gate"])
        await server.stop()
        #expect(allowed.output.hasPrefix("gate shut: new failures (1)\n"), "\(allowed.output)")
        #expect(allowed.output.contains("\ncompared with run ") && !allowed.output.contains("although"))
    }

    @Test("a narrowed run is neither a baseline nor a night, and is told when it was passed over")
    func narrowed() async throws {
        let program = try Program()
        let narrow = Self.main + ["--id", "identity-value-unique[key]"]
        _ = try await program.run(narrow)
        let alone = try await program.run(Self.gateRun)
        #expect(alone.output.contains("it was narrowed by --id"), "\(alone.output)")
        let written = try await program.run(["gate", try await program.oldestRun(), "--write-baseline", "x.yaml"])
        #expect(written.status == 64)
        #expect(written.errors.contains("was narrowed by --id, so it is no baseline"))
        let nights = try await program.run(["history", "flaky", "--label", "branch=main"])
        #expect(nights.status == 64)
        #expect(nights.errors.contains("narrowed"), "\(nights.errors)")

        _ = try await program.run(Self.main)
        _ = try await program.run(narrow)
        let whole = try await program.run(Self.gateRun)
        #expect(whole.status == 0, "\(whole.output)")
        #expect(whole.output.contains("\ncompared with run "))
        let trend = try await program.run(["report", "--trend", "--format", "json", "--label", "branch=main"])
        #expect(try JSONValue(parsing: trend.output)["nights"]?.arrayValue?.count == 1)
    }

    @Test("a shard alone is not written down as a baseline")
    func shard() async throws {
        let program = try Program()
        _ = try await program.run(SuiteFile.runOfUniqueValues + ["--shard", "1/2"])
        let written = try await program.run(["gate", "--write-baseline", "x.yaml"])
        #expect(written.status == 64)
        #expect(written.errors.contains("did not come, so it is no baseline"), "\(written.errors)")
    }

    @Test("an option that leaves nothing out narrows nothing, and a run of a profile counts for others of it")
    func whole() async throws {
        let program = try Program()
        _ = try await program.run(Self.main + ["--id", "*"])
        #expect(try await program.run(Self.gateRun).output.contains("\ncompared with run "))
        _ = try await program.run(["run", SuiteFile.creations, "--profile", "core", "--label", "branch=core"])
        try program.write("gate: { baseline: branch=core, allow-vanished: true }", to: "seamcheck.yaml")
        let arguments = ["gate", "--run", "--scenarios", SuiteFile.creations]
        let same = try await program.run(arguments + ["--profile", "core"])
        #expect(same.output.contains("\ncompared with run "), "\(same.output)")
    }
}

extension Program {
    /// The id of the run that was written first.
    fileprivate func oldestRun() async throws -> String {
        let runs = try JSONValue(parsing: try await run(["history", "runs", "--format", "json"]).output)
        return try #require(runs.arrayValue?.last?["id"]?.stringValue)
    }
}
