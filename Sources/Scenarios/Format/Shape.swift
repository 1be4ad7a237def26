/// What may stand at a place of a scenario file: the one source of the structure check and of the editors' schema.
indirect enum Shape: Sendable {
    /// Text of a kind.
    case text(TextKind)
    /// One of these words, or a template that becomes one; and what such a word is called.
    case word(String, [String])
    /// `true` or `false`.
    case flag
    /// Only `true`.
    case yes
    /// Nothing: an explicit null.
    case nothing
    /// A whole number in this range.
    case integer(ClosedRange<Int>)
    /// A number, of at least this when there is a limit.
    case number(atLeast: Int?)
    /// Anything.
    case any
    /// Anything but a mapping.
    case literal
    /// A list, of at least so many items.
    case list(Shape, atLeast: Int = 0)
    /// A mapping from keys of a kind.
    case map(TextKind, Shape)
    /// A mapping with known keys.
    case form(Form.Name)
    /// A mapping with known keys, told apart by the key that only one has.
    case choice([(key: String, form: Form.Name)])
    /// One of these, at most one of which is a mapping and one a list.
    case either([Shape])
}

/// The kinds of text in a scenario file.
enum TextKind: String, Sendable, CaseIterable {
    /// Any text.
    case any
    /// Text that says something: not only blanks.
    case phrase
    /// Text with a template in it.
    case template
    /// A kebab-case word.
    case id
    /// An id or a key as the endpoint has it, without a template.
    case fixture
    /// A name for templates.
    case name
    /// A time such as `200ms`.
    case duration
    /// A time such as `200ms`, and not none.
    case span
    /// A path below the endpoint.
    case way
    /// A class of statuses such as `4xx`.
    case statusClass
    /// A JSONPath.
    case path

    /// The kind in the words of a message.
    var words: String {
        switch self {
        case .any: "text"
        case .phrase: "text that is not empty"
        case .template: "a template such as '${name}'"
        case .id: "a word of small letters and digits, with '-' between parts"
        case .fixture: "an id or a key as the endpoint has it, without blanks and templates"
        case .name: "a name of small letters, digits and '_'"
        case .duration: "a time such as 200ms, 30s, 5m, 2h or 1d"
        case .span: "a time longer than none, such as 200ms, 30s, 5m, 2h or 1d"
        case .way: "a path below the endpoint such as /user_identities/get, not a whole URL"
        case .statusClass: "a class of statuses such as 4xx"
        case .path: "a JSONPath such as $.user_identity.email_address"
        }
    }

    /// The kind as a regular expression of JSON Schema; nil when any text will do.
    var pattern: String? {
        switch self {
        case .any: nil
        case .phrase: #"[^ \t\r\n]"#
        case .template: #"\$\{"#
        case .id: #"^[a-z0-9]+(-[a-z0-9]+)*$"#
        case .fixture: #"^(?!.*\$\{)[^ \t\r\n]+$"#
        case .name: #"^(?!(now|unique|copy|fixture)$)[a-z][a-z0-9_]*$"#
        case .duration: #"^[0-9]{1,9}(ms|s|m|h|d)$"#
        case .span: #"^(?=[0-9]*[1-9])[0-9]{1,9}(ms|s|m|h|d)$"#
        case .way: #"^(?![A-Za-z][A-Za-z0-9+.-]*://)."#
        case .statusClass: #"^[1-5]xx$"#
        case .path: #"^\$($|[.\[])"#
        }
    }

    /// Whether a text is of the kind; says the same as ``pattern``.
    func accepts(_ text: String) -> Bool {
        switch self {
        case .any: true
        case .phrase: !text.utf8.allSatisfy { " \t\r\n".utf8.contains($0) }
        case .template: text.contains("${")
        case .id: Self.isKebabCase(text)
        case .fixture: !text.isEmpty && !text.contains("${") && !text.utf8.contains { " \t\r\n".utf8.contains($0) }
        case .name: Name.isValid(text) && !Name.reserved.contains(text)
        case .duration: Duration(scenarioText: text) != nil
        case .span: Duration(scenarioText: text).map { $0 > .zero } ?? false
        case .way: !text.isEmpty && text.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:\/\//) == nil
        case .statusClass: text.utf8.count == 3 && text.hasSuffix("xx") && ("1"..."5").contains(text.prefix(1))
        case .path: text == "$" || text.hasPrefix("$.") || text.hasPrefix("$[")
        }
    }

    /// Whether a text is parts of small letters and digits with single hyphens between them.
    private static func isKebabCase(_ text: String) -> Bool {
        text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty
                && part.allSatisfy { ("a"..."z").contains(Character(Unicode.Scalar($0))) || (0x30...0x39).contains($0) }
        }
    }
}
