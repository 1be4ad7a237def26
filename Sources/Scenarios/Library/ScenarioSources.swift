import YAMLSource

/// Scenario files read as YAML, which needs neither contract nor catalogue, so that it can be done beside reading those.
public struct ScenarioSources: Sendable {
    /// The files, by path.
    let files: [(path: String, text: String)]
    /// What stands in the files that are YAML.
    let sources: [LocatedValue]
    /// What is wrong with those that are not.
    let problems: ProblemList

    /// Reads files.
    ///
    /// - Parameter files: the scenario files, in any order; the path is what messages name.
    public init(files: [(path: String, text: String)]) {
        self.files = files.sorted { $0.path < $1.path }
        var problems = ProblemList()
        sources = self.files.compactMap { problems.source(of: $0.text, file: $0.path) }
        self.problems = problems
    }
}
