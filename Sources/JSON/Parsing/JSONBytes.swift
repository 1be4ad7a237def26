/// Work on eight bytes at a time.
enum JSONBytes {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The eight bytes at that place, the first one lowest.
    @inline(__always)
    static func word(_ bytes: UnsafeRawBufferPointer, at place: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    /// Marks, in each byte's high bit, the quotes, backslashes, control characters and bytes beyond ASCII of a word.
    ///
    /// Only the lowest mark is exact: those above it may be false.
    @inline(__always)
    static func marksBesidePlainASCII(in word: UInt64) -> UInt64 {
        (marksOfBounds(in: word) | word) & highs
    }

    /// Marks, in each byte's high bit, the quotes, backslashes and control characters of a word.
    ///
    /// Only the lowest mark is exact: those above it may be false.
    @inline(__always)
    static func marksOfStringBounds(in word: UInt64) -> UInt64 {
        marksOfBounds(in: word) & ~word & highs
    }

    @inline(__always)
    private static func marksOfBounds(in word: UInt64) -> UInt64 {
        let quote = (word ^ (ones &* 0x22)) &- ones
        let backslash = (word ^ (ones &* 0x5c)) &- ones
        let control = word &- (ones &* 0x20)
        return quote | backslash | control
    }

    /// Whether a byte is a quote, a backslash or a control character.
    @inline(__always)
    static func boundsString(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// Where a run without quote, backslash and control characters ends.
    @inline(__always)
    static func endOfUnescaped(in text: UnsafeRawBufferPointer, from start: Int) -> Int {
        var place = start
        while place + 8 <= text.count {
            let marks = marksOfStringBounds(in: word(text, at: place))
            if marks != 0 { return place + marks.trailingZeroBitCount / 8 }
            place += 8
        }
        while place < text.count, !boundsString(text[place]) {
            place += 1
        }
        return place
    }

    /// Whether as many bytes at a place of one text are those at a place of another.
    @inline(__always)
    static func equal(
        _ left: UnsafeRawBufferPointer,
        _ leftPlace: Int,
        _ right: UnsafeRawBufferPointer,
        _ rightPlace: Int,
        count: Int
    ) -> Bool {
        guard count >= 8 else {
            for index in 0..<count where left[leftPlace + index] != right[rightPlace + index] { return false }
            return true
        }
        var index = 0
        while index + 8 < count {
            if word(left, at: leftPlace + index) != word(right, at: rightPlace + index) { return false }
            index += 8
        }
        return word(left, at: leftPlace + count - 8) == word(right, at: rightPlace + count - 8)
    }

    /// What nobody outside the process can foresee: hashes depend on it.
    private static let seed = UInt64(truncatingIfNeeded: Hasher().finalize())

    /// A hash that can't be foreseen.
    @inline(__always)
    static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let seed = seed
        var state = seed ^ 0x9e37_79b9_7f4a_7c15
        var index = 0
        while index + 8 <= bytes.count {
            state = fold(state ^ word(bytes, at: index), seed | 1)
            index += 8
        }
        var rest: UInt64 = 0
        while index < bytes.count {
            rest = rest << 8 | UInt64(bytes[index])
            index += 1
        }
        return fold(state ^ rest, 0xe703_7ed1_a0b4_28db ^ UInt64(bytes.count))
    }

    /// A hash that can't be foreseen.
    @inline(__always)
    static func hash(_ word: UInt64) -> UInt64 {
        fold(seed ^ word ^ 0x9e37_79b9_7f4a_7c15, seed | 1)
    }

    @inline(__always)
    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
