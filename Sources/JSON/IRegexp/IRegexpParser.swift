/// Reads a pattern by the grammar of RFC 9485 section 3.
struct IRegexpParser {
    /// What a pattern says.
    indirect enum Expression: Sendable {
        case scalar(IRegexp.ScalarClass)
        case begin
        case end
        case sequence([Expression])
        case alternatives([Expression])
        case repetition(Expression, least: Int, most: Int?)
    }

    private static let depthLimit = 64

    private let scalars: [Unicode.Scalar]
    private var place = 0
    private var depth = 0

    /// A parser at the begin of a pattern.
    ///
    /// - Parameter pattern: the pattern.
    init(_ pattern: String) {
        scalars = Array(pattern.unicodeScalars)
    }

    /// Reads the whole pattern.
    mutating func pattern() throws(IRegexpSyntaxError) -> Expression {
        let expression = try alternatives()
        guard place == scalars.count else { throw failure("')' without '('") }
        return expression
    }

    private mutating func alternatives() throws(IRegexpSyntaxError) -> Expression {
        var branches = [try branch()]
        while take("|") {
            branches.append(try branch())
        }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func branch() throws(IRegexpSyntaxError) -> Expression {
        var pieces: [Expression] = []
        while let scalar, scalar != "|", scalar != ")" {
            pieces.append(try quantified(try atom()))
        }
        return pieces.count == 1 ? pieces[0] : .sequence(pieces)
    }

    private mutating func atom() throws(IRegexpSyntaxError) -> Expression {
        let scalar = scalars[place]
        switch scalar {
        case "(": return try group()
        case "[": return .scalar(try characterClass())
        case "\\": return .scalar(try escape())
        case ".":
            place += 1
            return .scalar(.dot)
        case "^", "$":
            place += 1
            return scalar == "^" ? .begin : .end
        case "*", "+", "?", "]", "{", "}":
            throw failure("'\(scalar)' stands for itself only as '\\\(scalar)'")
        default:
            place += 1
            return .scalar(IRegexp.ScalarClass(ranges: [scalar...scalar]))
        }
    }

    private mutating func group() throws(IRegexpSyntaxError) -> Expression {
        guard depth < IRegexpParser.depthLimit else { throw failure("more than 64 groups in each other") }
        place += 1
        depth += 1
        let expression = try alternatives()
        guard take(")") else { throw failure("expected ')'") }
        depth -= 1
        return expression
    }

    private mutating func quantified(_ atom: Expression) throws(IRegexpSyntaxError) -> Expression {
        if take("*") { return .repetition(atom, least: 0, most: nil) }
        if take("+") { return .repetition(atom, least: 1, most: nil) }
        if take("?") { return .repetition(atom, least: 0, most: 1) }
        guard take("{") else { return atom }
        let least = try count()
        var most: Int? = least
        if take(",") { most = scalar == "}" ? nil : try count() }
        guard take("}") else { throw failure("expected '}'") }
        guard most.map({ $0 >= least }) ?? true else { throw failure("the repetition's most is below its least") }
        return .repetition(atom, least: least, most: most)
    }

    private mutating func count() throws(IRegexpSyntaxError) -> Int {
        let start = place
        var value = 0
        while let scalar, "0"..."9" ~= scalar {
            value = min(value * 10 + Int(scalar.value - 0x30), IRegexp.programLimit + 1)
            place += 1
        }
        guard place > start else { throw failure("expected a number of repetitions") }
        return value
    }
}

extension IRegexpParser {
    private mutating func characterClass() throws(IRegexpSyntaxError) -> IRegexp.ScalarClass {
        place += 1
        var set = IRegexp.ScalarClass(isNegated: take("^"))
        if take("-") { set.ranges.append("-"..."-") }
        var isEmpty = set.ranges.isEmpty
        while let scalar, scalar != "]" {
            if scalar == "-" {
                place += 1
                guard self.scalar == "]" else { throw failure("'-' stands for itself only first, last or as '\\-'") }
                set.ranges.append("-"..."-")
            } else {
                try classPart(into: &set)
            }
            isEmpty = false
        }
        guard take("]") else { throw failure("expected ']'") }
        guard !isEmpty else { throw failure("a character class is not empty") }
        return set
    }

    private mutating func classPart(into set: inout IRegexp.ScalarClass) throws(IRegexpSyntaxError) {
        let part = try classScalar()
        set.categories += part.categories
        guard let first = part.ranges.first?.lowerBound else { return }
        guard scalar == "-", place + 1 < scalars.count, scalars[place + 1] != "]" else {
            set.ranges += part.ranges
            return
        }
        place += 1
        guard let last = try classScalar().ranges.first?.lowerBound, first <= last else {
            throw failure("the range runs backwards or ends in a category")
        }
        set.ranges.append(first...last)
    }

    private mutating func classScalar() throws(IRegexpSyntaxError) -> IRegexp.ScalarClass {
        guard let scalar, scalar != "[", scalar != "-" else { throw failure("expected a character or an escape") }
        if scalar == "\\" { return try escape() }
        place += 1
        return IRegexp.ScalarClass(ranges: [scalar...scalar])
    }

    /// Reads a backslash and what it begins.
    private mutating func escape() throws(IRegexpSyntaxError) -> IRegexp.ScalarClass {
        place += 1
        guard let letter = scalar else { throw failure("expected an escape after the backslash") }
        switch letter {
        case "n": return single("\n")
        case "r": return single("\r")
        case "t": return single("\t")
        case "(", ")", "*", "+", "-", ".", "?", "[", "\\", "]", "^", "{", "|", "}": return single(letter)
        case "p", "P": return try category(isNegated: letter == "P")
        default: throw failure("unknown escape '\\\(letter)'")
        }
    }

    private mutating func single(_ scalar: Unicode.Scalar) -> IRegexp.ScalarClass {
        place += 1
        return IRegexp.ScalarClass(ranges: [scalar...scalar])
    }

    private mutating func category(isNegated: Bool) throws(IRegexpSyntaxError) -> IRegexp.ScalarClass {
        place += 1
        guard take("{") else { throw failure("expected '{' and a category") }
        var name = ""
        while let scalar, scalar != "}" {
            name.unicodeScalars.append(scalar)
            place += 1
        }
        guard take("}"), IRegexp.Category.names.contains(name) else { throw failure("unknown category '\(name)'") }
        return IRegexp.ScalarClass(categories: [IRegexp.Category(name: name, isNegated: isNegated)])
    }

    private var scalar: Unicode.Scalar? {
        place < scalars.count ? scalars[place] : nil
    }

    private mutating func take(_ expected: Unicode.Scalar) -> Bool {
        guard scalar == expected else { return false }
        place += 1
        return true
    }

    private func failure(_ message: String) -> IRegexpSyntaxError {
        IRegexpSyntaxError(message: message, column: place + 1)
    }
}
