import BundledSuite
import Proof
import ReferenceServer
import Results
import Scenarios
import SeamContract
import Testing

@Suite("The proof of the suite")
struct ProofTests {
    @Test("a fault that is noticed is killed by the cases that name its requirement")
    func killed() async throws {
        let matrix = try await Self.matrix(of: ["accept-second-email"])
        let trial = try #require(matrix.trials.first)
        #expect(trial.outcome == .killed)
        #expect(trial.requirement == "UI-UNIQ-EMAIL")
        #expect(trial.killers.contains("identity-value-unique[email]"))
        #expect(trial.named.contains("UI-UNIQ-EMAIL"))
    }

    @Test("a fault that no case looks at survives")
    func survives() async throws {
        let matrix = try await Self.matrix(of: ["accept-second-email"]) { $0.scenario.id == "identity-get" }
        #expect(matrix.survivors.map(\.fault) == ["accept-second-email"])
        #expect(matrix.trials.first?.named == [])
    }

    @Test("a narrow proof runs the cases that name the requirement, and no other when one notices")
    func narrow() async throws {
        let trial = try await Self.narrowTrial(of: "accept-second-email") { $0.scenario.tags.contains("uniqueness") }
        #expect(trial.outcome == .killed)
        let naming: Set = [
            "identity-value-unique[email]", "identity-value-taken-beside-others[email]", "link-refused-create",
            "link-refused-create-new",
        ]
        #expect(naming.isSuperset(of: trial.killers))
    }

    @Test("a narrow proof goes on to the other cases where those that name the requirement don't notice")
    func narrowFurther() async throws {
        let trial = try await Self.narrowTrial(of: "workspace-id-with-prefix") {
            $0.scenario.id == "identity-list" || $0.requirementIDs.contains("UI-ID-UUID")
        }
        #expect(trial.outcome == .killed)
    }

    private static func narrowTrial(
        of id: String,
        where isAskedFor: (Case) -> Bool
    ) async throws -> FaultTrial {
        let fault = try #require(Fault.named(id))
        let proof = Proof(trial: try trial(where: isAskedFor), width: 1, isNarrow: true)
        return try #require(try await proof.matrix(of: [fault]).trials.first)
    }

    @Test("trials come in the order of the faults, however they ended")
    func order() async throws {
        let ids = ["drop-acs-user-ids", "accept-second-email", "missing-request-id"]
        let matrix = try await Self.matrix(of: ids) { $0.scenario.area == "user-identities" }
        #expect(matrix.trials.map(\.fault) == ids)
    }

    @Test("the server without a fault raises no alarm, whatever the seed and however many cases run at once")
    func cleanServer() async throws {
        for (seed, concurrency, part) in [(1, 1, 4), (2, 4, 4), (3, 16, 1)] as [(UInt64, Int, Int)] {
            let trial = try Self.trial(seed: seed, concurrency: concurrency).sample(oneIn: part, from: Int(seed))
            let record = try await trial.record(faults: [])
            let findings = try #require(record).cases.flatMap(\.findings)
            #expect(findings.map(\.message) == [])
            let others = record?.cases.filter { $0.result?.verdict != .passed } ?? []
            #expect(others.allSatisfy { EveryResponse.isOne($0.header.id) && $0.result?.verdict == .skipped })
        }
    }

    private static func matrix(
        of ids: [String],
        where isAskedFor: (Case) -> Bool = { $0.scenario.tags.contains("uniqueness") }
    ) async throws -> KillMatrix {
        let faults = try ids.map { try #require(Fault.named($0)) }
        return try await Proof(trial: trial(where: isAskedFor), width: 2).matrix(of: faults)
    }

    /// The whole suite, or the cases that are asked for.
    static func trial(
        seed: UInt64 = 1,
        concurrency: Int = 8,
        where isAskedFor: (Case) -> Bool = { _ in true }
    ) throws -> SuiteTrial {
        let document = try #require(BundledSuite.files(in: .contract).first)
        let contract = try Contract(text: document.text, file: document.path)
        let catalogue = try Catalogue(files: BundledSuite.files(in: .requirements))
        let library = try ScenarioLibrary(
            files: BundledSuite.files(in: .blocks) + BundledSuite.files(in: .scenarios),
            contract: contract,
            catalogue: catalogue
        )
        return SuiteTrial(
            contract: contract,
            catalogue: catalogue,
            cases: library.cases.filter(isAskedFor),
            seed: seed,
            concurrency: concurrency
        )
    }
}
