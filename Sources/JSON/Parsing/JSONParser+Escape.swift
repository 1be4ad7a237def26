extension JSONParser {
    /// Appends what an escape stands for (RFC 8259 section 7).
    ///
    /// - Parameter place: where the backslash is.
    /// - Returns: the place behind the escape.
    /// - Throws: what is wrong with the escape.
    mutating func unescape(at place: Int) throws(JSONSyntaxError) -> Int {
        let letter = place + 1 < text.count ? text[place + 1] : 0
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(letter)
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"): return try unescapeUnicode(at: place)
        default: throw failure("unknown escape; write '\\\\' for a backslash", at: place)
        }
        return place + 2
    }

    private mutating func unescapeUnicode(at place: Int) throws(JSONSyntaxError) -> Int {
        let unit = try hexadecimal(at: place)
        if let scalar = Unicode.Scalar(unit) {
            UTF8.encode(scalar) { unescaped.append($0) }
            return place + 6
        }
        guard unit < 0xDC00, place + 7 < text.count, text[place + 6] == UInt8(ascii: "\\"),
            text[place + 7] == UInt8(ascii: "u")
        else { throw loneSurrogate(at: place) }
        let second = try hexadecimal(at: place + 6)
        guard 0xDC00...0xDFFF ~= second else { throw loneSurrogate(at: place) }
        let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        guard let scalar = Unicode.Scalar(value) else { throw loneSurrogate(at: place) }
        UTF8.encode(scalar) { unescaped.append($0) }
        return place + 12
    }

    private func loneSurrogate(at place: Int) -> JSONSyntaxError {
        failure("lone surrogate; a character beyond U+FFFF needs a pair of '\\u' escapes", at: place)
    }

    /// The UTF-16 code unit of the escape at that place.
    private func hexadecimal(at place: Int) throws(JSONSyntaxError) -> UInt16 {
        var unit: UInt16 = 0
        for index in place + 2..<place + 6 {
            guard index < text.count, let digit = JSONParser.hexadecimalDigit(text[index]) else {
                throw failure("expected four hexadecimal digits after '\\u'", at: place)
            }
            unit = unit << 4 | digit
        }
        return unit
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
