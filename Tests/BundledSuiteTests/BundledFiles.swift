import BundledSuite
import Scenarios
import SeamContract
import Testing

/// The files of the suite as their readers understand them, read once.
struct BundledFiles: Sendable {
    /// The contract document.
    let contract: Contract
    /// The requirements.
    let catalogue: Catalogue
    /// The scenarios.
    let library: ScenarioLibrary

    /// The files, or why they can't be read.
    private static let files = Result { try BundledFiles() }

    /// The files.
    ///
    /// - Returns: the files.
    /// - Throws: what is wrong in them.
    static func read() throws -> BundledFiles {
        try files.get()
    }

    private init() throws {
        let document = try #require(BundledSuite.files(in: .contract).first)
        contract = try Contract(text: document.text, file: document.path)
        catalogue = try Catalogue(files: BundledSuite.files(in: .requirements))
        library = try ScenarioLibrary(
            files: BundledSuite.files(in: .blocks) + BundledSuite.files(in: .scenarios),
            contract: contract,
            catalogue: catalogue
        )
    }

    /// The ids that some case can prove.
    var proven: Set<String> {
        Set(library.cases.flatMap(\.requirementIDs))
    }
}
