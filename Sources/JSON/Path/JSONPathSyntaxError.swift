/// Why a text is not a JSONPath query, and where.
public struct JSONPathSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong there, as a lower-case fragment: `expected ']', found 'x'`.
    public let message: String
    /// The place in the text, counted from 1, in Unicode scalars.
    public let column: Int

    /// An error.
    ///
    /// - Parameters:
    ///   - message: what is wrong, as a lower-case fragment.
    ///   - column: the place in the text, counted from 1.
    public init(message: String, column: Int) {
        self.message = message
        self.column = column
    }

    /// `column: message`.
    public var description: String { "\(column): \(message)" }
}
