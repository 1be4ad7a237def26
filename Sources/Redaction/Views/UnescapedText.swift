/// A text without its escapes, however often it was escaped and in whichever ways, one inside of another.
///
/// · `\u005f`, `\x5f`, `\n`, `\/`, `\"`, also behind several backslashes (RFC 8259 §7, ECMA-262 §12.9.4)
/// · `%5F`, also as `%255F` and so on (RFC 3986 §2.1)
/// · `&#95;`, `&#x5f;`, and the names of the characters that keys are made of (WHATWG HTML §13.5)
/// · `~1` and `~0` of JSON Pointers (RFC 6901 §3)
///
/// It is made in one pass: each byte is put at the end, and as long as the end is an escape, that becomes its character.
/// Every such step leaves fewer bytes, so that all of it takes time in proportion to the text, whatever stands in it.
struct UnescapedText {
    /// The most bytes that an escape has.
    private static let longest = 12

    /// The bytes that are left.
    let bytes: [UInt8]
    /// Where each of them begins in the source, and where the source ends.
    let starts: [UInt32]
    /// How many bytes were looked at.
    let visits: Int

    /// A text without its escapes; nil when it has none.
    ///
    /// - Parameter source: the text, shorter than 4 GiB.
    init?(_ source: UnsafeBufferPointer<UInt8>) {
        guard source.contains(where: \.isEscapeLead) else { return nil }
        var visits = 0
        var starts: [UInt32] = []
        var hasEscapes = false
        bytes = [UInt8](unsafeUninitializedCapacity: source.count) { bytes, count in
            starts = [UInt32](unsafeUninitializedCapacity: source.count + 1) { starts, startCount in
                Self.roles.withUnsafeBufferPointer { roles in
                    var tail = Tail(bytes: bytes, starts: starts, roles: roles)
                    tail.read(source)
                    starts[tail.count] = UInt32(truncatingIfNeeded: source.count)
                    (count, startCount) = (tail.count, tail.count + 1)
                    (hasEscapes, visits) = (tail.hasEscapes, tail.visits)
                }
            }
        }
        guard hasEscapes else { return nil }
        self.starts = starts
        self.visits = visits
    }

    private static let digit: UInt8 = 1
    private static let semicolon: UInt8 = 2
    private static let afterBackslash: UInt8 = 4

    /// With which sorts of escapes each byte can be the last one.
    private static let roles: [UInt8] = (0...255).map { (byte: UInt8) in
        let isDigit = byte.hexadecimalDigit != nil
        let endsEscape = "\\/\"'nrt".utf8.contains(byte)
        return (isDigit ? digit : 0) | (byte == UInt8(ascii: ";") ? semicolon : 0) | (endsEscape ? afterBackslash : 0)
    }

    /// What is left so far, of which the end may be an escape.
    private struct Tail {
        let bytes: UnsafeMutableBufferPointer<UInt8>
        let starts: UnsafeMutableBufferPointer<UInt32>
        /// With which sorts of escapes each byte can be the last one.
        let roles: UnsafeBufferPointer<UInt8>
        var count = 0
        var hasEscapes = false
        var visits = 0
        /// Up to which count the end may be an escape.
        var attentionEnd = 0

        init(
            bytes: UnsafeMutableBufferPointer<UInt8>,
            starts: UnsafeMutableBufferPointer<UInt32>,
            roles: UnsafeBufferPointer<UInt8>
        ) {
            self.bytes = bytes
            self.starts = starts
            self.roles = roles
        }

        mutating func read(_ source: UnsafeBufferPointer<UInt8>) {
            var index = 0
            while index < source.count {
                let byte = source[index]
                bytes[count] = byte
                starts[count] = UInt32(truncatingIfNeeded: index)
                count &+= 1
                index &+= 1
                if byte.isEscapeLead {
                    attentionEnd = max(attentionEnd, count &+ UnescapedText.longest)
                    while resolve() {}
                } else if count <= attentionEnd {
                    while resolve() {}
                }
            }
            visits += source.count
        }

        /// The byte so many places before the end; 0 when there is none.
        @inline(__always)
        private func byte(_ distance: Int) -> UInt8 {
            distance <= count ? bytes[count - distance] : 0
        }

        /// Makes a character of the escape at the end; false when there is none.
        private mutating func resolve() -> Bool {
            visits &+= 1
            let last = bytes[count &- 1]
            let role = roles[Int(last)]
            if role == 0 { return false }
            if role & UnescapedText.afterBackslash != 0, byte(2) == UInt8(ascii: "\\"),
                let character = Self.simpleEscape(last)
            {
                return replace(2, by: character)
            }
            if role & UnescapedText.semicolon != 0 { return resolveEntity() }
            guard role & UnescapedText.digit != 0 else { return false }
            if byte(2) == UInt8(ascii: "~"), last == UInt8(ascii: "0") || last == UInt8(ascii: "1") {
                return replace(2, by: last == UInt8(ascii: "0") ? UInt8(ascii: "~") : UInt8(ascii: "/"))
            }
            if byte(3) == UInt8(ascii: "%"), let value = number(of: 2) { return replace(3, by: UInt8(value)) }
            if byte(4) == UInt8(ascii: "\\"), byte(3) == UInt8(ascii: "x"), let value = number(of: 2) {
                return replace(4, by: UInt8(value))
            }
            guard byte(6) == UInt8(ascii: "\\"), byte(5) == UInt8(ascii: "u"), let value = number(of: 4) else {
                return false
            }
            return resolveUnit(value)
        }

        /// What a character behind a backslash stands for.
        private static func simpleEscape(_ byte: UInt8) -> UInt8? {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"): byte
            case UInt8(ascii: "n"): 0x0A
            case UInt8(ascii: "r"): 0x0D
            case UInt8(ascii: "t"): 0x09
            default: nil
            }
        }

        /// Makes a character of `\uXXXX`, or of two of them that are the halves of a surrogate pair.
        private mutating func resolveUnit(_ unit: Int) -> Bool {
            if unit & 0xFC00 == 0xDC00 {
                guard byte(12) == UInt8(ascii: "\\"), byte(11) == UInt8(ascii: "u"),
                    let high = number(of: 4, before: 6), high & 0xFC00 == 0xD800
                else { return false }
                return replace(12, byScalar: 0x10000 + (high & 0x3FF) << 10 | unit & 0x3FF)
            }
            return unit & 0xFC00 == 0xD800 ? false : replace(6, byScalar: unit)
        }

        /// Makes a character of `&…;`.
        private mutating func resolveEntity() -> Bool {
            var length = 2
            while length <= UnescapedText.longest, length <= count, byte(length) != UInt8(ascii: "&") { length += 1 }
            visits += length
            guard length >= 4, length <= UnescapedText.longest, length <= count else { return false }
            let name = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(bytes)[count - length + 1..<count - 1])
            guard let value = Self.character(named: name), (1...0x10FFFF).contains(value) else { return false }
            return replace(length, byScalar: value)
        }

        /// The character that a name or a number in an entity stands for.
        private static func character(named name: UnsafeBufferPointer<UInt8>) -> Int? {
            guard name[0] == UInt8(ascii: "#") else {
                return names.first { $0.name.count == name.count && name.elementsEqual($0.name, by: isSame) }
                    .map { Int($0.character) }
            }
            let isHexadecimal = name[1] | 0x20 == UInt8(ascii: "x")
            let digits = name.dropFirst(isHexadecimal ? 2 : 1)
            guard !digits.isEmpty else { return nil }
            var value = 0
            for byte in digits {
                guard let digit = byte.hexadecimalDigit, isHexadecimal || digit < 10 else { return nil }
                value = value * (isHexadecimal ? 16 : 10) + digit
            }
            return value
        }

        private static func isSame(_ left: UInt8, _ right: UInt8) -> Bool { left.lowercasedASCII == right }

        /// The number that hexadecimal digits make; nil when one is missing.
        private func number(of digits: Int, before distance: Int = 0) -> Int? {
            var number = 0
            var place = distance + digits
            while place > distance {
                guard let digit = byte(place).hexadecimalDigit else { return nil }
                number = number << 4 | digit
                place -= 1
            }
            return number
        }

        private mutating func replace(_ length: Int, by byte: UInt8) -> Bool {
            count -= length - 1
            bytes[count - 1] = byte
            attentionEnd = max(attentionEnd, count + UnescapedText.longest)
            hasEscapes = true
            return true
        }

        /// Replaces the end by a character in UTF-8; surrogates and what is no character are left.
        private mutating func replace(_ length: Int, byScalar value: Int) -> Bool {
            if value < 0x80 { return replace(length, by: UInt8(value)) }
            guard let scalar = Unicode.Scalar(UInt32(value)) else { return false }
            let start = starts[count - length]
            count -= length
            for byte in UTF8.encode(scalar) ?? UTF8.CodeUnit.none {
                bytes[count] = byte
                starts[count] = start
                count += 1
            }
            attentionEnd = max(attentionEnd, count + UnescapedText.longest)
            hasEscapes = true
            return false
        }

        private static let names: [(name: [UInt8], character: UInt8)] = [
            ("amp", "&"), ("apos", "'"), ("ast", "*"), ("colon", ":"), ("commat", "@"), ("dollar", "$"),
            ("equals", "="),
            ("excl", "!"), ("gt", ">"), ("hyphen", "-"), ("lowbar", "_"), ("lt", "<"), ("nbsp", " "), ("newline", "\n"),
            ("num", "#"), ("percnt", "%"), ("period", "."), ("plus", "+"), ("quot", "\""), ("semi", ";"), ("sol", "/"),
            ("tab", "\t"),
        ].map { (name: String, character: Unicode.Scalar) in (Array(name.utf8), UInt8(ascii: character)) }
    }
}

extension UTF8.CodeUnit {
    /// No code units.
    fileprivate static let none = UTF8.EncodedScalar()
}

extension UInt8 {
    /// Whether an escape can begin with the byte.
    @inline(__always)
    fileprivate var isEscapeLead: Bool {
        self == UInt8(ascii: "\\") || self == UInt8(ascii: "%") || self == UInt8(ascii: "&")
            || self == UInt8(ascii: "~")
    }

    /// The value as a hexadecimal digit; nil when it is none.
    @inline(__always)
    fileprivate var hexadecimalDigit: Int? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(self) - 0x30
        case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(self) - 0x57
        case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(self) - 0x37
        default: nil
        }
    }

    /// The byte, with a capital ASCII letter as a small one.
    @inline(__always)
    fileprivate var lowercasedASCII: UInt8 {
        self >= 0x41 && self <= 0x5A ? self | 0x20 : self
    }
}
