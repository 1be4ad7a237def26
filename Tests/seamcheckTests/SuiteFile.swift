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
    /// A run of three cases, one of which notices the fault `accept-second-email`.
    static let runOfUniqueValues = ["run", uniqueValues, "--id", "identity-value-unique[*"]

    /// The path of a file of the suite.
    private static func path(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../scenarios/\(name)").standardized
            .path()
    }
}
