public import YAMLSource

/// Everything that is wrong in a policy file.
public struct PolicyError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, in the order of the places; never empty.
    public let diagnostics: [Diagnostic]

    /// One `file:line:column: message` a line.
    public var description: String {
        diagnostics.map(\.description).joined(separator: "\n")
    }
}
