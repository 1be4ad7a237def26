/// The names that templates use.
enum Name {
    /// The names that are always there and can't be given to something else.
    static let reserved: Set<String> = ["now", "unique", "copy", "fixture"]

    /// Whether a text can be a name: a small letter, then small letters, digits and `_`.
    static func isValid(_ text: String) -> Bool {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = text.utf8.first, letters.contains(first) else { return false }
        return text.utf8.allSatisfy { letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "_") }
    }
}
