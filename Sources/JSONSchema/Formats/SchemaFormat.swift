/// A format that is checked: a name of the `format` keyword, and the strings that keep it.
///
/// Checked are `uuid`, `date-time`, `date`, `email` and `uri`; every other name is an annotation.
public struct SchemaFormat: Sendable, CustomStringConvertible {
    /// The name: `date-time`.
    public let name: String
    /// What a value must be, for a message: `a date-time (RFC 3339 §5.6)`.
    public let phrase: String
    /// The check.
    private let check: @Sendable (FormatBytes) -> Bool

    /// A format.
    init(_ name: String, _ phrase: String, _ check: @escaping @Sendable (FormatBytes) -> Bool) {
        self.name = name
        self.phrase = phrase
        self.check = check
    }

    /// The formats that are checked, by name.
    public static let all: [SchemaFormat] = [.date, .dateTime, .email, .uri, .uuid]

    /// The format of that name; nil when it is not checked.
    ///
    /// - Parameter name: the name, as in the `format` keyword.
    /// - Returns: the format.
    public static func named(_ name: String) -> SchemaFormat? {
        all.first { $0.name == name }
    }

    /// Whether the string keeps the format.
    ///
    /// - Parameter string: the string, with nothing around it.
    /// - Returns: true when it does.
    public func accepts(_ string: String) -> Bool { string.withUTF8Bytes { check($0[...]) } }

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
