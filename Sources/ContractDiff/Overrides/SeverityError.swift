public import YAMLSource

/// Everything that is wrong in a file of severities.
public struct SeverityError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, in the order of the places; never empty.
    public let diagnostics: [Diagnostic]

    /// An error.
    ///
    /// - Parameter diagnostics: what is wrong, in any order.
    init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics.sorted()
    }

    /// One `file:line:column: message` a line.
    public var description: String {
        diagnostics.map(\.description).joined(separator: "\n")
    }
}
