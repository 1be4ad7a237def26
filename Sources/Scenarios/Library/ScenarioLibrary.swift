public import SeamContract
import YAMLSource

/// A suite of scenarios, read and checked as a whole.
public struct ScenarioLibrary: Sendable {
    /// The scenarios, by file and then in the order they were written.
    public let scenarios: [Scenario]
    /// The cases of all scenarios, in the same order; those of one scenario by variant, then by matrix.
    public let cases: [Case]
    /// The blocks, by name.
    public let blocks: [Block]
    /// The same for the same files, in hexadecimal: tells whether two runs ran the same suite.
    public let fingerprint: String

    /// Reads a suite.
    ///
    /// - Parameters:
    ///   - files: the scenario files, in any order; the path is what messages name.
    ///   - contract: what operations there are.
    ///   - catalogue: what requirements there are.
    /// - Throws: ``ScenarioProblems`` with all that is wrong in all files.
    public init(
        files: [(path: String, text: String)],
        contract: Contract,
        catalogue: Catalogue
    ) throws(ScenarioProblems) {
        try self.init(sources: ScenarioSources(files: files), contract: contract, catalogue: catalogue)
    }

    /// Reads a suite whose files were read as YAML already.
    ///
    /// - Parameters:
    ///   - sources: the scenario files as YAML.
    ///   - contract: what operations there are.
    ///   - catalogue: what requirements there are.
    /// - Throws: ``ScenarioProblems`` with all that is wrong in all files.
    public init(
        sources: ScenarioSources,
        contract: Contract,
        catalogue: Catalogue
    ) throws(ScenarioProblems) {
        var problems = sources.problems
        let suite = SuiteSource(files: sources.sources, contract: contract, catalogue: catalogue, problems: &problems)
        var decoder = SuiteDecoder(suite: suite, problems: problems)
        decoder.decode()
        guard decoder.problems.isEmpty else {
            throw ScenarioProblems(diagnostics: decoder.problems.sorted)
        }
        scenarios = decoder.scenarios
        cases = decoder.cases
        blocks = suite.blocks.values.map(\.summary).sorted { $0.name < $1.name }
        fingerprint = Self.fingerprint(of: sources.files)
    }

    /// The hash of all paths and texts.
    private static func fingerprint(of files: [(path: String, text: String)]) -> String {
        var hash = StableHash()
        for file in files {
            hash.feed("\(file.path)\u{0}\(file.text)\u{0}")
        }
        return hash.hexadecimal
    }
}
