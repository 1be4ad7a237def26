/// The id of a resource: a UUID, the same whichever case it is written in (RFC 9562 section 4).
public struct ResourceID: Sendable, Hashable {
    /// The first eight bytes.
    private let high: UInt64
    /// The last eight bytes.
    private let low: UInt64

    /// An id of version 4 that carries these bits, apart from the six that tell version and variant.
    ///
    /// - Parameters:
    ///   - high: the first eight bytes.
    ///   - low: the last eight bytes.
    package init(random high: UInt64, _ low: UInt64) {
        self.high = high & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        self.low = low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    }

    /// The id that a text names; nil when the text is no UUID of 8-4-4-4-12 hexadecimal digits.
    ///
    /// - Parameter text: such as `5b1d1f6c-3f4b-4a4e-9d57-0d6a3c1f2b77`.
    public init?(_ text: String) {
        let bytes = text.utf8
        guard bytes.count == 36 else { return nil }
        var first: UInt64 = 0
        var last: UInt64 = 0
        var digits = 0
        for (place, byte) in bytes.enumerated() {
            if Self.isHyphen(place) {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let value = Self.value(ofDigit: byte) else { return nil }
            if digits < 16 { first = first << 4 | value } else { last = last << 4 | value }
            digits += 1
        }
        high = first
        low = last
    }

    /// The value of a hexadecimal digit in either case; nil for any other byte.
    private static func value(ofDigit byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    /// Whether the written form has a hyphen at that place.
    private static func isHyphen(_ place: Int) -> Bool {
        place == 8 || place == 13 || place == 18 || place == 23
    }
}

extension ResourceID: CustomStringConvertible {
    /// The id as written in answers: 36 characters in lower case.
    public var description: String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var digit = 0
            for place in 0..<36 {
                if Self.isHyphen(place) {
                    buffer[place] = UInt8(ascii: "-")
                    continue
                }
                let word = digit < 16 ? high : low
                let value = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * (digit & 15))) & 15
                buffer[place] = value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
                digit += 1
            }
            return 36
        }
    }
}
