import ContractDiff
import Testing

@Suite("Rules")
struct RuleTests {
    @Test("each rule has a name of its own, in small letters and hyphens, and a mirror that mirrors it")
    func mirrors() throws {
        let rules = Dictionary(grouping: Rule.all, by: \.id)
        for rule in Rule.all {
            #expect(rules[rule.id]?.count == 1)
            #expect(rule.id.allSatisfy { ("a"..."z").contains($0) || $0 == "-" })
            let mirror = try #require(rules[rule.mirrorID]?.first)
            #expect(mirror.mirrorID == rule.id)
        }
    }

    @Test("each rule is shown by a case")
    func coverage() {
        let ofSchemas = SchemaCase.all.flatMap { ["request-" + $0.rule, "response-" + $0.rule] }
        let shown = Set(ofSchemas + OperationCase.all.map(\.rule))
        #expect(Rule.all.map(\.id).filter { !shown.contains($0) } == [])
    }
}
