/// What stands in the place of something that was taken out.
package enum Placeholder {
    /// In the place of a secret that is not the user's own, and of what a pattern of the user's matches.
    package static let secret = "[redacted]"

    /// The names that stand in the place of the user's own secrets.
    package static let names = [
        "$SEAM_API_KEY", "$SEAM_PERSONAL_ACCESS_TOKEN", "$SEAM_OTHER_API_KEY", "$SEAM_WRONG_API_KEY",
    ]

    /// How many hexadecimal digits tell one person's data from another's.
    static let digitCount = 6

    /// Appends what stands in the place of personal data: `[email 3fa21c]`.
    ///
    /// - Parameters:
    ///   - kind: the sort of data.
    ///   - hash: the keyed hash of the data, so that the same data has the same placeholder.
    ///   - text: what it is appended to.
    static func append(_ kind: PersonalKind, hash: UInt64, to text: inout TextOutput) {
        text.append(beginnings[kind.index])
        for place in (0..<UInt64(digitCount)).reversed() { text.append(digits[Int(hash >> (4 * place) & 15)]) }
        text.append(UInt8(ascii: "]"))
    }

    /// How many bytes the placeholder of personal data has.
    static func length(of kind: PersonalKind) -> Int { beginnings[kind.index].count + digitCount + 1 }

    /// ``secret`` in UTF-8.
    static let secretBytes = Array(secret.utf8)
    private static let beginnings = PersonalKind.allCases.map { Array("[\($0.rawValue) ".utf8) }
    private static let digits = Array("0123456789abcdef".utf8)

    /// Whether a text is a placeholder and nothing else.
    ///
    /// - Parameter bytes: the text.
    /// - Returns: whether it is.
    static func isOne(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        if first == UInt8(ascii: "$") { return names.contains { bytes.elementsEqual($0.utf8) } }
        guard first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") else { return false }
        return bytes.elementsEqual(secret.utf8)
            || PersonalKind.allCases.contains { kind in
                bytes.count == kind.rawValue.utf8.count + digitCount + 3
                    && bytes.dropFirst().starts(with: "\(kind.rawValue) ".utf8)
                    && bytes.dropLast().suffix(digitCount).allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
            }
    }

    /// Whether a text is a placeholder and nothing else.
    static func isOne(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { isOne($0) }
    }

    /// How many bytes the placeholder has that a text begins with; 0 when it begins with none.
    static func length(atBeginOf bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard bytes.first == UInt8(ascii: "[") || bytes.first == UInt8(ascii: "$") else { return 0 }
        if let name = names.first(where: { bytes.starts(with: $0.utf8) }) { return name.utf8.count }
        let most = min(bytes.count, 16)
        guard let end = bytes[..<most].firstIndex(of: UInt8(ascii: "]")) else { return 0 }
        return isOne(UnsafeBufferPointer(rebasing: bytes[...end])) ? end + 1 : 0
    }

    /// Whether a text shows that something was taken out of it.
    ///
    /// - Parameter text: the text.
    /// - Returns: whether a placeholder stands in it.
    package static func stands(in text: String) -> Bool {
        text.contains(secret) || text.contains("$SEAM_")
            || PersonalKind.allCases.contains { text.contains("[\($0.rawValue) ") }
    }
}
