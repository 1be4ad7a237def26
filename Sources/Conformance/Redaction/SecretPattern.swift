/// One form in which a secret can show.
struct SecretPattern: Sendable {
    /// A secret that was found.
    struct Match {
        /// How many bytes it takes, those kept included.
        let length: Int
        /// How many bytes at its beginning stay, such as a member's name.
        let kept: Int
        /// What stands in its place.
        let replacement: String
        /// Whether it is the user's own secret, and too long to have come by chance.
        let isCertain: Bool
    }

    /// The ways to look for it.
    private enum Form: Sendable {
        /// These bytes in any letter case, each as it is or as an escape.
        case text([UInt8])
        /// `seam_` and at least eight more letters, digits or underscores, with a digit or a capital among them.
        case seamToken
        /// Three base64url parts with dots between, of which the first begins with `eyJ` (RFC 7519 §3).
        case webToken
        /// A JSON member called `token`, and its string.
        case tokenMember
    }

    /// What is looked for.
    private let form: Form
    /// What stands in its place.
    private let replacement: String
    /// Whether it is the user's own secret, and too long to come by chance.
    private let isCertain: Bool

    private static let seamPrefix = Array("seam_".utf8)
    private static let webTokenPrefix = Array("eyj".utf8)
    private static let tokenName = Array("\"token\"".utf8)

    /// The byte it begins with, in lower case.
    var firstByte: UInt8 { beginning[0] }

    /// The bytes it begins with, in lower case: all of them, or those that are known.
    var beginning: [UInt8] {
        switch form {
        case .text(let bytes): bytes
        case .seamToken: Self.seamPrefix
        case .webToken: Self.webTokenPrefix
        case .tokenMember: Self.tokenName
        }
    }

    /// The fewest bytes it takes; a longer one is looked for first.
    var leastLength: Int {
        if case .text(let bytes) = form { bytes.count } else { 0 }
    }

    /// What has the shape of a token, whoever it belongs to.
    static let shapes = [Form.seamToken, .webToken, .tokenMember].map {
        SecretPattern(form: $0, replacement: Redactor.placeholder, isCertain: false)
    }

    /// Every form in which a secret of the user can show: as it is, in hexadecimal, in base64 wherever it begins there.
    ///
    /// Escapes in them are seen through when they are looked for.
    /// - Parameter secret: the secret.
    /// - Returns: the forms; a form of fewer than four bytes would hit everything and is left out.
    static func forms(of secret: Secret) -> [SecretPattern] {
        let text = Array(secret.text.utf8)
        let forms = [text, hexadecimal(text)] + Base64.windows(of: text) + Base64.windows(of: text, isForURLs: true)
        var seen: Set<[UInt8]> = []
        return forms.map { $0.map(\.lowercasedASCII) }
            .filter { $0.count >= 4 && seen.insert($0).inserted }
            .map { form in
                let isCertain = form.count >= min(8, text.count)
                return SecretPattern(form: .text(form), replacement: secret.name, isCertain: isCertain)
            }
    }

    private static func hexadecimal(_ text: [UInt8]) -> [UInt8] {
        text.flatMap { byte in [byte >> 4, byte & 15].flatMap { String($0, radix: 16).utf8 } }
    }

    /// The secret of this form that begins at a place.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - index: the place.
    ///   - isExcerpt: whether a beginning of the secret that was cut counts, too.
    /// - Returns: the secret; nil when there is none.
    func match(in bytes: UnsafeBufferPointer<UInt8>, at index: Int, isExcerpt: Bool) -> Match? {
        let lengths: (length: Int, kept: Int)? =
            switch form {
            case .text(let text): Self.length(of: text, in: bytes, at: index, isExcerpt: isExcerpt).map { ($0, 0) }
            case .seamToken: Self.seamToken(in: bytes, at: index).map { ($0, 0) }
            case .webToken: Self.webToken(in: bytes, at: index).map { ($0, 0) }
            case .tokenMember: Self.tokenMember(in: bytes, at: index)
            }
        return lengths.map {
            Match(length: $0.length, kept: $0.kept, replacement: replacement, isCertain: isCertain)
        }
    }

    /// How many bytes a text takes that stands at a place, in any letter case and with any escapes; nil when it does not.
    private static func length(
        of text: [UInt8],
        in bytes: UnsafeBufferPointer<UInt8>,
        at index: Int,
        isExcerpt: Bool
    ) -> Int? {
        // As it is comes first, since a secret may itself look like an escape.
        if has(text, in: bytes, at: index) { return text.count }
        var end = index
        var count = 0
        while count < text.count {
            if isExcerpt, isCut(bytes, at: end, after: count) { return end - index }
            guard end < bytes.count else { return nil }
            let byte = text[count]
            if let escape = EscapedByte(in: bytes, at: end), escape.byte.lowercasedASCII == byte {
                end += escape.length
            } else if bytes[end].lowercasedASCII == byte {
                end += 1
            } else {
                return nil
            }
            count += 1
        }
        return end - index
    }

    /// Whether an excerpt was cut at a place, after so many bytes of a secret that it can't be chance.
    private static func isCut(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, after count: Int) -> Bool {
        if index == bytes.count { return count >= 12 }
        return count >= 4 && bytes[index...].prefix(3).elementsEqual("…".utf8)
    }

    /// Whether a text stands at a place, in any letter case.
    private static func has(_ text: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard bytes.count - index >= text.count else { return false }
        var offset = 0
        while offset < text.count {
            guard bytes[index + offset].lowercasedASCII == text[offset] else { return false }
            offset += 1
        }
        return true
    }

    /// The length of a `seam_…` token at a place.
    private static func seamToken(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        // Names of variables are written in capitals (`SEAM_API_KEY`), tokens never.
        guard bytes[index] == UInt8(ascii: "s"), has(seamPrefix, in: bytes, at: index) else { return nil }
        let token = bytes[index...].prefix { $0.isTokenByte && $0 != UInt8(ascii: "-") }
        let isRandom = token.contains { $0.isASCIILetterOrDigit && $0 & 0x60 != 0x60 }
        return token.count >= 13 && isRandom ? token.count : nil
    }

    /// The length of a JSON Web Token at a place.
    private static func webToken(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        guard has(webTokenPrefix, in: bytes, at: index) else { return nil }
        var end = index
        for part in 0..<3 {
            let length = bytes[end...].prefix(while: \.isTokenByte).count
            guard length >= 4 || part == 2 else { return nil }
            end += length
            guard part < 2 else { break }
            guard end < bytes.count, bytes[end] == UInt8(ascii: ".") else { return nil }
            end += 1
        }
        return end - index
    }

    /// The length of a member `"token":"…"` at a place, the closing quote left out, and of its part up to the value.
    private static func tokenMember(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (length: Int, kept: Int)? {
        guard has(tokenName, in: bytes, at: index) else { return nil }
        var start = index + tokenName.count
        while start < bytes.count, bytes[start].isJSONSpace || bytes[start] == UInt8(ascii: ":") { start += 1 }
        guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return nil }
        start += 1
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        end = min(end, bytes.count)
        return end > start ? (end - index, start - index) : nil
    }
}

extension UInt8 {
    /// Whether the byte is one of base64url or an underscore.
    fileprivate var isTokenByte: Bool {
        isASCIILetterOrDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
    }

    /// Whether the byte is an ASCII letter or digit.
    var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// Whether the byte is white space in JSON (RFC 8259 §2).
    fileprivate var isJSONSpace: Bool {
        self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D
    }
}
