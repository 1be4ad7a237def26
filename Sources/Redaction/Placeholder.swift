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

    /// What stands in the place of personal data, in UTF-8, with a hash of 0: `[email 000000]`.
    ///
    /// - Parameter kind: the sort of data.
    /// - Returns: the placeholder, for ``write(_:into:)``.
    static func blank(for kind: PersonalKind) -> [UInt8] { blanks[kind.index] }

    /// Writes the hash into the placeholder of personal data: `[email 3fa21c]`.
    ///
    /// - Parameters:
    ///   - hash: the keyed hash of the data, so that the same data has the same placeholder.
    ///   - placeholder: what ``blank(for:)`` gave, or what was written into it.
    static func write(_ hash: UInt64, into placeholder: inout [UInt8]) {
        let first = placeholder.count - 1 - digitCount
        for place in 0..<digitCount {
            let digit = UInt8(truncatingIfNeeded: hash >> UInt64(4 * (digitCount - 1 - place)) & 15)
            placeholder[first + place] = digit < 10 ? 0x30 + digit : 0x61 + digit - 10
        }
    }

    /// How many bytes the placeholder of personal data has.
    static func length(of kind: PersonalKind) -> Int { blanks[kind.index].count }

    /// ``secret`` in UTF-8.
    static let secretBytes = Array(secret.utf8)
    private static let blanks = PersonalKind.allCases.map { kind in
        Array("[\(kind.rawValue) \(String(repeating: "0", count: digitCount))]".utf8)
    }

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
