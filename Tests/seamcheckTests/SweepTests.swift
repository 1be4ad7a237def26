import Foundation
import JSON
import Testing

@Suite("Sweeping what dead runs left")
struct SweepTests {
    @Test("what a killed run left is deleted by one sweep, which the next run asks for")
    func killed() async throws {
        let served = try await ServedEndpoint()
        let program = try Program()
        var left = 0
        for bytes in [6_000, 20_000, 60_000] {
            let arguments = ["run", SuiteFile.creations, "--report", "ndjson=/dev/stdout"]
            _ = try await program.run(
                arguments,
                environment: served.variables,
                trigger: .init(outputBytes: bytes, signal: SIGKILL)
            )
            let list = try await program.run(["sweep", "--dry-run"], environment: served.variables)
            left = max(left, list.output.split(separator: "\n").count)
        }
        #expect(left > 1)

        let run = try await program.run(SuiteFile.runOfOne, environment: served.variables)
        #expect(run.status == 0)
        #expect(run.errors.contains("'seamcheck sweep' deletes them"))

        let sweep = try await program.run(["sweep"], environment: served.variables)
        #expect(sweep.output.contains("0 still open"), "\(sweep.output)\(sweep.errors)")
        #expect(sweep.status == 0)
        let again = try await program.run(["sweep"], environment: served.variables)
        #expect(again.output == "nothing to sweep\n")
        await served.stop()
    }

    @Test("a sweep without an endpoint, or of a store that is not there, says so")
    func unusable() async throws {
        let program = try Program()
        let nowhere = try await program.run(["sweep"])
        #expect(nowhere.status == 64)
        #expect(nowhere.errors.contains("set SEAM_ENDPOINT"))
        let variables = ["SEAM_ENDPOINT": "http://127.0.0.1:9", "SEAM_API_KEY": "seam_test_key_of_nobody1"]
        let missing = try await program.run(["sweep", "--store", "none.sqlite"], environment: variables)
        #expect(missing.status == 65)
    }
}
