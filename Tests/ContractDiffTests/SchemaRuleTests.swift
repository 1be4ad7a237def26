import ContractDiff
import JSON
import Testing

@Suite("Rules about schemas")
struct SchemaRuleTests {
    @Test(
        "a change of a schema is one change under the rule for its direction, and is judged as the table says",
        arguments: SchemaCase.all,
        ["request", "response"]
    )
    func judgement(of example: SchemaCase, direction: String) throws {
        let changes = try Documents.changes(example.old, example.new, in: direction, version: example.version)
        let change = try #require(changes.first)
        let place = direction == "request" ? "request.value" : "response.200.value"
        #expect(changes.count == 1)
        #expect(change.rule.id == "\(direction)-\(example.rule)")
        #expect(change.place == place + example.place)
        #expect(
            change.sentence
                == example.sentence.replacing("MESSAGE", with: direction == "request" ? "a request" : "an answer")
        )
        #expect(
            [change.impact.client, change.impact.vendor]
                == (direction == "request" ? example.request : example.response)
        )
    }

    @Test(
        "when old and new change places, the change is under the mirrored rule at the same place",
        arguments: SchemaCase.all,
        ["request", "response"]
    )
    func mirror(of example: SchemaCase, direction: String) throws {
        let change = try #require(
            try Documents.changes(example.old, example.new, in: direction, version: example.version).first
        )
        let mirrored = try Documents.changes(example.new, example.old, in: direction, version: example.version)
        #expect(mirrored.outline == ["\(change.rule.mirrorID) \(change.place)"])
    }
}
