import BundledSuite
import Scenarios
import SeamContract
import YAMLSource

extension FuzzTarget {
    /// What scenarios are read against: the operations and requirements that the binary carries.
    private static let bundled: (contract: Contract, catalogue: Catalogue)? = {
        guard let document = BundledSuite.files(in: .contract).first,
            let contract = try? Contract(text: document.text, file: document.path),
            let catalogue = try? Catalogue(files: BundledSuite.files(in: .requirements))
        else { return nil }
        return (contract, catalogue)
    }()

    /// A scenario file is refused at places in it, or comes to cases with ids of their own that hold to the bounds.
    static func checkScenarios(_ text: String) throws(FuzzFinding) {
        guard let (contract, catalogue) = bundled else { throw FuzzFinding("the bundled contract can't be read") }
        let lines = text.unicodeScalars.count { "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) } + 2
        let library: ScenarioLibrary
        do {
            library = try ScenarioLibrary(
                files: [(path: "fuzz.yaml", text: text)],
                contract: contract,
                catalogue: catalogue
            )
        } catch {
            try require(!error.diagnostics.isEmpty, "refused without a problem")
            for problem in error.diagnostics {
                try require((1...lines).contains(problem.place.line), "the problem is not in the text: \(problem)")
                let length = problem.description.utf8.count
                try require(length < 20_000, "a problem of \(length) bytes")
            }
            return
        }
        try require(Set(library.cases.map(\.id)).count == library.cases.count, "two cases with one id")
        try require(library.cases.count <= ScenarioBounds.casesPerSuite, "\(library.cases.count) cases")
    }
}
