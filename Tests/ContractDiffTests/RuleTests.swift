import ContractDiff
import Testing

@Suite("Rules")
struct RuleTests {
    @Test("each rule has a name of its own, and a mirror that mirrors it")
    func mirrors() throws {
        let rules = Dictionary(grouping: Rule.all, by: \.id)
        #expect(rules.values.allSatisfy { $0.count == 1 })
        for rule in Rule.all {
            let mirror = try #require(rules[rule.mirrorID]?.first)
            #expect(mirror.mirrorID == rule.id)
        }
    }
}
