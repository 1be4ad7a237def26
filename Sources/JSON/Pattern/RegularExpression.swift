/// A regular expression in the grammar of ECMA-262 with the `u` flag, matched in time that grows with pattern times text.
///
/// What is not regular is refused: looking behind, looking ahead elsewhere than at the begin of the text (`^(?=…)`, `^(?!…)`),
/// and references to groups. So are what ECMA-262 does not have, and scripts in `\p{…}`; `]` and `}` may stand for themselves,
/// as they do without the flag. Whether a repetition is lazy makes no difference to whether there is a match.
package struct RegularExpression: Sendable {
    /// The pattern as written.
    package let source: String
    let program: PatternProgram
    private let conditions: [(program: PatternProgram, isWanted: Bool)]

    /// Compiles a pattern.
    ///
    /// - Parameter pattern: the pattern.
    /// - Throws: what is wrong in the pattern, and where.
    package init(_ pattern: String) throws(PatternSyntaxError) {
        source = pattern
        var parser = PatternParser(pattern, .ecmaScript)
        var conditions: [(program: PatternProgram, isWanted: Bool)] = []
        for condition in try parser.conditions() {
            conditions.append((try PatternCompiler.program(for: condition.expression), condition.isWanted))
        }
        self.conditions = conditions
        let expression = try parser.expression()
        if case .alternatives = expression, !conditions.isEmpty {
            let message = "what looks ahead does so for the first alternative alone (put all in a group)"
            throw PatternSyntaxError(message: message, column: 1)
        }
        let isAnchored = !conditions.isEmpty
        program = try PatternCompiler.program(
            for: isAnchored ? .sequence([.assertion(.begin), expression]) : expression
        )
    }

    /// Whether the pattern matches some part of a string, maybe an empty one.
    package func occurs(in string: String) -> Bool {
        conditions.allSatisfy { $0.program.occurs(in: string) == $0.isWanted } && program.occurs(in: string)
    }
}
