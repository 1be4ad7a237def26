/// A format that is checked: a name of the `format` keyword, and the strings that keep it.
///
/// Checked are `uuid`, `date-time`, `date`, `email` and `uri`; every other name is an annotation.
public struct SchemaFormat: Sendable, CustomStringConvertible {
    /// The name: `date-time`.
    public let name: String
    /// What a value must be, for a message: `a date-time (RFC 3339 §5.6)`.
    public let phrase: String
    /// The check.
    private let check: @Sendable (String.UTF8View) -> Bool

    /// A format.
    init(_ name: String, _ phrase: String, _ check: @escaping @Sendable (String.UTF8View) -> Bool) {
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
    public func accepts(_ string: String) -> Bool { check(string.utf8) }

    /// The name.
    public var description: String { name }
}
