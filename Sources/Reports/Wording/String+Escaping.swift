extension String {
    /// The text with some bytes of its UTF-8 replaced, which must be ASCII characters.
    ///
    /// A byte of ASCII is a scalar by itself (RFC 3629 §1), whatever mark stands behind it.
    /// - Parameter replacement: what stands for a byte; nil leaves it.
    /// - Returns: the text.
    func escapingBytes(_ replacement: (UInt8) -> StaticString?) -> String {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(utf8.count)
        for byte in utf8 {
            if let replacement = byte < 0x80 ? replacement(byte) : nil {
                escaped.append(
                    contentsOf: UnsafeBufferPointer(start: replacement.utf8Start, count: replacement.utf8CodeUnitCount)
                )
            } else {
                escaped.append(byte)
            }
        }
        return escaped.count == utf8.count ? self : String(decoding: escaped, as: UTF8.self)
    }

    /// The text with some scalars replaced.
    ///
    /// Scalars are looked at one by one, as those do who read the text: of `"` with a combining mark Swift makes one
    /// character, which is no `"`, but it ends a quotation all the same.
    ///
    /// - Parameter replacements: what stands for a scalar.
    /// - Returns: the text.
    func escaping(_ replacements: [Unicode.Scalar: String]) -> String {
        guard unicodeScalars.contains(where: { replacements[$0] != nil }) else { return self }
        var escaped = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if let replacement = replacements[scalar] {
                escaped.append(contentsOf: replacement.unicodeScalars)
            } else {
                escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
