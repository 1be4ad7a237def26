/// The textual forms of IP addresses, as they stand in email addresses and URIs (RFC 3986 §3.2.2).
enum IPAddressGrammar {
    /// Whether this is four numbers from 0 to 255, without leading zeros, between dots.
    static func isIPv4(_ text: FormatBytes) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy(isOctet)
    }

    /// Whether this is an IPv6 address: eight groups, fewer around one `::`, the last two perhaps as an IPv4 address.
    static func isIPv6(_ text: FormatBytes) -> Bool {
        let colon = UInt8(ascii: ":")
        var groups = text.split(separator: colon, omittingEmptySubsequences: false)
        if groups.count >= 3, groups[0].isEmpty, groups[1].isEmpty { groups.removeFirst() }
        if groups.count >= 2, groups[groups.count - 1].isEmpty, groups[groups.count - 2].isEmpty { groups.removeLast() }
        let gaps = groups.count { $0.isEmpty }
        var count = groups.count - gaps
        for (index, group) in groups.enumerated() where !group.isEmpty {
            if group.count <= 4 && group.allSatisfy(\.isHexDigit) { continue }
            guard index == groups.count - 1, isIPv4(group) else { return false }
            count += 1
        }
        return gaps == 0 ? count == 8 : gaps == 1 && count <= 7
    }

    /// Whether this is a number from 0 to 255 without leading zeros.
    private static func isOctet(_ text: FormatBytes) -> Bool {
        guard (1...3).contains(text.count), text.allSatisfy(\.isDigit) else { return false }
        guard text.count == 1 || text.first != UInt8(ascii: "0") else { return false }
        return text.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } <= 255
    }
}
