import JSON
import Scenarios
import SeamContract
import Testing

@Suite("Several ways of a set-up") struct WaysTests {
    private static let blocks = """
        blocks:
          - block: by-hand
            gives: { id: "${fixture.acs_system_id}" }
          - block: listed
            steps: [{ call: acs.systems.list, save: { id: "$.acs_systems[0].acs_system_id" } }]
            gives: { id: "${id}" }
        """

    private static func scenario(_ use: String) -> String {
        """
        scenarios:
          - id: a
            title: t
            given: [{ \(use) }]
            steps: [{ call: user_identities.get, body: { id: "${id}" }, expect: [{ status: 200, proves: UI-ECHO }] }]
        \(blocks)
        """
    }

    @Test("each way is laid out by itself, and whatever it gives is known afterwards")
    func layout() throws {
        let item = try Suite.onlyCase(Self.scenario("use: [by-hand, listed]"))
        guard case .firstOf(let ways) = try #require(item.given.first).action else {
            throw TestFailure("there is one way only")
        }
        #expect(ways.map { $0.flatMap(\.calls).compactMap(\.path) } == [[], ["/acs/systems/list"]])
        #expect(ways.map { $0.flatMap(\.fixtures).map(\.kind) } == [[.accessSystem], []])
        #expect(item.given.flatMap(\.calls).count == 1)
    }

    @Test("all ways give the same names")
    func gives() throws {
        let text = Self.scenario("use: [listed, other]") + "\n  - { block: other, gives: { ids: 1 } }"
        let problems = try Suite.problems(in: text)
        #expect(
            problems == [
                "4:21: the block 'listed' gives no 'ids', as 'other' does",
                "4:29: the block 'other' gives no 'id', as 'listed' does",
                "5:54: nothing is known as 'id' here (did you mean 'ids'?)",
            ]
        )
    }

    @Test("a block can't use itself by one of several ways")
    func circle() throws {
        let text = """
            blocks:
              - { block: a-circle, steps: [{ use: [other, a-circle] }], gives: { id: 1 } }
              - { block: other, gives: { id: 1 } }
            """
        let circle = "a block can't use itself: a-circle → a-circle (write the steps out)"
        #expect(try Suite.problems(in: text) == ["2:39: \(circle)"])
    }

    @Test("what is named by hand stands in templates; what is not is no slip of the scenario's")
    func fixtures() throws {
        var fixtures = RunFixtures()
        try fixtures.add("acs_system_id", "first")
        try fixtures.add("acs_system_id", "second")
        try fixtures.add("acs_system_id", "first")
        #expect(fixtures[.accessSystem] == ["first", "second"])
        let item = try Suite.onlyCase(
            """
            scenarios:
              - id: a
                title: t
                values: { one: "${fixture.acs_system_id}", two: "${fixture.acs_system_id.1}" }
                proves: UI-ECHO
                steps: [{ call: user_identities.get, body: { a: "${one}${two}", b: "${fixture.acs_entrance_id}" } }]
            """
        )
        var scope = try item.scope(seed: 7, fixtures: fixtures, now: { Suite.noon })
        #expect(scope["one"] == "first")
        #expect(scope["two"] == "second")
        let error = #expect(throws: TemplateError.self) {
            _ = try Suite.call(item.steps.first).prepared(in: &scope, copy: 0)
        }
        #expect(error?.isAbsence == true)
        #expect(error?.message == "the run names no such fixture (--fixture acs_entrance_id=…)")
    }

    @Test(
        "a name that is not known and an id that is none are refused",
        arguments: [
            ("acs_user_id", "a", "unknown fixture 'acs_user_id' (there are acs_system_id, "),
            ("acs_system_id", "a b", "'a b' is no acs_system_id (write it as the endpoint has it, without blanks, "),
            ("acs_system_id", "", "'' is no acs_system_id (write it as the endpoint has it, without blanks, "),
        ]
    )
    func refusals(name: String, id: String, message: String) {
        var fixtures = RunFixtures()
        let error = #expect(throws: RunFixtures.Problem.self) { try fixtures.add(name, id) }
        #expect(error?.description.hasPrefix(message) == true)
    }

    @Test("of each kind that is not named, those of others are taken")
    func filled() throws {
        var own = RunFixtures()
        try own.add("acs_system_id", "own")
        var others = RunFixtures()
        try others.add("acs_system_id", "other")
        try others.add("acs_entrance_id", "door")
        let filled = own.filled(from: others)
        #expect(filled[.accessSystem] == ["own"])
        #expect(filled[.entrance] == ["door"])
    }

    @Test("a filter that does not fit is a slip where the scenario gives the value, and an absence where an answer may")
    func misfits() throws {
        let item = try Suite.onlyCase(
            """
            scenarios:
              - id: a
                title: t
                values: { word: jane }
                proves: UI-ECHO
                steps:
                  - { call: user_identities.get, save: { time: $.at } }
                  - { call: user_identities.get, body: { at: "${time | plus 1h}" } }
                  - { call: user_identities.get, body: { at: "${word | plus 1h}" } }
            """
        )
        var scope = try item.scope(seed: 7, now: { Suite.noon })
        scope.bind("time", to: "yesterday")
        let errors = item.steps.dropFirst().map { step in
            #expect(throws: TemplateError.self) { _ = try Suite.call(step).prepared(in: &scope, copy: 0) }
        }
        #expect(errors.map { $0?.isAbsence } == [true, false])
    }
}

extension Call {
    /// The path of the operation.
    fileprivate var path: String? {
        if case .operation(let operation) = target { operation.path } else { nil }
    }
}
