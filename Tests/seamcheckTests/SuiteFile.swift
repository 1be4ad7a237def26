import Foundation

/// Files of the suite that the binary carries, for runs of a few cases: one file is read many times as fast as all.
enum SuiteFile {
    /// The cases of creating identities.
    static let creations = path("user-identities/create.yaml")
    /// The cases of values that only one identity may have.
    static let uniqueValues = path("user-identities/unique.yaml")

    /// A run of all cases of creating identities.
    static let runOfCreations = ["run", creations, "--id", "identity-create-*"]
    /// A run of one case.
    static let runOfOne = ["run", creations, "--id", "identity-create-echo"]
    /// A suite of one case: the first scenario of ``creations``.
    static let oneCase = firstScenario(of: creations)
    /// A suite of three cases, one of which notices the fault `accept-second-email`: the first scenario of ``uniqueValues``.
    static let threeCases = firstScenario(of: uniqueValues)
    /// A whole run of three cases.
    static let runOfUniqueValues = ["run", threeCases]

    /// A file of its own with the first scenario of another, whole suite that it is.
    private static func firstScenario(of path: String) -> String {
        let parts = ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n  - id: ")
        let name = "first-scenario-of-\(URL(filePath: path).lastPathComponent)"
        let copy = FileManager.default.temporaryDirectory.appending(path: name)
        try? (parts.prefix(2).joined(separator: "\n  - id: ") + "\n").write(to: copy, atomically: true, encoding: .utf8)
        return copy.path()
    }

    /// The path of a file of the suite.
    private static func path(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../scenarios/\(name)").standardized
            .path()
    }
}
