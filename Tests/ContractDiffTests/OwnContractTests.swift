import ContractDiff
import SeamContract
import Testing

@Suite("The project's own contract, changed")
struct OwnContractTests {
    @Test("a document does not differ from itself")
    func itself() throws {
        let contract = try ProjectFiles.contract.get()
        #expect(try ContractDifference(from: contract, to: contract).changes.outline == [])
    }

    @Test(
        "a change in one place is told as what it is",
        arguments: [
            (
                "required: [user_identity_id]", "required: []",
                "request-property-became-optional request(with user_identity_id).user_identity_id"
            ),
            ("version: \"2026-08-21\"", "version: \"2027-01-01\"", ""),
        ]
    )
    func mutation(old: String, new: String, outline: String) throws {
        let text = try ProjectFiles.text("scenarios/contract/seam.yaml")
        try #require(text.contains(old))
        let changed = try OpenAPIDocument(text: text.replacing(old, with: new, maxReplacements: 1), file: "new.yaml")
        let difference = try ContractDifference(from: ProjectFiles.contract.get(), to: changed)
        #expect(difference.changes.outline == [outline].filter { !$0.isEmpty })
    }
}
