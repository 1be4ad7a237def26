import JSON
import YAMLSource

extension SeverityOverrides {
    /// Reads decisions from YAML: an object whose keys are rule ids and fingerprints.
    ///
    /// A value is a severity for both sides, or an object with `severity`, or `client` and `vendor`, and `reason`:
    ///
    /// ```yaml
    /// response-enum-value-added: harmless
    /// 3fa9c0d1e2b4a6c8: { severity: ignored, reason: nobody ever sent it }
    /// request-property-added: { vendor: breaking }
    /// ```
    ///
    /// - Parameters:
    ///   - text: the text; empty when nothing is decided.
    ///   - file: the path that messages name.
    /// - Throws: ``SeverityError`` with all problems: no YAML, a key that is neither a rule nor a fingerprint, a severity or a
    ///   member that isn't known.
    public init(yaml text: String, file: String) throws(SeverityError) {
        let root: LocatedValue
        do throws(YAMLSourceError) {
            root = try LocatedValue(yaml: text, file: file)
        } catch {
            throw SeverityError([error.diagnostic])
        }
        var reader = SeverityReader()
        reader.read(root)
        guard reader.diagnostics.isEmpty else { throw SeverityError(reader.diagnostics) }
        entries = reader.entries
    }
}

/// Reads decisions, and collects what is wrong with them.
private struct SeverityReader {
    private(set) var entries: [SeverityOverrides.Entry] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let ruleIDs = Rule.all.map(\.id)
    private let known: Set<String>
    /// How many problems are told; then reading ends.
    private static let problemLimit = 1_000

    init() {
        known = Set(ruleIDs)
    }

    mutating func read(_ root: LocatedValue) {
        switch root.content {
        case .object(let members):
            for (key, value) in members where diagnostics.count < Self.problemLimit {
                if !known.contains(key.name), !key.name.isFingerprint {
                    let hint = Suggestion.nearest(to: key.name, among: ruleIDs).map { "did you mean '\($0)'?" }
                    tell(
                        key.place,
                        "unknown rule '\(key.name)' (\(hint ?? "write a rule's id, or a fingerprint of 16 digits"))"
                    )
                }
                read(value, of: key)
            }
        case .scalar(.null): break
        case .array, .scalar:
            tell(root.place, "severities must be an object, not \(root.json.kind.rawValue)")
        }
    }

    /// Reads one decision.
    private mutating func read(_ value: LocatedValue, of key: LocatedKey) {
        guard case .object(let members) = value.content else {
            let severity = severity(value)
            return add(key, client: severity, vendor: severity, reason: nil)
        }
        var (client, vendor): (Severity?, Severity?)
        var reason: String?
        for (name, value) in members {
            switch name.name {
            case "severity":
                let severity = severity(value)
                (client, vendor) = (client ?? severity, vendor ?? severity)
            case "client": client = severity(value) ?? client
            case "vendor": vendor = severity(value) ?? vendor
            case "reason": reason = self.reason(value)
            default:
                let words = ["severity", "client", "vendor", "reason"]
                tell(name.place, "unknown key '\(name.name)' (\(Suggestion.text(for: name.name, among: words)))")
            }
        }
        if client == nil, vendor == nil, diagnostics.isEmpty {
            tell(value.place, "nothing is decided for '\(key.name)' (write severity, client or vendor)")
        }
        add(key, client: client, vendor: vendor, reason: reason)
    }

    private mutating func add(_ key: LocatedKey, client: Severity?, vendor: Severity?, reason: String?) {
        entries.append(
            SeverityOverrides.Entry(key: key.name, client: client, vendor: vendor, reason: reason, place: key.place)
        )
    }

    private mutating func severity(_ value: LocatedValue) -> Severity? {
        let words = Severity.allCases.reversed().map(\.rawValue)
        guard case .scalar(.string(let text)) = value.content else {
            tell(value.place, "a severity must be a string, not \(value.json.kind.rawValue)")
            return nil
        }
        if let severity = Severity(rawValue: text) { return severity }
        tell(value.place, "unknown severity '\(text)' (\(Suggestion.text(for: text, among: words)))")
        return nil
    }

    private mutating func reason(_ value: LocatedValue) -> String? {
        if case .scalar(.string(let text)) = value.content { return text }
        tell(value.place, "'reason' must be a string, not \(value.json.kind.rawValue)")
        return nil
    }

    private mutating func tell(_ place: SourcePlace, _ message: String) {
        diagnostics.append(Diagnostic(place: place, message: message))
    }
}

extension String {
    /// Whether this is made of 16 hexadecimal digits in small letters.
    fileprivate var isFingerprint: Bool {
        utf8.count == 16 && utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }
}
