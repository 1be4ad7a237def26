/// An interoperable regular expression (RFC 9485), matched in time that grows with pattern times text at most.
///
/// RFC 9485 has no anchors; `^` and `$` are taken for them all the same, as the compliance suite of JSONPath wants it.
package struct IRegexp: Sendable {
    private let program: PatternProgram

    /// Compiles a pattern.
    ///
    /// - Parameter pattern: the pattern, in the grammar of RFC 9485 section 3.
    /// - Throws: what is wrong in the pattern, and where.
    package init(_ pattern: String) throws(PatternSyntaxError) {
        var parser = PatternParser(pattern, .interoperable)
        program = try PatternCompiler.program(for: try parser.expression())
    }

    /// Whether the pattern matches a string from its begin to its end.
    package func matches(_ string: String) -> Bool {
        program.matches(string)
    }

    /// Whether the pattern matches some part of a string, maybe an empty one.
    package func occurs(in string: String) -> Bool {
        program.occurs(in: string)
    }
}
