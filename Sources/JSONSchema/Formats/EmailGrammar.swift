/// The productions of RFC 5321 §4.1.2 and §4.1.3 that an email address is made of.
enum EmailGrammar {
    /// Whether this is a `Mailbox` of at most 254 bytes.
    static func isMailbox(_ text: FormatBytes) -> Bool {
        guard text.count <= 254, let at = text.lastIndex(of: UInt8(ascii: "@")) else { return false }
        return isLocalPart(text[..<at]) && isDomain(text[text.index(after: at)...])
    }

    /// Whether this is a `Local-part` of at most 64 bytes (§4.5.3.1.1).
    private static func isLocalPart(_ text: FormatBytes) -> Bool {
        guard !text.isEmpty, text.count <= 64 else { return false }
        if text.first == UInt8(ascii: "\"") { return isQuotedString(text) }
        return text.allParts(between: ".") { !$0.isEmpty && $0.allSatisfy(atomText.contains) }
    }

    /// Whether this is a `Domain` or an `address-literal`.
    private static func isDomain(_ text: FormatBytes) -> Bool {
        if text.first == UInt8(ascii: "[") { return isAddressLiteral(text) }
        return text.count <= 253 && text.allParts(between: ".", isLabel)
    }

    /// Whether this is a `sub-domain`: letters and digits, with hyphens only inside.
    private static func isLabel(_ text: FormatBytes) -> Bool {
        guard let first = text.first, let last = text.last, text.count <= 63 else { return false }
        return isAlphanumeric(first) && isAlphanumeric(last)
            && text.allSatisfy(labelText.contains)
    }

    /// Whether this is a letter or a digit.
    private static func isAlphanumeric(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit }

    /// The characters of `atext` (RFC 5322 §3.2.3).
    private static let atomText = ASCIISet(lettersDigitsAnd: "!#$%&'*+-/=?^_`{|}~")

    /// The characters inside a `sub-domain`.
    private static let labelText = ASCIISet(lettersDigitsAnd: "-")

    /// Whether this is a `Quoted-string`.
    private static func isQuotedString(_ text: FormatBytes) -> Bool {
        guard text.count >= 2, text.last == UInt8(ascii: "\"") else { return false }
        var isEscaped = false
        for byte in text.dropFirst().dropLast() {
            guard (32...126).contains(byte) else { return false }
            if !isEscaped && byte == UInt8(ascii: "\"") { return false }
            isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        }
        return !isEscaped
    }

    /// Whether this is an IPv4 or IPv6 address between brackets.
    private static func isAddressLiteral(_ text: FormatBytes) -> Bool {
        guard text.last == UInt8(ascii: "]"), text.count > 2 else { return false }
        let address = text.dropFirst().dropLast()
        let tag = "IPv6:"
        guard address.starts(with: tag.utf8) else { return IPAddressGrammar.isIPv4(address) }
        return IPAddressGrammar.isIPv6(address.dropFirst(tag.utf8.count))
    }
}
