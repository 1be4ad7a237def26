/// Finds e-mail addresses and telephone numbers by their shape, wherever they stand.
///
/// · `local@domain` with a dot in the domain (RFC 5321 §4.1.2, without quoted local parts and address literals)
/// · `+` and 8 to 15 digits, with single spaces, dots, hyphens or parentheses between them (ITU-T E.164 §6)
struct PersonalData {
    private static let digitCounts = 8...15

    /// The addresses and numbers in a text.
    ///
    /// - Parameter view: the text.
    /// - Returns: them, in their order.
    static func findings(in view: TextView) -> Findings {
        var findings = Findings()
        let bytes = view.bytes
        let local = Self.local
        var index = 0
        // Where the run of bytes began that can be a local part; an address begins in it at the earliest.
        var localStart = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "@") {
                let end = domainEnd(in: bytes, from: index + 1)
                findings.visits += end - index
                if let end = addressEnd(in: bytes, domain: index + 1..<end), localStart < index {
                    add(.email, localStart..<end, in: view, to: &findings)
                }
                localStart = index + 1
            } else if byte == UInt8(ascii: "+") {
                if let end = numberEnd(in: bytes, from: index, visits: &findings.visits) {
                    add(.phone, index..<end, in: view, to: &findings)
                }
            } else if !local[Int(byte)] {
                localStart = index + 1
            }
            index += 1
        }
        findings.visits += bytes.count
        return findings
    }

    private static func add(_ kind: PersonalKind, _ range: Range<Int>, in view: TextView, to findings: inout Findings) {
        guard !GeneratedValue.isOne(UnsafeBufferPointer(rebasing: view.bytes[range]), kind) else { return }
        findings.visits += range.count
        findings.addByEnd(Replacement(view.place(of: range), .personal(kind)))
    }

    private static func domainEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let domain = Self.domain
        var end = start
        while end < bytes.count, domain[Int(bytes[end])] { end += 1 }
        return end
    }

    /// Where an address ends whose domain has these bytes, a dot or hyphen at its end left out; nil when it is no domain.
    private static func addressEnd(in bytes: UnsafeBufferPointer<UInt8>, domain range: Range<Int>) -> Int? {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") {
            end -= 1
        }
        guard let dot = bytes[range.lowerBound..<end].lastIndex(of: UInt8(ascii: ".")) else { return nil }
        return dot > range.lowerBound && end - dot > 2 ? end : nil
    }

    /// Where a telephone number ends that begins with a `+` at a place; nil when none does.
    private static func numberEnd(in bytes: UnsafeBufferPointer<UInt8>, from plus: Int, visits: inout Int) -> Int? {
        if plus > 0, local[Int(bytes[plus - 1])] { return nil }
        var index = plus + 1
        var end = index
        var count = 0
        var gap = 0
        while index < bytes.count, count <= digitCounts.upperBound {
            let byte = bytes[index]
            if byte >= 0x30, byte <= 0x39 {
                count += 1
                gap = 0
                end = index + 1
            } else if " .-()".utf8.contains(byte), gap < 2 {
                gap += 1
            } else {
                break
            }
            index += 1
        }
        visits += index - plus
        return digitCounts.contains(count) ? end : nil
    }

    /// Writes data as it is compared: without escapes, addresses and names in small letters, numbers by their digits.
    ///
    /// - Parameters:
    ///   - data: the data as it stands in the source.
    ///   - kind: what it is.
    ///   - result: what it becomes: the same bytes for what is the same to a person.
    static func normalize(_ data: UnsafeBufferPointer<UInt8>, as kind: PersonalKind, into result: inout [UInt8]) {
        result.removeAll(keepingCapacity: true)
        if let unescaped = UnescapedText(data) {
            result.append(contentsOf: unescaped.bytes)
        } else {
            result.append(contentsOf: data)
        }
        if kind == .phone {
            result.removeAll { $0 < 0x30 || $0 > 0x39 }
        } else if result.allSatisfy({ $0 < 0x80 }) {
            for index in result.indices where result[index] >= 0x41 && result[index] <= 0x5A { result[index] |= 0x20 }
        } else {
            result = Array(String(decoding: result, as: UTF8.self).lowercased().utf8)
        }
    }

    /// Whether an address or a name is the same when it is normalized.
    ///
    /// - Parameters:
    ///   - data: the data as it stands in the source.
    ///   - kind: what it is.
    /// - Returns: whether it surely is: true only for ASCII without capital letters and without what begins an escape.
    static func isNormal(_ data: UnsafeBufferPointer<UInt8>, as kind: PersonalKind) -> Bool {
        guard kind != .phone else { return false }
        let plain = Self.plain
        return data.allSatisfy { plain[Int($0)] }
    }

    private static let plain = (0...255).map { (byte: UInt8) in
        byte < 0x80 && !(0x41...0x5A).contains(byte) && !"\\%&~".utf8.contains(byte)
    }

    /// The bytes of a local part (RFC 5321 §4.1.2, RFC 6531 §3.3), without those that delimit it elsewhere.
    private static let local = table("!$*+-.^_~")
    private static let domain = table("-.")

    private static func table(_ marks: String) -> [Bool] {
        (0...255).map { (byte: UInt8) in byte.inName != nil || marks.utf8.contains(byte) || byte >= 0x80 }
    }
}
