import Foundation
import SeamContract

/// The project's own files that tests read, and the published ones beside the project that some compare with.
enum ProjectFiles {
    /// The root of the package.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    /// Seam's published document; not part of the project.
    static let published = root.appending(path: "../shared/data/seam-openapi/openapi.json")

    static var hasPublished: Bool { FileManager.default.fileExists(atPath: published.path) }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The project's own contract, read once.
    static let contract = Result {
        try OpenAPIDocument(text: text("scenarios/contract/seam.yaml"), file: "seam.yaml")
    }

    /// The text of Seam's published document, read once.
    static let publishedText = Result { try String(contentsOf: published, encoding: .utf8) }

    /// Seam's published document, read once.
    static let publishedContract = Result {
        try OpenAPIDocument(text: publishedText.get(), file: "openapi.json")
    }
}
