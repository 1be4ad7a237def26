/// The form encoding of query strings (WHATWG URL standard, application/x-www-form-urlencoded).
package enum FormDecoding {
    /// The names and values of a query string, in order; nil when it is not well-formed.
    package static func pairs(in query: String) -> [(name: String, value: String)]? {
        var pairs: [(name: String, value: String)] = []
        for part in query.utf8.split(separator: UInt8(ascii: "&")) {
            let sides = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = text(sides[0]), let value = sides.count > 1 ? text(sides[1]) : "" else { return nil }
            pairs.append((name, value))
        }
        return pairs
    }

    /// The text that is encoded: `+` is a space, `%2B` a plus; nil for a broken escape or bytes that are not UTF-8.
    private static func text(_ encoded: Substring.UTF8View) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(encoded.count)
        var rest = encoded
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = digit(rest.popFirst()), let low = digit(rest.popFirst()) else { return nil }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The value of a hexadecimal digit.
    private static func digit(_ byte: UInt8?) -> UInt8? {
        byte.flatMap { Character(UnicodeScalar($0)).hexDigitValue }.map(UInt8.init)
    }
}
