import Results

/// Replaces every secret in whatever leaves this target.
///
/// The user's own secrets become their names (`$SEAM_API_KEY`), whether they stand there as they are, in hexadecimal
/// or in base64, in any letter case and with any of their characters escaped as ``EscapedByte`` tells. Whatever else has the shape of a token becomes `[redacted]`: `seam_…` keys and tokens,
/// JSON Web Tokens, and the value of a JSON member called `token`.
public struct Redactor: Sendable {
    /// What stands in the place of a token that is not the user's own.
    static let placeholder = "[redacted]"

    /// What is looked for, by the lower-case byte it begins with; the first that matches counts.
    private let patterns: [[SecretPattern]]
    /// Which two lower-case bytes a secret can begin with, the first as the high byte; most pairs in a text are none of them.
    private let canBegin: [Bool]

    /// A redactor.
    ///
    /// - Parameter secrets: the user's own secrets.
    public init(secrets: [Secret]) {
        let all = secrets.flatMap(SecretPattern.forms).sorted { $0.leastLength > $1.leastLength } + SecretPattern.shapes
        var patterns = [[SecretPattern]](repeating: [], count: 256)
        for pattern in all {
            patterns[Int(pattern.firstByte)].append(pattern)
        }
        self.patterns = patterns
        var canBegin = [Bool](repeating: false, count: 1 << 16)
        for pattern in all { canBegin[pattern.firstPair] = true }
        for lead in EscapedByte.leads {
            for byte in 0...255 {
                canBegin[Int(lead) << 8 | byte] = true
                canBegin[byte << 8 | Int(lead)] = true
            }
        }
        self.canBegin = canBegin
    }

    /// A text without secrets.
    ///
    /// - Parameter text: the text.
    /// - Returns: the same text when there is none in it.
    public func redacted(_ text: String) -> String {
        redacted(text, isExcerpt: false)
    }

    /// A text without secrets, even where an excerpt cut one in two: before a `…`, or at its end.
    ///
    /// - Parameter text: the text, such as the message of a finding.
    /// - Returns: the same text when there is none in it.
    func excerpt(_ text: String) -> String {
        redacted(text, isExcerpt: true)
    }

    /// The names of the user's secrets that stand in a text, in whichever form.
    ///
    /// - Parameter bytes: the text.
    /// - Returns: the names; a form that is short enough to come by chance does not count.
    func names(in bytes: [UInt8]) -> Set<String> {
        bytes.withUnsafeBufferPointer { bytes in
            var names: Set<String> = []
            for index in bytes.indices {
                guard let match = match(in: bytes, at: index), match.isCertain else { continue }
                names.insert(match.replacement)
            }
            return names
        }
    }

    private func redacted(_ text: String, isExcerpt: Bool) -> String {
        var text = text
        return text.withUTF8 { bytes in
            let hasSecret = bytes.indices.contains { match(in: bytes, at: $0, isExcerpt: isExcerpt) != nil }
            guard hasSecret else { return nil }
            return String(decoding: redactedBytes(bytes, limit: .max, isExcerpt: isExcerpt), as: UTF8.self)
        } ?? text
    }

    /// The body of a message without secrets, kept up to a limit.
    ///
    /// What is cut is counted in bytes of the original, after secrets are found, so that no part of one survives.
    /// - Parameters:
    ///   - bytes: the body as it was on the wire.
    ///   - limit: how many of its bytes are kept.
    /// - Returns: the body.
    func body(_ bytes: [UInt8], limit: Int) -> MessageBody {
        let kept = bytes.withUnsafeBufferPointer { redactedBytes($0, limit: Self.cut(of: $0, near: limit)) }
        return MessageBody(
            text: String(decoding: kept, as: UTF8.self),
            byteCount: bytes.count,
            isTruncated: bytes.count > limit
        )
    }

    /// The largest place up to a limit that does not stand inside of a character.
    private static func cut(of bytes: UnsafeBufferPointer<UInt8>, near limit: Int) -> Int {
        guard limit < bytes.count else { return bytes.count }
        var cut = limit
        while cut > 0, cut > limit - 4, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
        return cut
    }

    /// The bytes up to a limit with every secret replaced; a secret that begins before the limit is replaced whole.
    private func redactedBytes(
        _ bytes: UnsafeBufferPointer<UInt8>,
        limit: Int,
        isExcerpt: Bool = false
    ) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(min(bytes.count, limit))
        var index = 0
        while index < min(bytes.count, limit) {
            if let match = match(in: bytes, at: index, isExcerpt: isExcerpt) {
                result += bytes[index..<index + match.kept]
                result += match.replacement.utf8
                index += match.length
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    /// The secret that begins at a place.
    private func match(
        in bytes: UnsafeBufferPointer<UInt8>,
        at index: Int,
        isExcerpt: Bool = false
    ) -> SecretPattern.Match? {
        let first = Int(bytes[index].lowercasedASCII)
        guard index + 1 < bytes.count, canBegin[first << 8 | Int(bytes[index + 1].lowercasedASCII)] else { return nil }
        for pattern in patterns[first] {
            if let match = pattern.match(in: bytes, at: index, isExcerpt: isExcerpt) { return match }
        }
        guard let escape = EscapedByte(in: bytes, at: index) else { return nil }
        for pattern in patterns[Int(escape.byte.lowercasedASCII)] {
            if let match = pattern.match(in: bytes, at: index, isExcerpt: isExcerpt) { return match }
        }
        return nil
    }
}

extension UInt8 {
    /// The byte, with a capital ASCII letter as a small one.
    var lowercasedASCII: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }
}
