/// A place in a text file, printed as compilers do so that editors jump to it.
public struct SourcePlace: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The file's path as it was given.
    public let file: String
    /// The line, counted from 1.
    public let line: Int
    /// The column, counted from 1, in Unicode scalars.
    public let column: Int

    /// A place; without a line and column, the beginning of the file.
    ///
    /// - Parameters:
    ///   - file: the file's path.
    ///   - line: the line, counted from 1.
    ///   - column: the column, counted from 1.
    public init(file: String, line: Int = 1, column: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file:line:column`.
    public var description: String { "\(file):\(line):\(column)" }

    /// By file, then line, then column.
    public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}
