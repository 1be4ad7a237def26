/// Why a text is not an interoperable regular expression, and where.
package struct IRegexpSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong there, as a lower-case fragment.
    package let message: String
    /// The place in the text, counted from 1, in Unicode scalars.
    package let column: Int

    /// `column: message`.
    package var description: String { "\(column): \(message)" }
}
