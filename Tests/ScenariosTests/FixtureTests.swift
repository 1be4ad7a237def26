import JSON
import Scenarios
import Testing

@Suite("Fixtures of a scenario") struct FixtureTests {
    private static let file = """
        scenarios:
          - id: a
            title: t
            fixtures: { mine: 7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01, key: "a+b@c|d" }
            values: { text: "<${mine}>" }
            steps:
              - call: user_identities.update
                body: { user_identity_id: "${mine}", full_name: "${text} ${key}" }
                expect: [{ status: 200, proves: UI-ECHO }]
        """

    @Test("they are known by name to values and steps, and the scenario lists them in the order written")
    func names() throws {
        let item = try Suite.onlyCase(Self.file)
        #expect(item.scenario.fixtures.map(\.name) == ["mine", "key"])
        #expect(item.scenario.fixtures.map(\.value) == ["7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01", "a+b@c|d"])
        var scope = try item.scope(seed: 7, now: { Suite.noon })
        let call = try Suite.call(item.steps.first).prepared(in: &scope, copy: 0)
        guard case .json(let body)? = call.body else { throw TestFailure("the step sends no JSON") }
        #expect(body["user_identity_id"] == "7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01")
        #expect(body["full_name"] == "<7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01> a+b@c|d")
    }

    @Test("a scenario without them has none, and another fixture makes another scenario")
    func hash() throws {
        let item = try Suite.onlyCase(Self.file)
        let other = try Suite.onlyCase(Self.file.replacing("a+b@c|d", with: "k2"))
        let none = try Suite.onlyCase(
            Self.file.replacing("fixtures:", with: "values:").replacing(
                "    values: { text: \"<${mine}>\" }\n",
                with: ""
            ).replacing("${text} ", with: "")
        )
        #expect(item.scenario.hash != other.scenario.hash)
        #expect(none.scenario.fixtures.isEmpty)
    }
}
