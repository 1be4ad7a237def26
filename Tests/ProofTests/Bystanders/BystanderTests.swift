import BundledSuite
import Proof
import Results
import Scenarios
import Testing

@Suite("Bystanders")
struct BystanderTests {
    @Test("nothing is changed or deleted that the run did not create, whatever a response says", arguments: Lie.all)
    func unharmed(lie: Lie) async throws {
        let bystanders = Bystanders()
        let trial = try ProofTests.trial().sample(oneIn: 20) { $0.id == "identity-get[via=post]" }
        let record = try #require(try await trial.record(faults: [], behind: bystanders.front(telling: lie)))
        #expect(record.ending?.reason == .complete)
        #expect(await bystanders.attacks == [])
        #expect(await bystanders.changes() == [])
    }

    @Test("behind a proxy that tells the truth everything is deleted that was created")
    func nothingLeft() async throws {
        let bystanders = Bystanders()
        let truth = Lie(name: "none") { _, _, _ in }
        let trial = try ProofTests.trial().sample(oneIn: 5)
        let record = try #require(try await trial.record(faults: [], behind: bystanders.front(telling: truth)))
        let cleanup = try #require(record.ending?.cleanup)
        #expect(cleanup.created > 100)
        #expect(cleanup.deleted == cleanup.created)
        #expect(cleanup.leftovers == [])
        #expect(await bystanders.attacks == [])
        #expect(await bystanders.changes() == [])
    }
}
