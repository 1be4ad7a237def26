/// The bytes of a text that may stand in a URL as they are, and the others as `%XX`; and the text again from them.
///
/// Source: RFC 3986 §2.
enum PercentEncoding {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// The text with every byte but the unreserved ones (letters, digits, `-._~`) as `%XX`.
    ///
    /// - Parameters:
    ///   - text: the text's UTF-8.
    ///   - kept: further bytes to leave as they are.
    /// - Returns: the encoded form.
    static func encoded(_ text: some Sequence<UInt8>, keeping kept: String = "") -> [UInt8] {
        text.flatMap { byte -> [UInt8] in
            if byte.isASCIILetterOrDigit || "-._~".utf8.contains(byte) || kept.utf8.contains(byte) { return [byte] }
            return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }

    /// A path as it may stand in a request: what may stand there, `%` included, is left as it is.
    ///
    /// - Parameter path: the path.
    /// - Returns: its encoded form.
    static func path(_ path: String) -> String {
        String(decoding: encoded(path.utf8, keeping: "/%:@!$&'()*+,;="), as: UTF8.self)
    }

    /// A name or value of a query in the form that HTML forms use, with `+` for a space.
    ///
    /// Source: WHATWG URL, application/x-www-form-urlencoded.
    /// - Parameter text: the name or value.
    /// - Returns: its encoded form.
    static func form(_ text: String) -> String {
        String(decoding: encoded(text.utf8, keeping: " *"), as: UTF8.self).replacing(" ", with: "+")
    }

    /// The names and values of a query in the form that HTML forms use, in order; nil when it is not well-formed UTF-8.
    ///
    /// - Parameter query: the query, without its `?`.
    /// - Returns: the pairs; a part without `=` is a name with an empty value.
    static func pairs(inForm query: String) -> [(name: String, value: String)]? {
        var pairs: [(name: String, value: String)] = []
        for part in query.utf8.split(separator: UInt8(ascii: "&")) {
            let sides = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(form: sides[0]), let value = sides.count > 1 ? decoded(form: sides[1]) : "" else {
                return nil
            }
            pairs.append((name, value))
        }
        return pairs
    }

    /// The text that a name or value of a form stands for; nil for a broken escape or bytes that are not UTF-8.
    private static func decoded(form text: Substring.UTF8View) -> String? {
        var bytes: [UInt8] = []
        var rest = text
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

    /// The value of a hexadecimal digit; nil when it is none.
    private static func digit(_ byte: UInt8?) -> UInt8? {
        byte.flatMap { Character(UnicodeScalar($0)).hexDigitValue }.map(UInt8.init)
    }
}
