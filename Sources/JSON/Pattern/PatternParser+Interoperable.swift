extension PatternParser {
    /// Reads a class of RFC 9485.
    mutating func characterClass() throws(PatternSyntaxError) -> ScalarClass {
        _ = takeAny()
        var set = ScalarClass(isNegated: take("^"))
        if take("-") { set.ranges.append("-"..."-") }
        var isEmpty = set.ranges.isEmpty
        while let scalar, scalar != "]" {
            if take("-") {
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

    private mutating func classPart(into set: inout ScalarClass) throws(PatternSyntaxError) {
        let part = try classScalar()
        set.categories += part.categories
        guard let first = part.ranges.first?.lowerBound else { return }
        guard scalar == "-", let following, following != "]" else {
            set.ranges += part.ranges
            return
        }
        _ = takeAny()
        guard let last = try classScalar().ranges.first?.lowerBound, first <= last else {
            throw failure("the range runs backwards or ends in a category")
        }
        set.ranges.append(first...last)
    }

    private mutating func classScalar() throws(PatternSyntaxError) -> ScalarClass {
        guard let scalar, scalar != "[", scalar != "-" else { throw failure("expected a character or an escape") }
        if scalar == "\\" { return try escape() }
        _ = takeAny()
        return .single(scalar)
    }

    /// Reads a backslash and what it begins in RFC 9485.
    mutating func escape() throws(PatternSyntaxError) -> ScalarClass {
        _ = takeAny()
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

    private mutating func single(_ scalar: Unicode.Scalar) -> ScalarClass {
        _ = takeAny()
        return .single(scalar)
    }

    private mutating func category(isNegated: Bool) throws(PatternSyntaxError) -> ScalarClass {
        _ = takeAny()
        let name = try propertyName()
        guard GeneralCategory.names.contains(name) else { throw failure("unknown category '\(name)'") }
        return ScalarClass(categories: [GeneralCategory(name: name, isNegated: isNegated)])
    }

    /// Reads a name between braces, as it follows `\p`.
    mutating func propertyName() throws(PatternSyntaxError) -> String {
        guard take("{") else { throw failure("expected '{' and a category") }
        var name = ""
        while let scalar, scalar != "}" {
            name.unicodeScalars.append(scalar)
            _ = takeAny()
        }
        guard take("}") else { throw failure("expected '}' behind the category") }
        return name
    }
}
