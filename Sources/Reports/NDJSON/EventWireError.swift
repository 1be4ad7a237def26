/// Why a line is no event of a run.
public struct EventWireError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The line, counted from 1.
    public let line: Int
    /// What is wrong, with the member and what was expected.
    public let message: String

    /// An error.
    ///
    /// - Parameters:
    ///   - line: the line.
    ///   - message: what is wrong.
    init(line: Int, message: String) {
        self.line = line
        self.message = message
    }

    /// `line 3: message`.
    public var description: String { "line \(line): \(message)" }
}
