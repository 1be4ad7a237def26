extension JSONPathParser {
    /// Reads a string in single or double quotes.
    mutating func string() throws(JSONPathSyntaxError) -> String {
        let start = place
        let quote = scalars[place]
        place += 1
        var string = String.UnicodeScalarView()
        while let next = scalar {
            switch next {
            case quote:
                place += 1
                return String(string)
            case "\\":
                string.append(try escape(quote: quote))
            case "\u{0}"..<"\u{20}":
                throw failure("control character in a string; write it as an escape")
            default:
                string.append(next)
                place += 1
            }
        }
        throw failure("the string has no closing quote", at: start)
    }

    private mutating func escape(quote: Unicode.Scalar) throws(JSONPathSyntaxError) -> Unicode.Scalar {
        let start = place
        place += 1
        let letter = scalar
        place += 1
        switch letter {
        case "b"?: return "\u{8}"
        case "f"?: return "\u{C}"
        case "n"?: return "\n"
        case "r"?: return "\r"
        case "t"?: return "\t"
        case "/"?: return "/"
        case "\\"?: return "\\"
        case quote?: return quote
        case "u"?: return try unicodeEscape(from: start)
        default: throw failure("unknown escape; write '\\\\' for a backslash", at: start)
        }
    }

    private mutating func unicodeEscape(from start: Int) throws(JSONPathSyntaxError) -> Unicode.Scalar {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take("\\u") else { throw loneSurrogate(at: start) }
        let second = try codeUnit()
        guard 0xDC00...0xDFFF ~= second,
            let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
        else { throw loneSurrogate(at: start) }
        return scalar
    }

    private func loneSurrogate(at start: Int) -> JSONPathSyntaxError {
        failure("lone surrogate; a character beyond U+FFFF needs a pair of '\\u' escapes", at: start)
    }

    private mutating func codeUnit() throws(JSONPathSyntaxError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let scalar, scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
                throw unexpected("four hexadecimal digits after '\\u'")
            }
            unit = unit << 4 | UInt16(digit)
            place += 1
        }
        return unit
    }
}
