extension JSONPathParser {
    /// Reads `[`, selectors with commas between, and `]`.
    mutating func bracketedSelectors() throws(JSONPathSyntaxError) -> [JSONPath.Selector] {
        place += 1
        var selectors: [JSONPath.Selector] = []
        repeat {
            skipBlanks()
            selectors.append(try selector())
            skipBlanks()
        } while take(",")
        guard take("]") else { throw unexpected("',' or ']'") }
        return selectors
    }

    private mutating func selector() throws(JSONPathSyntaxError) -> JSONPath.Selector {
        switch scalar {
        case "'"?, "\""?: return .name(try string())
        case "*"?:
            place += 1
            return .wildcard
        case "?"?:
            place += 1
            skipBlanks()
            return .filter(try condition())
        case let scalar? where scalar == "-" || scalar == ":" || "0"..."9" ~= scalar: return try indexOrSlice()
        default: throw unexpected("a quoted name, an index, a slice, '*' or '?'")
        }
    }

    private mutating func indexOrSlice() throws(JSONPathSyntaxError) -> JSONPath.Selector {
        let start = try optionalInteger()
        let behindStart = place
        skipBlanks()
        guard take(":") else {
            place = behindStart
            guard let start else { throw unexpected("an index or ':'") }
            return .index(start)
        }
        skipBlanks()
        let end = try optionalInteger()
        let behindEnd = place
        skipBlanks()
        guard take(":") else {
            place = behindEnd
            return .slice(JSONPath.Slice(start: start, end: end, step: 1))
        }
        let behindColon = place
        skipBlanks()
        let step = try optionalInteger()
        if step == nil { place = behindColon }
        return .slice(JSONPath.Slice(start: start, end: end, step: step ?? 1))
    }

    /// Reads an integer when one begins here: no leading zero, no `-0`, within ±(2^53 - 1) (RFC 9535 section 2.1).
    private mutating func optionalInteger() throws(JSONPathSyntaxError) -> Int? {
        guard let scalar, scalar == "-" || "0"..."9" ~= scalar else { return nil }
        let start = place
        let text = try digits(allowingNegativeZero: false)
        guard let value = Int(text), abs(value) < 1 << 53 else {
            throw failure("\(text) is beyond the integers of ±(2^53 - 1)", at: start)
        }
        return value
    }

    /// Reads an optional minus and digits without a leading zero.
    mutating func digits(allowingNegativeZero: Bool) throws(JSONPathSyntaxError) -> String {
        let start = place
        let isNegative = take("-")
        let digits = try anyDigits()
        guard digits == "0" || digits.utf8.first != UInt8(ascii: "0") else {
            throw failure("a number has no leading zero", at: start)
        }
        guard allowingNegativeZero || !isNegative || digits != "0" else {
            throw failure("'-0' is no index; write 0", at: start)
        }
        return isNegative ? "-" + digits : digits
    }

    /// Reads one digit or more.
    mutating func anyDigits() throws(JSONPathSyntaxError) -> String {
        guard let first = scalar, "0"..."9" ~= first else { throw unexpected("a digit") }
        var digits = ""
        while let scalar, "0"..."9" ~= scalar {
            digits.unicodeScalars.append(scalar)
            place += 1
        }
        return digits
    }
}
