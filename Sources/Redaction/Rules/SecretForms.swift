/// The forms in which a secret of the user's can show, in small letters.
///
/// As it is, as it is without what looks like an escape in it, in hexadecimal, and in base64 wherever it begins there.
struct SecretForms {
    /// One form.
    struct Form: Hashable {
        /// Its bytes, in small letters, ``SecretForms/longest`` at most.
        let bytes: [UInt8]
        /// Whether the secret goes on behind them.
        let isCut: Bool
        /// Whether it is too long to come by chance.
        let isCertain: Bool
        /// How many bytes before and behind it can hold a part of the secret, as in base64.
        let margin: Int
    }

    /// The most bytes of a form that are looked for; what follows of the secret is told by its bytes.
    static let longest = 256
    /// The same for a secret that is looked for as it is, of which there can be many.
    static let longestPlain = 48
    /// The fewest bytes of a form: a shorter one would be found everywhere.
    static let shortest = 4

    /// The forms, each once.
    let all: [Form]

    /// The forms of a secret.
    ///
    /// - Parameters:
    ///   - secret: the secret.
    ///   - isPlainAlone: whether it is looked for as it is, and in no other form.
    init(of secret: Secret, isPlainAlone: Bool) {
        let text = Array(secret.text.utf8)
        var forms = [(bytes: text, margin: 0)]
        if let unescaped = text.withUnsafeBufferPointer(UnescapedText.init) { forms.append((unescaped.bytes, 0)) }
        if !isPlainAlone {
            forms.append((Self.hexadecimal(text), 0))
            let windows = Base64.windows(of: text) + Base64.windows(of: text, isForURLs: true)
            forms += windows.map { ($0, Base64.margin) }
        }
        var seen: Set<[UInt8]> = []
        let longest = isPlainAlone ? Self.longestPlain : Self.longest
        all = forms.map { form in (form.bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, form.margin) }
            .filter { $0.0.count >= Self.shortest && seen.insert($0.0).inserted }
            .map { bytes, margin in
                Form(
                    bytes: Array(bytes.prefix(longest)),
                    isCut: bytes.count > longest,
                    isCertain: bytes.count >= min(8, text.count),
                    margin: margin
                )
            }
    }

    private static func hexadecimal(_ text: [UInt8]) -> [UInt8] {
        text.flatMap { byte in [byte >> 4, byte & 15].flatMap { String($0, radix: 16).utf8 } }
    }
}
