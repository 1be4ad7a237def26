/// The textual form of a UUID (RFC 9562 §4).
enum UUIDGrammar {
    /// Whether this is 8-4-4-4-12 hexadecimal digits in either case, of any version.
    static func isUUID(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        guard bytes.count == 36, bytes[8] == hyphen, bytes[13] == hyphen, bytes[18] == hyphen, bytes[23] == hyphen
        else { return false }
        let text = UnsafeRawBufferPointer(bytes)
        return areHexDigits(text, at: 0) && areHexDigits(text, at: 9, but: 13) && areHexDigits(text, at: 15, but: 18)
            && areHexDigits(text, at: 19, but: 23) && areHexDigits(text, at: 24) && areHexDigits(text, at: 28)
    }

    /// Whether the eight bytes from a place on are hexadecimal digits, all of them at once.
    ///
    /// - Parameters:
    ///   - text: the bytes.
    ///   - start: the place of the first byte.
    ///   - exception: a place among them where the byte does not matter.
    /// - Returns: whether they are.
    @inline(__always)
    private static func areHexDigits(_ text: UnsafeRawBufferPointer, at start: Int, but exception: Int? = nil) -> Bool {
        var word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        if let exception {
            let shift = UInt64(exception - start) * 8
            word = word & ~(0xFF << shift) | UInt64(UInt8(ascii: "0")) << shift
        }
        let isDigit = atLeast(UInt8(ascii: "0"), word) & ~atLeast(UInt8(ascii: "9") + 1, word)
        let small = word | every(0x20)
        let isLetter = atLeast(UInt8(ascii: "a"), small) & ~atLeast(UInt8(ascii: "f") + 1, small)
        return (isDigit | isLetter) & ~word & every(0x80) == every(0x80)
    }

    /// Marks, in each byte's high bit, the ASCII bytes of a word that are not less than a limit.
    @inline(__always)
    private static func atLeast(_ limit: UInt8, _ word: UInt64) -> UInt64 {
        (word & every(0x7F)) &+ every(0x80 - limit)
    }

    /// A word of eight equal bytes.
    @inline(__always)
    private static func every(_ byte: UInt8) -> UInt64 {
        UInt64(byte) &* 0x0101_0101_0101_0101
    }
}
