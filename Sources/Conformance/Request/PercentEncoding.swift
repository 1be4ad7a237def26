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
}

extension UInt8 {
    /// Whether the byte is an ASCII letter or digit.
    fileprivate var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
