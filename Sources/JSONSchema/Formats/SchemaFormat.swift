/// A format that is checked: a name of the `format` keyword, and the strings that keep it.
///
/// Checked are these; every other name is an annotation.
public enum SchemaFormat: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    /// `full-date` of RFC 3339 §5.6, an existing day of the Gregorian calendar.
    case date
    /// RFC 3339 §5.6 with any offset and any number of fraction digits.
    ///
    /// A 60th second is accepted only where a leap second can be: at 23:59:60 UTC (§5.7).
    case dateTime = "date-time"
    /// A `Mailbox` of RFC 5321 §4.1.2 (ASCII only), of at most 254 bytes.
    ///
    /// As the RFC has it, a domain without a dot (`a@b`), a quoted local part (`"a b"@example.com`) and an address literal
    /// (`a@[127.0.0.1]`) are accepted.
    case email
    /// A URI with a scheme (RFC 3986 §3); relative references and characters outside ASCII are refused.
    case uri
    /// 8-4-4-4-12 hexadecimal digits in either case, of any version (RFC 9562 §4).
    case uuid

    /// The formats that are checked, by name.
    public static var all: [SchemaFormat] { allCases }

    /// The name: `date-time`.
    public var name: String { rawValue }

    /// The format of that name; nil when it is not checked.
    ///
    /// - Parameter name: the name, as in the `format` keyword.
    /// - Returns: the format.
    public static func named(_ name: String) -> SchemaFormat? { SchemaFormat(rawValue: name) }

    /// What a value must be, for a message: `a date-time (RFC 3339 §5.6)`.
    public var phrase: String {
        switch self {
        case .date: "a date (RFC 3339 §5.6)"
        case .dateTime: "a date-time (RFC 3339 §5.6)"
        case .email: "an email address (RFC 5321 §4.1.2)"
        case .uri: "an absolute URI (RFC 3986 §3)"
        case .uuid: "a UUID (RFC 9562 §4)"
        }
    }

    /// Whether the string keeps the format.
    ///
    /// - Parameter string: the string, with nothing around it.
    /// - Returns: true when it does.
    public func accepts(_ string: String) -> Bool { string.withUTF8Bytes(accepts) }

    /// Whether UTF-8 bytes keep the format.
    func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .date: DateTimeGrammar.isDate(bytes[...])
        case .dateTime: DateTimeGrammar.isDateTime(bytes[...])
        case .email: EmailGrammar.isMailbox(bytes[...])
        case .uri: URIGrammar.isURI(bytes[...])
        case .uuid: UUIDGrammar.isUUID(bytes)
        }
    }

    /// The name.
    public var description: String { name }
}

/// The UTF-8 bytes of a string, or a part of them.
typealias FormatBytes = Slice<UnsafeBufferPointer<UInt8>>

extension FormatBytes {
    /// Whether each part between separators keeps a rule; with no separator, the whole is the only part.
    ///
    /// - Parameters:
    ///   - separator: what stands between parts.
    ///   - rule: the rule.
    /// - Returns: whether all keep it.
    func allParts(between separator: Unicode.Scalar, _ rule: (FormatBytes) -> Bool) -> Bool {
        var rest = self
        while let end = rest.firstIndex(of: UInt8(ascii: separator)) {
            guard rule(rest[..<end]) else { return false }
            rest = rest[(end + 1)...]
        }
        return rule(rest)
    }
}
