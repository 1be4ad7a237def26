import Foundation
import Testing

@Suite("Waivers of a run")
struct WaiverTests {
    private static let waiver = """
        waivers:
          - { requirement: UI-UNIQ-EMAIL, reason: known, owner: ann }
        """

    /// Runs the cases about unique values with a policy file of the usual name.
    private func run(policy: String, faults: [String]) async throws -> Program.Result {
        let program = try Program()
        try program.write(policy, to: "seamcheck.yaml")
        let server = try await ServedEndpoint(faults: faults)
        let result = try await program.run(SuiteFile.runOfUniqueValues, environment: server.variables)
        await server.stop()
        return result
    }

    @Test("a broken requirement that is waived does not fail the run")
    func waived() async throws {
        let result = try await run(policy: Self.waiver, faults: ["accept-second-email"])
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("1 waived"))
    }

    @Test("a waiver whose breach is gone fails the run, and says where it is written")
    func stale() async throws {
        let result = try await run(policy: Self.waiver, faults: [])
        #expect(result.status == 1, "\(result.output)")
        #expect(result.output.contains("delete the waiver at seamcheck.yaml:2:5"))
    }

    @Test("a run says which waiver is expired and allows nothing")
    func expired() async throws {
        let policy = """
            waivers:
              - { requirement: UI-UNIQ-EMAIL, reason: known, owner: ann }
              - { requirement: UI-V-ATOMIC, reason: known, owner: ann, expires: 2020-01-01 }
            """
        let result = try await run(policy: policy, faults: ["accept-second-email"])
        let told = result.output + result.errors
        #expect(told.contains("seamcheck.yaml:3:5: the waiver of UI-V-ATOMIC expired on 2020-01-01"), "\(told)")
    }

    @Test("a key that somebody wrote into a waiver reaches neither the console nor the store")
    func secret() async throws {
        let program = try Program()
        let server = try await ServedEndpoint(faults: ["accept-second-email"])
        let key = try #require(server.variables["SEAM_API_KEY"])
        try program.write("waivers: [{ case: 'identity-*', reason: 'see \(key)', owner: ann }]", to: "seamcheck.yaml")
        let result = try await program.run(SuiteFile.runOfUniqueValues, environment: server.variables)
        await server.stop()
        #expect(result.output.contains("see $SEAM_API_KEY"))
        #expect(!result.output.contains(key))
        #expect(try await !program.run(["report", "--format", "ndjson"]).output.contains(key))
    }

    @Test("a policy file that is wrong ends the run before anything is sent")
    func wrong() async throws {
        let result = try await run(policy: "waivres: []", faults: [])
        #expect(result.status == 65)
        #expect(result.errors.contains("seamcheck.yaml:1:1: unknown key 'waivres' (did you mean 'waivers'?)"))
    }
}
