/// Finds the user and the password in URLs: what stands between `://` and an `@` of the authority.
///
/// Source: RFC 3986 §3.2.1, RFC 9110 §4.2.4.
struct URLCredentials {
    /// The users and passwords in a text.
    ///
    /// - Parameter view: the text.
    /// - Returns: them, in their order.
    static func findings(in view: TextView) -> Findings {
        var findings = Findings()
        let bytes = view.bytes
        findings.visits = bytes.count
        guard bytes.count > 4 else { return findings }
        var index = 2
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "/"), bytes[index - 1] == UInt8(ascii: "/"),
                bytes[index - 2] == UInt8(ascii: ":")
            else {
                index &+= 1
                continue
            }
            let start = index + 1
            var last = -1
            index = start
            while index < bytes.count, !ends[Int(bytes[index])] {
                if bytes[index] == UInt8(ascii: "@") { last = index }
                index &+= 1
            }
            findings.visits += index - start
            if last > start, !Placeholder.isOne(UnsafeBufferPointer(rebasing: bytes[start..<last])) {
                findings.addByEnd(Replacement(view.place(of: start..<last), .secret))
            }
        }
        return findings
    }

    /// The bytes with which an authority ends.
    private static let ends: [Bool] = {
        var ends = [Bool](repeating: false, count: 256)
        for byte in "/?#\"'<>\\`,;()[]{}|^".utf8 { ends[Int(byte)] = true }
        ends[Int(UInt8(ascii: "["))] = false
        ends[Int(UInt8(ascii: "]"))] = false
        for byte in 0...0x20 { ends[byte] = true }
        return ends
    }()
}
