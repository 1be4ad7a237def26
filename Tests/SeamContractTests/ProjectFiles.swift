import Foundation
import SeamContract

/// The project's own files that tests read, and the published ones beside the project that some compare with.
enum ProjectFiles {
    /// The root of the package.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    /// Seam's published document; not part of the project.
    static let published = root.appending(path: "../shared/data/seam-openapi/openapi.json")
    /// The list of requirements that the catalogue was drawn from; not part of the project.
    static let requirementList = root.appending(path: "../shared/contract/requirements.psv")

    static var hasPublished: Bool { FileManager.default.fileExists(atPath: published.path) }
    static var hasRequirementList: Bool { FileManager.default.fileExists(atPath: requirementList.path) }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The project's own contract, read once.
    static let contract = Result { try Contract(text: text("scenarios/contract/seam.yaml"), file: "seam.yaml") }

    /// Seam's published contract, read once.
    static let publishedContract = Result {
        try Contract(text: String(contentsOf: published, encoding: .utf8), file: "openapi.json")
    }

    /// The project's own catalogue, read once.
    static let catalogue = Result { try Catalogue(files: catalogueFiles()) }

    /// The files of the project's catalogue, in the order of their names.
    static func catalogueFiles() throws -> [(path: String, text: String)] {
        let folder = "scenarios/requirements"
        let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        return try names.filter { $0.hasSuffix(".yaml") }.sorted().map {
            ("\(folder)/\($0)", try text("\(folder)/\($0)"))
        }
    }
}
