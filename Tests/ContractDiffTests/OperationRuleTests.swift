import ContractDiff
import SeamContract
import Testing

@Suite("Rules about operations")
struct OperationRuleTests {
    @Test("a change of an operation is one change, and is judged as the table says", arguments: OperationCase.all)
    func judgement(of example: OperationCase) throws {
        let changes = try example.changes()
        let change = try #require(changes.first)
        #expect(changes.outline == [example.outline])
        #expect(change.sentence == example.sentence)
        #expect([change.impact.client, change.impact.vendor] == example.severities)
        #expect(change.operations.map(\.description) == [example.operation])
    }

    @Test(
        "when old and new change places, the change is under the mirrored rule at the same place",
        arguments: OperationCase.all
    )
    func mirror(of example: OperationCase) throws {
        let change = try #require(try example.changes().first)
        let mirrored = try example.mirroredChanges()
        #expect(
            mirrored.outline == [
                change.place.isEmpty ? change.rule.mirrorID : "\(change.rule.mirrorID) \(change.place)"
            ]
        )
    }
}
