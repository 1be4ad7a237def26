/// Why a text is no pattern, and where.
package struct PatternSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong there, as a lower-case fragment.
    package let message: String
    /// The place in the text, counted from 1, in Unicode scalars.
    package let column: Int

    /// The message, and where in the pattern.
    package var description: String { "\(message) (character \(column) of the pattern)" }
}
