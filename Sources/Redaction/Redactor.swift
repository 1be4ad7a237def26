/// Replaces secrets, and what else the user asks for, in whatever leaves the program.
///
/// The user's own secrets become their names (`$SEAM_API_KEY`), whether they stand there as they are, in hexadecimal or in
/// base64, in any letter case and with any of their characters escaped as ``UnescapedText`` lists. Whatever else has the
/// shape of a token, stands beside a name of ``SecretName``, is a private key in PEM or the user of a URL, becomes
/// `[redacted]`. With ``RedactionRules`` so does what a pattern matches, and personal data becomes `[email 3fa21c]`.
///
/// Every finder goes through the text as it is, and once more through the text without its escapes, in time that is
/// proportional to the text whatever stands in it.
public struct Redactor: Sendable {
    /// How many bytes behind what is kept of a body are looked at, so that a secret that begins in what is kept is known.
    package static let lookahead = 64 << 10
    /// The most secrets that are taken over from recorded messages.
    package static let recordedLimit = 1000
    /// A text that is larger is replaced as a whole.
    package static let sizeLimit = 1 << 30

    private let secretNames: [[UInt8]]
    private let own: SecretAutomaton
    private let recorded: SecretAutomaton
    private let looksForOthers: Bool
    private let rules: RedactionRules
    private let hash: SipHash

    /// A redactor.
    ///
    /// - Parameters:
    ///   - secrets: the user's own secrets.
    ///   - rules: what else is taken out.
    public init(secrets: [Secret], rules: RedactionRules = RedactionRules()) {
        self.init(secrets: secrets, recorded: [], rules: rules)
    }

    /// A redactor.
    ///
    /// - Parameters:
    ///   - secrets: the user's own secrets.
    ///   - recorded: secrets that are known from recorded messages, 1000 at most; they are looked for as they are.
    ///   - rules: what else is taken out.
    ///   - looksForOthers: whether secrets are taken out also that are not known.
    package init(
        secrets: [Secret],
        recorded: [Secret],
        rules: RedactionRules = RedactionRules(),
        looksForOthers: Bool = true
    ) {
        let recorded = Array(recorded.prefix(Self.recordedLimit))
        secretNames = (secrets + recorded).map { Array($0.name.utf8) }
        own = SecretAutomaton(secrets)
        self.recorded = SecretAutomaton(recorded, from: secrets.count, isPlainAlone: true)
        self.looksForOthers = looksForOthers
        self.rules = rules
        // The same data has the same placeholder in every run with these secrets, and nobody without them can guess it.
        let texts = secrets.map(\.text).sorted().joined(separator: "\u{0}")
        hash = texts.isEmpty ? .ofProcess : SipHash(keyedBy: Array(texts.utf8))
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

    private func redacted(_ text: String, isExcerpt: Bool) -> String {
        var copy = text
        return copy.withUTF8 { bytes in
            guard bytes.count <= Self.sizeLimit else { return Placeholder.secret }
            let findings = findings(in: bytes, isExcerpt: isExcerpt)
            return findings.replacements.isEmpty ? nil : self.text(of: bytes, replacing: findings.replacements)
        } ?? text
    }

    /// The beginning of a body without secrets.
    ///
    /// What is cut is counted in bytes of the original, and a secret that begins before the cut is replaced whole, so that no
    /// part of one survives.
    /// - Parameters:
    ///   - bytes: the body as it was on the wire.
    ///   - limit: how many of its bytes are kept.
    /// - Returns: the text, what is not UTF-8 repaired with U+FFFD.
    package func beginning(of bytes: [UInt8], limit: Int) -> String {
        bytes.withUnsafeBufferPointer { bytes in
            let cut = Self.cut(of: bytes, near: limit)
            let seen = UnsafeBufferPointer(
                rebasing: bytes[..<min(bytes.count, cut + Self.lookahead + own.longest * 12)]
            )
            let findings = findings(in: seen)
            return text(of: UnsafeBufferPointer(rebasing: seen[..<cut]), in: seen, replacing: findings.replacements)
        }
    }

    /// The names of the user's secrets that stand in a text, in whichever form.
    ///
    /// - Parameter bytes: the text.
    /// - Returns: the names; a form that is short enough to come by chance does not count.
    package func names(in bytes: [UInt8]) -> Set<String> {
        bytes.withUnsafeBufferPointer { bytes in
            var visits = 0
            var found = own.secrets(in: bytes, visits: &visits)
            if let unescaped = UnescapedText(bytes) {
                found.formUnion(unescaped.bytes.withUnsafeBufferPointer { own.secrets(in: $0, visits: &visits) })
            }
            return Set(found.map { String(decoding: secretNames[$0], as: UTF8.self) })
        }
    }

    /// How many bytes are looked at to redact a text, each as often as it is.
    ///
    /// - Parameter text: the text.
    /// - Returns: the count.
    package func visits(for text: [UInt8]) -> Int {
        text.withUnsafeBufferPointer { findings(in: $0, isExcerpt: true).visits }
    }

    /// The largest place up to a limit that does not stand inside of a character.
    private static func cut(of bytes: UnsafeBufferPointer<UInt8>, near limit: Int) -> Int {
        guard limit < bytes.count else { return bytes.count }
        var cut = limit
        while cut > 0, cut > limit - 4, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
        return cut
    }

    // MARK: - Finding

    /// What is to be replaced in a text.
    private func findings(in source: UnsafeBufferPointer<UInt8>, isExcerpt: Bool = false) -> Findings {
        guard !source.isEmpty else { return Findings() }
        let characters = ByteSet(of: source)
        guard characters.containsAny(of: "\\%&~"), let unescaped = UnescapedText(source) else {
            return findings(in: TextView(source), of: characters, isExcerpt: isExcerpt, isLast: true)
        }
        var findings = findings(in: TextView(source), of: characters, isExcerpt: isExcerpt, isLast: false)
        findings.visits += unescaped.visits
        unescaped.bytes.withUnsafeBufferPointer { bytes in
            unescaped.starts.withUnsafeBufferPointer { starts in
                let view = TextView(bytes: bytes, starts: starts, source: source)
                let characters = ByteSet(of: bytes)
                findings.formUnion(
                    self.findings(in: view, of: characters, isExcerpt: isExcerpt, isLast: true)
                )
            }
        }
        return findings
    }

    /// What is to be replaced in one view of a text.
    ///
    /// - Parameters:
    ///   - view: the view.
    ///   - characters: the characters in it.
    ///   - isExcerpt: whether the text can be cut in the middle of a secret.
    ///   - isLast: whether there is no view with fewer escapes, in which what has an end or a name is looked for: a
    ///     quotation mark that is escaped does not end it.
    /// - Returns: the replacements.
    private func findings(
        in view: TextView,
        of characters: ByteSet,
        isExcerpt: Bool,
        isLast: Bool
    ) -> Findings {
        var findings = own.findings(in: view, isExcerpt: isExcerpt)
        findings.formUnion(recorded.findings(in: view, isExcerpt: isExcerpt))
        findings.visits += view.bytes.count
        if looksForOthers {
            if characters.containsAny(of: "_.") { findings.formUnion(TokenShapes.findings(in: view)) }
            if isLast, characters.containsAll(of: "-PRIVATEKEY") { findings.formUnion(KeyBlocks.findings(in: view)) }
            if isLast, characters.containsAll(of: ":/@") { findings.formUnion(URLCredentials.findings(in: view)) }
            if isLast, characters.containsAny(of: ":=>") {
                findings.formUnion(NamedValues.findings(in: view, hidesPersonalData: rules.hidesPersonalData))
            }
        }
        if rules.hidesPersonalData, characters.containsAny(of: "@+") {
            findings.formUnion(PersonalData.findings(in: view))
        }
        for pattern in rules.patterns { findings.formUnion(PatternMatches.findings(of: pattern, in: view)) }
        return findings
    }

    // MARK: - Replacing

    /// A text with what was found in it replaced.
    private func text(of bytes: UnsafeBufferPointer<UInt8>, replacing replacements: [Replacement]) -> String {
        text(of: bytes, in: bytes, replacing: replacements)
    }

    /// The beginning of a text with what begins in it replaced.
    private func text(
        of beginning: UnsafeBufferPointer<UInt8>,
        in source: UnsafeBufferPointer<UInt8>,
        replacing replacements: [Replacement]
    ) -> String {
        let capacity = replacements.reduce(beginning.count + 1) { $0 + length(of: $1) }
        return String(unsafeUninitializedCapacity: capacity) { buffer in
            var output = TextOutput(buffer)
            var scratch: [UInt8] = []
            // A text that was made to cost time says the same over and over.
            var last: (data: UnsafeBufferPointer<UInt8>, kind: PersonalKind)?
            var placeholder: [UInt8] = []
            var end = 0
            for replacement in replacements {
                guard replacement.start < beginning.count else { break }
                output.append(source, end..<replacement.start)
                output.append(source, replacement.quote)
                switch replacement.kind {
                case .own(let number): output.append(secretNames[number])
                case .secret, .pattern: output.append(Placeholder.secretBytes)
                case .personal(let kind):
                    let data = UnsafeBufferPointer(rebasing: source[replacement.start..<replacement.end])
                    if last?.kind != kind || last?.data.elementsEqual(data) != true {
                        if last?.kind != kind { placeholder = Placeholder.blank(for: kind) }
                        Placeholder.write(hash(of: data, kind, &scratch), into: &placeholder)
                        last = (data, kind)
                    }
                    output.append(placeholder)
                }
                output.append(source, replacement.quote)
                end = replacement.end
            }
            if end < beginning.count { output.append(source, end..<beginning.count) }
            return output.count
        }
    }

    /// The keyed hash of personal data, the same for what is the same to a person.
    private func hash(of data: UnsafeBufferPointer<UInt8>, _ kind: PersonalKind, _ scratch: inout [UInt8]) -> UInt64 {
        guard !PersonalData.isNormal(data, as: kind) else { return hash.value(of: data) }
        PersonalData.normalize(data, as: kind, into: &scratch)
        return hash.value(of: scratch)
    }

    /// How many bytes a placeholder takes, its quotation marks included.
    private func length(of replacement: Replacement) -> Int {
        let length =
            switch replacement.kind {
            case .own(let number): secretNames[number].count
            case .secret, .pattern: Placeholder.secretBytes.count
            case .personal(let kind): Placeholder.length(of: kind)
            }
        return length + 2 * replacement.quote.count
    }
}

extension SipHash {
    /// The hash under a key that this process has made up.
    fileprivate static let ofProcess = SipHash(low: .random(in: 0 ... .max), high: .random(in: 0 ... .max))

    /// The hash under a key that is itself made of a text.
    fileprivate init(keyedBy text: [UInt8]) {
        self.init(
            low: SipHash(low: 0, high: 1).value(of: text),
            high: SipHash(low: 1, high: 0).value(of: text)
        )
    }
}
