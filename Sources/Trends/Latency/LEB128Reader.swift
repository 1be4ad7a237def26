/// Reads unsigned LEB128 numbers (DWARF 5, section 7.6) one after the other.
struct LEB128Reader {
    private let bytes: [UInt8]
    /// How many bytes were read.
    private(set) var offset = 0

    /// A reader at the beginning of the bytes.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether everything was read.
    var isAtEnd: Bool { offset == bytes.count }

    /// The next byte; nil at the end.
    mutating func byte() -> UInt8? {
        guard !isAtEnd else { return nil }
        defer { offset += 1 }
        return bytes[offset]
    }

    /// The next number.
    ///
    /// - Throws: `LatencyDecodingError` when the bytes end before it does, or it is not in the fewest bytes, or too great.
    mutating func number() throws(LatencyDecodingError) -> UInt64 {
        let start = offset
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard let byte = byte() else { throw LatencyDecodingError(offset: offset, problem: .truncated) }
            let bits = UInt64(byte & 0x7F)
            guard shift < 63 || bits <= 1 else { break }
            number |= bits << shift
            guard byte & 0x80 == 0 else { continue }
            guard byte != 0 || shift == 0 else { break }
            return number
        }
        throw LatencyDecodingError(offset: start, problem: .malformedNumber)
    }
}

extension [UInt8] {
    /// Appends a number as unsigned LEB128 in the fewest bytes.
    mutating func append(leb128 number: UInt64) {
        var rest = number
        while rest > 0x7F {
            append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }
}
