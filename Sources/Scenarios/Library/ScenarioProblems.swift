public import YAMLSource

/// All that is wrong in the scenario files, told at once.
public struct ScenarioProblems: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, by file, line and column; never empty.
    public let diagnostics: [Diagnostic]

    /// One line for each: `file:line:column: what is wrong (what to write instead)`.
    ///
    /// When there are more than are shown, that is the last line.
    public var description: String {
        let rest = diagnostics.count < ScenarioBounds.problems ? [] : ["there may be more; these are shown"]
        return (diagnostics.map(\.description) + rest).joined(separator: "\n")
    }
}
