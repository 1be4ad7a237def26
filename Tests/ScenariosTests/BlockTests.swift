import JSON
import Scenarios
import Testing

@Suite("Blocks") struct BlockTests {
    static let suite = """
        scenarios:
          - id: uses-blocks
            title: t
            values: { who: Jane }
            given:
              - use: a-person
                with: { name: "${who}" }
                save: { person: id }
            steps:
              - use: a-person
                with: { name: Joe, proof: UI-UNIQ-EMAIL }
              - call: user_identities.get
                body: { first: "${person}", second: "${id}", label: "${label}" }
        blocks:
          - block: a-person
            title: somebody
            parameters: { name: null, greeting: "Hi ${name}", proof: UI-ECHO }
            steps:
              - use: a-call
                with: { value: "${greeting}" }
              - call: user_identities.create
                body: { full_name: "${name}" }
                save: { made: $.id }
                expect:
                  - status: 200
                    proves: ${proof}
            gives: { id: "${made}", label: "${reply} for ${name}" }
          - block: a-call
            parameters: { value: null }
            steps:
              - call: user_identities.update
                body: { value: "${value}" }
                save: { reply: $.reply }
            gives: { reply: "${reply}" }
        """

    @Test("blocks are laid out into steps, and blocks inside blocks too")
    func layout() throws {
        let item = try Suite.onlyCase(Self.suite)
        let kinds = (item.given + item.steps).map { step -> String in
            switch step.action {
            case .enter(let entry): "enter \(entry.block)"
            case .leave(let exit): "leave \(exit.block)"
            case .call: step.name
            case .firstOf: "ways"
            }
        }
        let block = [
            "enter a-person", "enter a-call", "user_identities.update", "leave a-call", "user_identities.create",
            "leave a-person",
        ]
        #expect(kinds == block + block + ["user_identities.get"])
    }

    @Test("a block sees its parameters and their defaults only, and hands out what it gives")
    func scopes() throws {
        let item = try Suite.onlyCase(Self.suite)
        var scope = try item.scope(seed: 1, now: { Suite.noon })
        var bodies: [JSONValue] = []
        for (number, step) in (item.given + item.steps).enumerated() {
            switch step.action {
            case .enter(let entry): try scope.enter(entry)
            case .leave(let exit): try scope.leave(exit)
            case .firstOf: break
            case .call(let call):
                guard case .json(let body) = try call.prepared(in: &scope).body else { continue }
                bodies.append(body)
                for save in call.saves {
                    scope.bind(save.name, to: .string("\(save.name)-\(number)"))
                }
            }
        }
        #expect(
            bodies == [
                ["value": "Hi Jane"], ["full_name": "Jane"], ["value": "Hi Joe"], ["full_name": "Joe"],
                ["first": "made-4", "second": "made-10", "label": "reply-8 for Joe"],
            ]
        )
    }

    @Test("a block proves what its argument says, and nothing in the set-up")
    func proofs() throws {
        let item = try Suite.onlyCase(Self.suite)
        #expect(item.given.flatMap(\.requirementIDs) == [])
        #expect(item.steps.flatMap(\.requirementIDs) == ["UI-UNIQ-EMAIL"])
    }

    @Test("the blocks that are open can be left at once")
    func leaveAll() throws {
        let item = try Suite.onlyCase(Self.suite)
        var scope = try item.scope(seed: 1, now: { Suite.noon })
        guard case .enter(let entry) = try #require(item.given.first).action else { throw TestFailure("no block") }
        try scope.enter(entry)
        #expect(scope["who"] == nil)
        scope.leaveAllBlocks()
        #expect(scope["who"] == "Jane")
    }

    @Test("the library lists its blocks by name")
    func summaries() throws {
        let blocks = try Suite.library(Self.suite).blocks
        #expect(blocks.map(\.name) == ["a-call", "a-person"])
        #expect(blocks.last?.parameters == ["name", "greeting", "proof"])
        #expect(blocks.last?.gives == ["id", "label"])
        #expect(blocks.last?.title == "somebody")
    }
}
