import SeamContract

/// A UUID that follows from a text, the same on every machine: version 8 (RFC 9562 §5.8), two 64-bit hashes.
///
/// Formats that want one for a test or a result get the same for the same, so that nothing is new that is not.
package enum StableUUID {
    /// The UUID of a text.
    ///
    /// - Parameter parts: the parts of the text; what is at a boundary of parts can't run into another.
    /// - Returns: 36 characters, digits in lower case.
    package static func make(of parts: String...) -> String {
        let digits = ["first", "second"].map { salt in
            var hash = StableHash(salt)
            for part in parts {
                hash.feed(UInt8(0))
                hash.feed(part)
            }
            return hash.hexadecimal
        }.joined()
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { range in
            String(digits.dropFirst(range.lowerBound).prefix(range.count))
        }
        let version = "8" + groups[2].dropFirst()
        let variant = "a" + groups[3].dropFirst()
        return [groups[0], groups[1], version, variant, groups[4]].joined(separator: "-")
    }

    /// Whether a text is a UUID of any version, as formats that ask for one take it (RFC 9562 §4).
    ///
    /// - Parameter text: the text.
    /// - Returns: whether it is one.
    package static func isValid(_ text: String) -> Bool {
        text.wholeMatch(of: /[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/) != nil
    }
}
