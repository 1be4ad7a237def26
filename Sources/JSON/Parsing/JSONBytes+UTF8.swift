extension JSONBytes {
    /// The first byte that does not keep the syntax of UTF-8 (RFC 3629 section 4); nil when all do.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - start: the place of the first byte looked at.
    ///   - end: the place behind the last.
    /// - Returns: the place of the byte that begins the broken sequence.
    static func firstNotUTF8(in text: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int? {
        var place = start
        while place < end {
            if text[place] < 0x80 {
                place += 1
                continue
            }
            let length = lengthOfSequence(in: text, at: place, to: end)
            if length == 0 { return place }
            place += length
        }
        return nil
    }

    /// How many bytes the sequence of a character beyond ASCII has, 0 when it is broken.
    private static func lengthOfSequence(in text: UnsafeRawBufferPointer, at place: Int, to end: Int) -> Int {
        let second = place + 1 < end ? text[place + 1] : 0
        let length: Int
        let isSecondRight: Bool
        switch text[place] {
        case 0xC2...0xDF: (length, isSecondRight) = (2, isContinuation(second))
        case 0xE0: (length, isSecondRight) = (3, 0xA0...0xBF ~= second)
        case 0xED: (length, isSecondRight) = (3, 0x80...0x9F ~= second)
        case 0xE1...0xEF: (length, isSecondRight) = (3, isContinuation(second))
        case 0xF0: (length, isSecondRight) = (4, 0x90...0xBF ~= second)
        case 0xF1...0xF3: (length, isSecondRight) = (4, isContinuation(second))
        case 0xF4: (length, isSecondRight) = (4, 0x80...0x8F ~= second)
        default: return 0
        }
        guard isSecondRight, place + length <= end else { return 0 }
        for index in place + 2..<place + length where !isContinuation(text[index]) {
            return 0
        }
        return length
    }

    @inline(__always)
    private static func isContinuation(_ byte: UInt8) -> Bool {
        byte & 0xC0 == 0x80
    }
}
