public import YAMLSource

/// All that is wrong in the scenario files, told at once.
public struct ScenarioProblems: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, by file, line and column; never empty.
    public let diagnostics: [Diagnostic]

    /// One line for each: `file:line:column: what is wrong (what to write instead)`.
    public var description: String {
        diagnostics.map(\.description).joined(separator: "\n")
    }
}
