import ArgumentParser

/// Which scenarios, and by which contract they are judged.
struct SuiteOptions: ParsableArguments {
    @Argument(help: "Scenario files and folders; none means all that the binary carries.")
    var paths: [String] = []

    @Option(help: "Judge by this OpenAPI document instead of the bundled contract.")
    var contract: String?

    /// The files and folders that are read.
    var files: [String] { paths + (contract.map { [$0] } ?? []) }

    /// The suite.
    func suite() async throws -> Suite {
        try await Suite(paths: paths, contractFile: contract)
    }
}
