/// An interoperable regular expression (RFC 9485), matched in time that grows with pattern times text at most.
///
/// RFC 9485 has no anchors; `^` and `$` are taken for them all the same, as the compliance suite of JSONPath wants it.
package struct IRegexp: Sendable {
    /// The most steps that a pattern may compile to; repetitions such as `a{1000}` count each time.
    package static let programLimit = 4096

    private let program: [Instruction]

    /// Compiles a pattern.
    ///
    /// - Parameter pattern: the pattern, in the grammar of RFC 9485 section 3.
    /// - Throws: what is wrong in the pattern, and where.
    package init(_ pattern: String) throws(IRegexpSyntaxError) {
        var parser = IRegexpParser(pattern)
        var compiler = IRegexpCompiler()
        program = try compiler.program(for: try parser.pattern())
    }

    /// Whether the pattern matches a string from its begin to its end.
    package func matches(_ string: String) -> Bool {
        var threads = IRegexpThreads(program: program)
        threads.start(at: 0)
        for scalar in string.unicodeScalars {
            if threads.isEmpty { return false }
            threads.advance(over: scalar)
        }
        threads.finish()
        return threads.hasMatched
    }

    /// Whether the pattern matches some part of a string, maybe an empty one.
    package func occurs(in string: String) -> Bool {
        var threads = IRegexpThreads(program: program)
        threads.start(at: 0)
        for scalar in string.unicodeScalars where !threads.hasMatched {
            threads.advance(over: scalar)
            threads.start(at: 0)
        }
        threads.finish()
        return threads.hasMatched
    }
}
