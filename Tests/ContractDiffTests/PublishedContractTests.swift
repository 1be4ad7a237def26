import ContractDiff
import SeamContract
import Testing

@Suite(
    "Seam's published document, changed",
    .enabled(if: ProjectFiles.hasPublished, "needs the published document at ../shared/data/seam-openapi")
)
struct PublishedContractTests {
    @Test("it does not differ from itself")
    func itself() throws {
        let contract = try ProjectFiles.publishedContract.get()
        #expect(try ContractDifference(from: contract, to: contract).changes.outline == [])
    }

    @Test("when it and the project's own change places, every change is under the mirrored rule at the same place")
    func mirror() throws {
        let (own, published) = (try ProjectFiles.contract.get(), try ProjectFiles.publishedContract.get())
        let there = try ContractDifference(from: own, to: published).changes
        let back = try ContractDifference(from: published, to: own).changes
        func keys(_ changes: [Change], _ rule: (Change) -> String) -> [String] {
            changes.map { "\(rule($0)) \($0.operations.map(\.path))" }.sorted()
        }
        #expect(there.count > 300)
        #expect(keys(there) { $0.rule.id } == keys(back) { $0.rule.mirrorID })
        #expect(Set(there.map(\.fingerprint)).count == there.count)
    }
}
