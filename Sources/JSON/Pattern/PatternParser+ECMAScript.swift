extension PatternParser {
    /// Reads what the text must begin with, or must not, before the pattern itself: `(?=…)` and `(?!…)` right behind a `^`
    /// that begins the pattern.
    ///
    /// - Returns: each of them, and whether it must be there; the reader stands behind them.
    mutating func conditions() throws(PatternSyntaxError) -> [(expression: PatternExpression, isWanted: Bool)] {
        var conditions: [(expression: PatternExpression, isWanted: Bool)] = []
        guard isNext("^(?=") || isNext("^(?!") else { return [] }
        _ = takeAny()
        while true {
            let isWanted = take(all: "(?=")
            guard isWanted || take(all: "(?!") else { return conditions }
            conditions.append((.sequence([.assertion(.begin), try alternatives()]), isWanted))
            guard take(")") else { throw failure("expected ')'") }
        }
    }

    /// Passes what may stand behind the parenthesis of a group; refuses what looks around.
    mutating func skipGroupName() throws(PatternSyntaxError) {
        guard scalar == "?" else { return }
        if take(all: "?:") { return }
        guard take(all: "?<"), scalar != "=", scalar != "!" else {
            throw failure("a group may not set flags, nor look behind, nor ahead but right behind the first '^'")
        }
        while let scalar = takeAny() {
            if scalar == ">" { return }
        }
        throw failure("expected '>' behind the name of the group")
    }

    /// Reads a class.
    mutating func ecmaScriptClass() throws(PatternSyntaxError) -> ScalarClass {
        _ = takeAny()
        var set = ScalarClass(isNegated: take("^"))
        while let scalar, scalar != "]" {
            let first = try classMember()
            guard self.scalar == "-", let following, following != "]" else {
                set.parts.append(first)
                continue
            }
            _ = takeAny()
            let last = try classMember()
            guard let lower = first.only, let upper = last.only, lower <= upper else {
                throw failure("the range runs backwards or has a class at an end")
            }
            set.ranges.append(lower...upper)
        }
        guard take("]") else { throw failure("expected ']'") }
        return set
    }

    private mutating func classMember() throws(PatternSyntaxError) -> ScalarClass {
        guard let scalar = takeAny() else { throw failure("expected ']'") }
        guard scalar == "\\" else { return .single(scalar) }
        if take("b") { return .single("\u{8}") }
        return try escapedClass()
    }

    /// Reads a backslash and what it begins outside of a class.
    mutating func ecmaScriptEscape() throws(PatternSyntaxError) -> PatternExpression {
        _ = takeAny()
        if take("b") { return .assertion(.wordBoundary) }
        if take("B") { return .assertion(.noWordBoundary) }
        if let scalar, "1"..."9" ~= scalar || scalar == "k" {
            throw failure("a reference to a group can't be matched in bounded time (write out what is repeated)")
        }
        return .scalar(try escapedClass())
    }

    /// Reads what follows a backslash and stands for one scalar of a class.
    private mutating func escapedClass() throws(PatternSyntaxError) -> ScalarClass {
        guard let letter = takeAny() else { throw failure("expected an escape after the backslash") }
        switch letter {
        case "d": return .digit
        case "D": return .digit.negated
        case "w": return .word
        case "W": return .word.negated
        case "s": return .space
        case "S": return .space.negated
        case "p": return try property()
        case "P": return try property().negated
        case "n": return .single("\n")
        case "r": return .single("\r")
        case "t": return .single("\t")
        case "f": return .single("\u{C}")
        case "v": return .single("\u{B}")
        case "0": return .single("\0")
        case "c": return .single(try control())
        case "x": return .single(try hexadecimal(digits: 2))
        case "u": return .single(try unicode())
        case _ where letter.properties.isAlphabetic || "0"..."9" ~= letter:
            throw failure("'\\\(letter)' is no escape of ECMA-262")
        default: return .single(letter)
        }
    }

    private mutating func control() throws(PatternSyntaxError) -> Unicode.Scalar {
        guard let letter = takeAny(), "a"..."z" ~= letter || "A"..."Z" ~= letter else {
            throw failure("expected a letter behind '\\c'")
        }
        return Unicode.Scalar(UInt8(letter.value % 32))
    }

    /// Reads four hexadecimal digits, two such escapes for a surrogate pair, or digits in braces.
    private mutating func unicode() throws(PatternSyntaxError) -> Unicode.Scalar {
        if take("{") {
            var value: UInt32 = 0
            while let digit = scalar?.hexadecimalValue, value < 0x110000 {
                value = value * 16 + digit
                _ = takeAny()
            }
            guard take("}"), let scalar = Unicode.Scalar(value) else { throw failure("no such character") }
            return scalar
        }
        let value = try number(digits: 4)
        if let scalar = Unicode.Scalar(value) { return scalar }
        guard (0xD800..<0xDC00).contains(value), take(all: "\\u") else { throw failure("a surrogate without its pair") }
        let low = try number(digits: 4)
        let isPair = (0xDC00..<0xE000).contains(low)
        guard isPair, let scalar = Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)) else {
            throw failure("a surrogate without its pair")
        }
        return scalar
    }

    private mutating func hexadecimal(digits: Int) throws(PatternSyntaxError) -> Unicode.Scalar {
        guard let scalar = Unicode.Scalar(try number(digits: digits)) else { throw failure("no such character") }
        return scalar
    }

    private mutating func number(digits: Int) throws(PatternSyntaxError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = scalar?.hexadecimalValue else { throw failure("expected \(digits) hexadecimal digits") }
            value = value * 16 + digit
            _ = takeAny()
        }
        return value
    }

    private mutating func property() throws(PatternSyntaxError) -> ScalarClass {
        let name = try propertyName()
        if let set = ScalarClass(property: name) { return set }
        throw failure("unknown property '\(name)' (general categories are known, such as L, Lu or Letter)")
    }
}

extension Unicode.Scalar {
    /// The value of a hexadecimal digit; nil for anything else.
    fileprivate var hexadecimalValue: UInt32? {
        isASCII ? Character(self).hexDigitValue.map { UInt32($0) } : nil
    }
}
