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
    /// Where to look at all.
    private let beginnings: SecretBeginnings

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
        beginnings = SecretBeginnings(all.map(\.beginning))
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
    package func excerpt(_ text: String) -> String {
        redacted(text, isExcerpt: true)
    }

    /// The names of the user's secrets that stand in a text, in whichever form.
    ///
    /// - Parameter bytes: the text.
    /// - Returns: the names; a form that is short enough to come by chance does not count.
    func names(in bytes: [UInt8]) -> Set<String> {
        bytes.withUnsafeBufferPointer { bytes in
            var names: Set<String> = []
            var index = 0
            while let (start, match) = secret(in: bytes, from: index) {
                if match.isCertain { names.insert(match.replacement) }
                // One secret can stand inside of another, such as in base64 of it.
                index = start + 1
            }
            return names
        }
    }

    private func redacted(_ text: String, isExcerpt: Bool) -> String {
        var text = text
        return text.withUTF8 { bytes in
            guard secret(in: bytes, from: 0, isExcerpt: isExcerpt) != nil else { return nil }
            return redacted(bytes, limit: bytes.count, isExcerpt: isExcerpt)
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
        MessageBody(
            text: bytes.withUnsafeBufferPointer { redacted($0, limit: Self.cut(of: $0, near: limit)) },
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
    private func redacted(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int, isExcerpt: Bool = false) -> String {
        var result: [UInt8] = []
        var end = 0
        while end < limit, let (start, match) = secret(in: bytes, from: end, isExcerpt: isExcerpt), start < limit {
            result += bytes[end..<start + match.kept]
            result += match.replacement.utf8
            end = start + match.length
        }
        let rest = UnsafeBufferPointer(rebasing: bytes[end..<max(end, limit)])
        return String(decoding: result, as: UTF8.self) + String(decoding: rest, as: UTF8.self)
    }

    /// The first secret from a place on, and where it begins.
    private func secret(
        in bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        isExcerpt: Bool = false
    ) -> (start: Int, match: SecretPattern.Match)? {
        var index = start
        while let candidate = beginnings.first(in: bytes, from: index) {
            if let match = match(in: bytes, at: candidate, isExcerpt: isExcerpt) { return (candidate, match) }
            index = candidate + 1
        }
        return nil
    }

    /// The secret that begins at a place.
    private func match(
        in bytes: UnsafeBufferPointer<UInt8>,
        at index: Int,
        isExcerpt: Bool
    ) -> SecretPattern.Match? {
        for pattern in patterns[Int(bytes[index].lowercasedASCII)] {
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
        self >= 0x41 && self <= 0x5A ? self | 0x20 : self
    }
}
