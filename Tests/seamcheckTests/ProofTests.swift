import Foundation
import Testing

@Suite("seamcheck prove and requirements")
struct ProofTests {
    @Test("prove prints the fault, its requirement and the cases that caught it, and keeps nothing of a part")
    func prove() async throws {
        let program = try Program()
        let result = try await program.run(["prove", "--fault", "accept-second-email"])
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("accept-second-email  UI-UNIQ-EMAIL  caught"))
        #expect(result.output.contains("proven: 1 of 1 fault caught"))
        #expect(throws: (any Error).self) { try program.text(of: "reports/proof.json") }
    }

    @Test(
        "a fault or requirement that is not there is a usage error",
        arguments: [
            (["--fault", "no-such-fault"], "there is no fault 'no-such-fault'"),
            (["--fault", "acept-second-email"], "(did you mean 'accept-second-email'?)"),
            (["--requirement", "NO-SUCH"], "no fault breaks 'NO-SUCH'"),
            (["--requirement", "UI-UNIQ-EMIAL"], "(did you mean 'UI-UNIQ-EMAIL'?)"),
        ]
    )
    func unknown(arguments: [String], message: String) async throws {
        let result = try await Program().run(["prove"] + arguments)
        #expect(result.status == 64)
        #expect(result.errors.contains(message))
    }

    @Test("the kill matrix can be a page in a file, and a file that can't be written is told")
    func page() async throws {
        let program = try Program()
        let arguments = ["prove", "--narrow", "--fault", "missing-request-id", "--format", "html", "--output"]
        #expect(try await program.run(arguments + ["out/proof.html"]).status == 0)
        #expect(try program.text(of: "out/proof.html").contains("missing-request-id"))
        #expect(try await program.run(arguments + ["."]).status == 74)
    }

    @Test("the committed catalogue page is what the suite makes (`make catalogue` rewrites it)")
    func cataloguePage() async throws {
        let result = try await Program().run(["requirements", "--format", "markdown"])
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
        let page = try String(contentsOf: root.appendingPathComponent("reports/catalogue.md"), encoding: .utf8)
        #expect(result.output == page)
    }

    @Test("a proof that is none is told by its path")
    func wrongProof() async throws {
        let program = try Program()
        try program.write("[]", to: "proof.json")
        let result = try await program.run(["requirements", "--coverage", "--proof", "proof.json"])
        #expect(result.status == 65)
        #expect(result.errors == "seamcheck: proof.json is no proof (make one with `seamcheck prove`)\n")
    }

    @Test("a proof or a store that is named must be there; without a name each is left out when there is none")
    func missingEvidence() async throws {
        let program = try Program()
        let withoutProof = try await program.run(["requirements", "--coverage", "--proof", "no.json"])
        #expect(withoutProof.status == 65)
        #expect(withoutProof.errors == "seamcheck: can't read no.json: there is no such file\n")
        let withoutStore = try await program.run(["requirements", "--coverage", "--store", "no.sqlite"])
        #expect(withoutStore.status == 65)
        #expect(withoutStore.errors.contains("no.sqlite: there is no store of that name"))
        #expect(try await program.run(["requirements", "--coverage"]).status == 0)
    }

    @Test("a run can be held to a profile, by name or with its month, and an unknown one is a usage error")
    func profile() async throws {
        let program = try Program()
        let result = try await program.run(["run", "--profile", "linking@2026-08", "--dry-run"])
        #expect(result.status == 0)
        #expect(result.output.contains("link-"))
        #expect(!result.output.contains("transport-"))
        let unknown = try await program.run(["run", "--profile", "other"])
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("there is no profile 'other' (write one of access-users@2026-08, core@2026-08"))
        let misspelt = try await program.run(["run", "--profile", "cor"])
        #expect(misspelt.errors.contains("there is no profile 'cor' (did you mean 'core'?)"))
    }
}
