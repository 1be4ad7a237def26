/// What this program makes up for its own requests, and what belongs to nobody: never personal data.
///
/// · texts with `seamcheck` in them, which all generated keys, addresses and names have
/// · e-mail addresses of domains that are kept for examples and tests (RFC 2606 §2 and §3, RFC 6761 §6)
/// · telephone numbers with an area code N9X, which is not assigned (NANPA, "Area codes: expansion codes"), and 555-01XX
package enum GeneratedValue {
    private static let mark = Array("seamcheck".utf8)

    /// Whether a value is made up.
    ///
    /// - Parameters:
    ///   - bytes: the value, without escapes.
    ///   - kind: what it would be.
    /// - Returns: whether it is.
    static func isOne(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: PersonalKind) -> Bool {
        if hasMark(bytes) { return true }
        switch kind {
        case .email:
            let domain = bytes.lastIndex(of: UInt8(ascii: "@")).map { bytes[($0 + 1)...] }
            return domain.map { isReservedDomain(UnsafeBufferPointer(rebasing: $0)) } ?? false
        case .phone: return isReservedNumber(bytes)
        case .name: return false
        }
    }

    /// Whether `seamcheck` stands in a text, in whichever case.
    static func hasMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= mark.count else { return false }
        var index = 0
        var matched = 0
        // No byte of the mark but the first is an `s`: a failed match begins anew where it failed.
        while index < bytes.count {
            let byte = bytes[index] | 0x20
            if byte == mark[matched] {
                matched += 1
                if matched == mark.count { return true }
            } else {
                matched = byte == mark[0] ? 1 : 0
            }
            index += 1
        }
        return false
    }

    /// Whether a domain is kept for examples and tests.
    static func isReservedDomain(_ domain: UnsafeBufferPointer<UInt8>) -> Bool {
        let end = domain.count
        let dot = domain.lastIndex(of: UInt8(ascii: ".")) ?? -1
        let top = UnsafeBufferPointer(rebasing: domain[(dot + 1)..<end])
        // Most domains are told apart by the length of their last part alone.
        guard top.count != 3 else { return dot > 0 && isExample(of: top, domain, dot) }
        return reservedLengths.contains(top.count) && reserved.contains { isSame(top, $0) }
    }

    /// Whether a domain is `example.com`, `.net` or `.org`, or below one of them.
    private static func isExample(
        of top: UnsafeBufferPointer<UInt8>,
        _ domain: UnsafeBufferPointer<UInt8>,
        _ dot: Int
    ) -> Bool {
        guard commonTops.contains(where: { isSame(top, $0) }) else { return false }
        let before = domain[..<dot].lastIndex(of: UInt8(ascii: ".")) ?? -1
        return isSame(UnsafeBufferPointer(rebasing: domain[(before + 1)..<dot]), reserved[0])
    }

    private static let reserved = ["example", "test", "invalid", "localhost"].map { Array($0.utf8) }
    private static let reservedLengths = reserved.map(\.count)
    private static let commonTops = ["com", "net", "org"].map { Array($0.utf8) }

    private static func isSame(_ left: UnsafeBufferPointer<UInt8>, _ right: [UInt8]) -> Bool {
        left.count == right.count && left.elementsEqual(right) { $0 | 0x20 == $1 }
    }

    /// Whether a number belongs to nobody: `+1 N9X NXX XXXX`, or `+1 NXX 555 01XX`.
    static func isReservedNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let digits = bytes.prefix(40).filter { $0 >= 0x30 && $0 <= 0x39 }
        guard digits.count == 11, digits[0] == UInt8(ascii: "1") else { return false }
        let isUnassigned = digits[1] >= UInt8(ascii: "2") && digits[2] == UInt8(ascii: "9")
        return isUnassigned || digits[4..<9].elementsEqual("55501".utf8)
    }
}
