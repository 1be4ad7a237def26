extension UInt8 {
    /// Whether this is an ASCII digit.
    @inline(__always)
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

    /// Whether this is an ASCII letter.
    @inline(__always)
    var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

    /// Whether this is an ASCII hexadecimal digit.
    @inline(__always)
    var isHexDigit: Bool { isDigit || (self | 0x20) &- UInt8(ascii: "a") < 6 }
}

/// A set of ASCII characters.
struct ASCIISet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// The letters, the digits and more characters.
    ///
    /// - Parameter more: ASCII characters; others are not taken in.
    init(lettersDigitsAnd more: String) {
        for byte in UInt8.min..<128 where byte.isLetter || byte.isDigit || more.utf8.contains(byte) {
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
        }
    }

    /// Whether a byte is one of the characters.
    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        let word = byte < 64 ? low : byte < 128 ? high : 0
        return word >> UInt64(byte & 63) & 1 != 0
    }
}
