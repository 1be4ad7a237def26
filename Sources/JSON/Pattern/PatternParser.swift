/// Reads a pattern in one of two grammars, which differ in classes, escapes, groups and lazy repetitions.
struct PatternParser {
    /// The grammars.
    enum Grammar: Sendable {
        /// RFC 9485 section 3, with anchors.
        case interoperable
        /// ECMA-262 §22.2.1 with the `u` flag, without what can't be matched in linear time.
        case ecmaScript
    }

    private static let depthLimit = 64

    private let grammar: Grammar
    private let scalars: [Unicode.Scalar]
    private var place = 0
    private var depth = 0

    /// A parser at the begin of a pattern.
    ///
    /// - Parameters:
    ///   - pattern: the pattern.
    ///   - grammar: its grammar.
    init(_ pattern: String, _ grammar: Grammar) {
        self.grammar = grammar
        scalars = Array(pattern.unicodeScalars)
    }

    /// Reads the pattern to its end.
    ///
    /// - Returns: what it says.
    /// - Throws: what is wrong in it, and where.
    mutating func expression() throws(PatternSyntaxError) -> PatternExpression {
        let expression = try alternatives()
        guard place == scalars.count else { throw failure("')' without '('") }
        return expression
    }

    /// Reads up to the end, or to the parenthesis that ends the group.
    mutating func alternatives() throws(PatternSyntaxError) -> PatternExpression {
        var branches = [try branch()]
        while take("|") {
            branches.append(try branch())
        }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func branch() throws(PatternSyntaxError) -> PatternExpression {
        var pieces: [PatternExpression] = []
        while let scalar, scalar != "|", scalar != ")" {
            pieces.append(try quantified(try atom(scalar)))
        }
        return pieces.count == 1 ? pieces[0] : .sequence(pieces)
    }

    private mutating func atom(_ scalar: Unicode.Scalar) throws(PatternSyntaxError) -> PatternExpression {
        switch (scalar, grammar) {
        case ("(", _): return try group()
        case ("[", .interoperable): return .scalar(try characterClass())
        case ("[", .ecmaScript): return .scalar(try ecmaScriptClass())
        case ("\\", .interoperable): return .scalar(try escape())
        case ("\\", .ecmaScript): return try ecmaScriptEscape()
        case (".", _): return skipped(.scalar(grammar == .interoperable ? .dot : .ecmaScriptDot))
        case ("^", _): return skipped(.assertion(.begin))
        case ("$", _): return skipped(.assertion(.end))
        case ("*", _), ("+", _), ("?", _), ("{", _), ("]", .interoperable), ("}", .interoperable):
            throw failure("'\(scalar)' stands for itself only as '\\\(scalar)'")
        default: return skipped(.scalar(.single(scalar)))
        }
    }

    private mutating func skipped(_ expression: PatternExpression) -> PatternExpression {
        place += 1
        return expression
    }

    private mutating func group() throws(PatternSyntaxError) -> PatternExpression {
        guard depth < Self.depthLimit else { throw failure("more than 64 groups in each other") }
        place += 1
        depth += 1
        if grammar == .ecmaScript { try skipGroupName() }
        let expression = try alternatives()
        guard take(")") else { throw failure("expected ')'") }
        depth -= 1
        return expression
    }

    private mutating func quantified(_ atom: PatternExpression) throws(PatternSyntaxError) -> PatternExpression {
        guard let (least, most) = try quantifier() else { return atom }
        if grammar == .ecmaScript { _ = take("?") }
        return .repetition(atom, least: least, most: most)
    }

    /// Reads how often something may come; nil when nothing is said.
    private mutating func quantifier() throws(PatternSyntaxError) -> (least: Int, most: Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        guard take("{") else { return nil }
        let least = try count()
        var most: Int? = least
        if take(",") { most = scalar == "}" ? nil : try count() }
        guard take("}") else { throw failure("expected '}'") }
        guard most.map({ $0 >= least }) ?? true else { throw failure("the repetition's most is below its least") }
        return (least, most)
    }

    private mutating func count() throws(PatternSyntaxError) -> Int {
        let start = place
        var value = 0
        while let scalar, "0"..."9" ~= scalar {
            value = min(value * 10 + Int(scalar.value - 0x30), PatternProgram.limit + 1)
            place += 1
        }
        guard place > start else { throw failure("expected a number of repetitions") }
        return value
    }
}

extension PatternParser {
    /// The scalar at the reader's place; nil at the end.
    var scalar: Unicode.Scalar? {
        place < scalars.count ? scalars[place] : nil
    }

    /// The scalar behind that; nil where there is none.
    var following: Unicode.Scalar? {
        place + 1 < scalars.count ? scalars[place + 1] : nil
    }

    /// Takes the next scalar, whatever it is; nil at the end.
    mutating func takeAny() -> Unicode.Scalar? {
        defer { place = min(place + 1, scalars.count) }
        return scalar
    }

    /// Takes one scalar if it is there.
    mutating func take(_ expected: Unicode.Scalar) -> Bool {
        guard scalar == expected else { return false }
        place += 1
        return true
    }

    /// Whether several scalars come next.
    func isNext(_ expected: String) -> Bool {
        scalars[place...].starts(with: expected.unicodeScalars)
    }

    /// Takes several scalars if they are all there.
    mutating func take(all expected: String) -> Bool {
        guard isNext(expected) else { return false }
        place += expected.unicodeScalars.count
        return true
    }

    /// What is wrong at the reader's place.
    func failure(_ message: String) -> PatternSyntaxError {
        PatternSyntaxError(message: message, column: place + 1)
    }
}
