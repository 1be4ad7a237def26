/// An ASCII character that is written as an escape of JSON, JavaScript, a URL or HTML.
///
/// · `\u005f`, `\x5f` and `\/`, also behind several backslashes (RFC 8259 §7)
/// · `%5F`, also when the `%` is itself written as `%25` (RFC 3986 §2.1)
/// · `&#95;`, `&#x5f;`, and the names of the characters that keys are made of (WHATWG HTML §13.5)
struct EscapedByte: Equatable {
    /// The character.
    let byte: UInt8
    /// How many bytes its escape takes.
    let length: Int

    /// The bytes that an escape can begin with.
    static let leads = Array("%\\&".utf8)

    private init?(_ value: Int?, from start: Int, to end: Int) {
        guard let value, let byte = UInt8(exactly: value) else { return nil }
        self.byte = byte
        length = end - start
    }

    /// The escape that begins at a place; nil when none does.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - index: the place.
    init?(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        // Most bytes are none of the three.
        guard bytes[index] == 0x25 || bytes[index] == 0x26 || bytes[index] == 0x5C else { return nil }
        let escape: EscapedByte? =
            switch bytes[index] {
            case UInt8(ascii: "%"): Self.percent(in: bytes, at: index)
            case UInt8(ascii: "\\"): Self.backslash(in: bytes, at: index)
            case UInt8(ascii: "&"): Self.entity(in: bytes, at: index)
            default: nil
            }
        guard let escape else { return nil }
        self = escape
    }

    private static func percent(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> EscapedByte? {
        var start = index + 1
        // Encoded again, a `%` is `%25`; the last pair of digits is the character's own.
        while start - index < 9, number(in: bytes, from: start, count: 2) == 0x25,
            number(in: bytes, from: start + 2, count: 2) != nil
        {
            start += 2
        }
        return EscapedByte(number(in: bytes, from: start, count: 2), from: index, to: start + 2)
    }

    private static func backslash(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> EscapedByte? {
        let rest = bytes[index...]
        let start = index + rest.prefix(8).prefix { $0 == UInt8(ascii: "\\") }.count
        guard start < bytes.count else { return nil }
        switch bytes[start] {
        case UInt8(ascii: "u"):
            return EscapedByte(number(in: bytes, from: start + 1, count: 4), from: index, to: start + 5)
        case UInt8(ascii: "x"):
            return EscapedByte(number(in: bytes, from: start + 1, count: 2), from: index, to: start + 3)
        case UInt8(ascii: "/"), UInt8(ascii: "\""):
            return EscapedByte(Int(bytes[start]), from: index, to: start + 1)
        default:
            return start - index > 1 ? EscapedByte(0x5C, from: index, to: start) : nil
        }
    }

    private static func entity(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> EscapedByte? {
        let content = bytes[(index + 1)...].prefix(12).prefix { $0 != UInt8(ascii: ";") }
        guard content.endIndex < bytes.count else { return nil }
        let text = String(decoding: content, as: UTF8.self).lowercased()
        let isTerminated = bytes[content.endIndex] == UInt8(ascii: ";")
        guard isTerminated else { return nil }
        let value: Int? =
            if text.hasPrefix("#x") {
                Int(text.dropFirst(2), radix: 16)
            } else if text.hasPrefix("#") {
                Int(text.dropFirst())
            } else {
                names[text].map(Int.init)
            }
        return EscapedByte(value, from: index, to: content.endIndex + 1)
    }

    /// The number that some hexadecimal digits make; nil when one is missing.
    private static func number(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, count: Int) -> Int? {
        guard start + count <= bytes.count else { return nil }
        var number = 0
        for byte in bytes[start..<start + count] {
            guard let digit = Character(UnicodeScalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
            number = number << 4 | digit
        }
        return number
    }

    private static let names: [String: UInt8] = [
        "amp": UInt8(ascii: "&"), "apos": UInt8(ascii: "'"), "ast": UInt8(ascii: "*"), "colon": UInt8(ascii: ":"),
        "commat": UInt8(ascii: "@"), "dollar": UInt8(ascii: "$"), "equals": UInt8(ascii: "="),
        "excl": UInt8(ascii: "!"), "gt": UInt8(ascii: ">"), "hyphen": UInt8(ascii: "-"), "lowbar": UInt8(ascii: "_"),
        "lt": UInt8(ascii: "<"), "num": UInt8(ascii: "#"), "percnt": UInt8(ascii: "%"), "period": UInt8(ascii: "."),
        "plus": UInt8(ascii: "+"), "quot": UInt8(ascii: "\""), "sol": UInt8(ascii: "/"),
    ]
}
