import Scenarios
import Testing

@Suite("Plan") struct PlanTests {
    @Test("without a selection all cases are planned, by file and in the order written")
    func everything() throws {
        let plan = Plan(try library())
        #expect(plan.cases.map(\.id) == ["one[a]", "one[b]", "two", "three"])
        #expect(plan.leftOut.isEmpty)
        #expect(plan.unmatched == [])
    }

    @Test(
        "a selection keeps what fits one entry of each of its lists",
        arguments: [
            (Selection(paths: ["scenarios/x"]), ["one[a]", "one[b]", "two"]),
            (Selection(paths: ["scenarios/x/1.yaml"]), ["one[a]", "one[b]"]),
            (Selection(ids: ["one", "t*e"]), ["one[a]", "one[b]", "three"]),
            (Selection(ids: ["one[b]"]), ["one[b]"]),
            (Selection(ids: ["t?o"]), ["two"]),
            (Selection(tags: ["slow"]), ["two"]),
            (Selection(requirements: ["UI-UNIQ-*"]), ["one[b]", "three"]),
            (Selection(ids: ["one"], requirements: ["UI-UNIQ-*"]), ["one[b]"]),
            (Selection(profile: ["UI-ECHO"]), ["one[a]", "two"]),
        ]
    )
    func selection(_ selection: Selection, ids: [String]) throws {
        let plan = Plan(try library(), selection: selection)
        #expect(plan.cases.map(\.id) == ids)
        #expect(plan.cases.count + plan.leftOut.count == 4)
        #expect(plan.unmatched == [])
    }

    @Test("what is left out has its reason")
    func reasons() throws {
        let plan = Plan(try library(), selection: Selection(paths: ["scenarios/x"], tags: ["slow"]))
        #expect(plan.leftOut.map { "\($0.item.id) \($0.reason)" } == ["one[a] tag", "one[b] tag", "three path"])
    }

    @Test("entries that fit nothing are told")
    func unmatched() throws {
        let selection = Selection(
            paths: ["nowhere"],
            ids: ["one", "uno"],
            tags: ["fast"],
            requirements: ["UI-*", "X-*"]
        )
        #expect(Plan(try library(), selection: selection).unmatched == ["nowhere", "uno", "fast", "X-*"])
    }

    @Test("shards share the cases out, each to one, and the same each time", arguments: 1...7)
    func shards(count: Int) throws {
        let library = try library()
        var ids: [String] = []
        for number in 1...count {
            let shard = try #require(Shard(number: number, count: count))
            let plan = Plan(library, shard: shard)
            #expect(plan.leftOut.allSatisfy { $0.reason == .shard })
            ids += plan.cases.map(\.id)
        }
        #expect(ids.sorted() == library.cases.map(\.id).sorted())
    }

    @Test("a case keeps its shard for ever")
    func stableShard() {
        #expect(
            (1...3).filter { Shard(number: $0, count: 3)?.contains("identity-value-unique[email]") ?? false } == [2]
        )
    }

    @Test("a shard is written as K/N", arguments: ["0/2", "3/2", "1/0", "1", "a/b", "1/2/3", ""])
    func shardText(_ text: String) {
        #expect(Shard("2/5")?.description == "2/5")
        #expect(Shard(text) == nil)
    }

    private func library() throws -> ScenarioLibrary {
        try Suite.library(files: [
            "scenarios/y/3.yaml": Self.scenario("three", proves: "UI-UNIQ-PHONE"),
            "scenarios/x/2.yaml": Self.scenario("two", proves: "UI-ECHO", more: "tags: [slow]"),
            "scenarios/x/1.yaml": Self.scenario(
                "one",
                proves: "${r}",
                more: "variants: { a: { r: UI-ECHO }, b: { r: UI-UNIQ-EMAIL } }"
            ),
        ])
    }

    private static func scenario(_ id: String, proves: String, more: String = "tags: []") -> String {
        """
        scenarios:
          - id: \(id)
            title: t
            \(more)
            proves: \(proves)
            steps: [{ call: user_identities.create, expect: [{ status: 200 }] }]
        """
    }
}
