/// Why a text is not JSON, and where.
public struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong there, as a lower-case fragment: `expected ',' or ']' in the array, found 'x'`.
    public let message: String
    /// Where it is wrong.
    public let position: JSONPosition

    /// An error.
    ///
    /// - Parameters:
    ///   - message: what is wrong, as a lower-case fragment.
    ///   - position: where.
    public init(message: String, position: JSONPosition) {
        self.message = message
        self.position = position
    }

    /// `line:column: message`.
    public var description: String { "\(position): \(message)" }
}

/// A place in a JSON text.
public struct JSONPosition: Sendable, Hashable, CustomStringConvertible {
    /// How many bytes come before it.
    public let offset: Int
    /// The line, counted from 1.
    public let line: Int
    /// The column, counted from 1, in Unicode scalars.
    public let column: Int

    /// A place.
    ///
    /// - Parameters:
    ///   - offset: how many bytes come before it.
    ///   - line: the line, counted from 1.
    ///   - column: the column, counted from 1.
    public init(offset: Int, line: Int, column: Int) {
        self.offset = offset
        self.line = line
        self.column = column
    }

    /// `line:column`.
    public var description: String { "\(line):\(column)" }
}
