/// The productions of RFC 3986 that a URI is made of.
enum URIGrammar {
    /// Whether this is a URI with a scheme.
    static func isURI(_ text: FormatBytes) -> Bool {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return isScheme(text[..<colon]) && isRest(text[text.index(after: colon)...])
    }

    /// Whether this is a `scheme` (§3.1).
    private static func isScheme(_ text: FormatBytes) -> Bool {
        guard let first = text.first, first.isLetter else { return false }
        return text.allSatisfy { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
    }

    /// Whether this is what may follow the scheme's colon: `hier-part [ "?" query ] [ "#" fragment ]`.
    private static func isRest(_ text: FormatBytes) -> Bool {
        let beforeFragment = text.prefix { $0 != UInt8(ascii: "#") }
        let fragment = text[beforeFragment.endIndex...].dropFirst()
        let hierarchy = beforeFragment.prefix { $0 != UInt8(ascii: "?") }
        let query = beforeFragment[hierarchy.endIndex...].dropFirst()
        guard isText(fragment, and: ":@/?"), isText(query, and: ":@/?") else { return false }
        guard hierarchy.starts(with: "//".utf8) else { return isText(hierarchy, and: ":@/") }
        let authority = hierarchy.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
        return isAuthority(authority) && isText(hierarchy[authority.endIndex...], and: ":@/")
    }

    /// Whether this is an `authority` (§3.2).
    private static func isAuthority(_ text: FormatBytes) -> Bool {
        var host = text
        if let at = text.lastIndex(of: UInt8(ascii: "@")) {
            guard isText(text[..<at], and: ":") else { return false }
            host = text[text.index(after: at)...]
        }
        guard host.first == UInt8(ascii: "[") else { return isHostAndPort(host) }
        guard let end = host.firstIndex(of: UInt8(ascii: "]")) else { return false }
        let port = host[host.index(after: end)...]
        return isIPLiteral(host[..<end].dropFirst()) && (port.isEmpty || isPort(port))
    }

    /// Whether this is a name or an IPv4 address, perhaps with a port.
    private static func isHostAndPort(_ text: FormatBytes) -> Bool {
        let host = text.prefix { $0 != UInt8(ascii: ":") }
        let port = text[host.endIndex...]
        return isText(host, and: "") && (port.isEmpty || isPort(port))
    }

    /// Whether this is an IPv6 address or an address of a later version (`IPvFuture`).
    private static func isIPLiteral(_ text: FormatBytes) -> Bool {
        guard let first = text.first, first | 0x20 == UInt8(ascii: "v") else { return IPAddressGrammar.isIPv6(text) }
        let version = text.dropFirst().prefix { $0.isHexDigit }
        let rest = text[version.endIndex...]
        return !version.isEmpty && rest.first == UInt8(ascii: ".") && rest.count > 1
            && !rest.contains(UInt8(ascii: "%")) && isText(rest, and: ":")
    }

    /// Whether this is a colon and digits.
    private static func isPort(_ text: FormatBytes) -> Bool {
        text.first == UInt8(ascii: ":") && text.dropFirst().allSatisfy(\.isDigit)
    }

    /// Whether all are `unreserved`, `sub-delims`, `pct-encoded` (§2) or one of some more characters.
    private static func isText(_ text: FormatBytes, and more: String) -> Bool {
        var rest = text
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard rest.prefix(2).count == 2, rest.prefix(2).allSatisfy(\.isHexDigit) else { return false }
                rest = rest.dropFirst(2)
            } else {
                let isPlain = byte.isLetter || byte.isDigit || "-._~!$&'()*+,;=".utf8.contains(byte)
                guard isPlain || more.utf8.contains(byte) else { return false }
            }
        }
        return true
    }
}
