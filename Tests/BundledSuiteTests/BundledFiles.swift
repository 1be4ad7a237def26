import BundledSuite
import Scenarios
import SeamContract
import Testing

/// The files of the suite, read by their readers.
enum BundledFiles {
    /// What is looked at on every exchange, without a scenario that says so.
    static let checkedAlways: Set<String> = [
        "AU-ENUMS", "TR-CT-SUCCESS", "TR-ERR-CT", "TR-ERR-ENVELOPE", "TR-ERR-NOSTACK", "TR-NO-REDIRECT", "TR-SCHEMA",
        "UI-CODE-PRESENT", "UI-ERR-ITEM", "UI-WARN-ITEM",
    ]

    static func contract() throws -> Contract {
        let file = try #require(BundledSuite.files.first { $0.path == "contract/seam.yaml" })
        return try Contract(text: file.text, file: file.path)
    }

    static func catalogue() throws -> Catalogue {
        try Catalogue(files: BundledSuite.files.filter { $0.path.hasPrefix("requirements/") })
    }

    static func library() throws -> ScenarioLibrary {
        let files = BundledSuite.files.filter {
            !$0.path.hasPrefix("contract/") && !$0.path.hasPrefix("requirements/")
        }
        return try ScenarioLibrary(files: files, contract: try contract(), catalogue: try catalogue())
    }

    /// The ids that some case can prove.
    static func proven() throws -> Set<String> {
        Set(try library().cases.flatMap(\.requirementIDs))
    }
}
