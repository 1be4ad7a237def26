/// A pattern as steps, matched in time that grows with steps times text at most, whatever the text.
struct PatternProgram: Sendable {
    /// The most steps that a pattern may compile to; repetitions such as `a{1000}` count each time.
    static let limit = 4096

    /// The steps; the last is `match`.
    let instructions: [Instruction]

    /// One step.
    enum Instruction: Sendable {
        /// Goes on when the next scalar is one of the class.
        case scalar(ScalarClass)
        /// Goes on where the assertion holds.
        case assertion(Assertion)
        /// Goes on at both places.
        case fork(Int, Int)
        /// Goes on at another place.
        case jump(Int)
        /// The pattern has matched.
        case match
    }

    /// What can be asked of a place between two scalars.
    enum Assertion: Sendable, Hashable {
        /// No scalar comes before; no scalar comes after.
        case begin, end
        /// A word begins or ends here (ECMA-262 §22.2.2.4, `\b`); none does.
        case wordBoundary, noWordBoundary

        /// Whether it holds between two scalars; nil stands for the begin or the end of the text.
        func holds(between before: Unicode.Scalar?, and after: Unicode.Scalar?) -> Bool {
            switch self {
            case .begin: before == nil
            case .end: after == nil
            case .wordBoundary: Self.isWord(before) != Self.isWord(after)
            case .noWordBoundary: Self.isWord(before) == Self.isWord(after)
            }
        }

        private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
            scalar.map { ScalarClass.word.contains($0) } ?? false
        }
    }

    /// Whether the pattern matches a string from its begin to its end.
    func matches(_ string: String) -> Bool {
        var scalars = string.unicodeScalars.makeIterator()
        var next = scalars.next()
        var threads = PatternThreads(instructions: instructions, before: next)
        threads.start(at: 0)
        while let scalar = next, !threads.isEmpty {
            next = scalars.next()
            threads.advance(over: scalar, before: next)
        }
        return next == nil && threads.hasMatched
    }

    /// Whether the pattern matches some part of a string, maybe an empty one.
    func occurs(in string: String) -> Bool {
        search(string).isFound
    }

    /// Looks for a part of a string that the pattern matches.
    ///
    /// - Parameter string: the string.
    /// - Returns: whether there is one, and how many places of the program were looked at: at most all of them before each
    ///   scalar and once more at the end.
    func search(_ string: String) -> (isFound: Bool, steps: Int) {
        var scalars = string.unicodeScalars.makeIterator()
        var next = scalars.next()
        var threads = PatternThreads(instructions: instructions, before: next)
        threads.start(at: 0)
        while let scalar = next, !threads.hasMatched {
            next = scalars.next()
            threads.advance(over: scalar, before: next)
            threads.start(at: 0)
        }
        return (threads.hasMatched, threads.steps)
    }
}
