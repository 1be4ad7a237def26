import YAMLSource

/// Reads templates.
///
/// It looks at bytes, since all that means something in a template is ASCII, and a suite has thousands of them.
struct TemplateParser {
    /// Why a text is no template, as a lower-case fragment that says what to write instead.
    struct Problem: Error, Sendable, Hashable {
        let message: String
    }

    /// Reads a text.
    ///
    /// - Parameter text: any text; one without `${` is a template that stands for itself.
    /// - Returns: the template.
    /// - Throws: ``Problem`` when an expression is not closed or can't be read.
    static func template(_ text: String) throws(Problem) -> Template {
        guard text.utf8.contains(UInt8(ascii: "$")) else {
            return Template(parts: text.isEmpty ? [] : [.text(text)], description: text)
        }
        var parts: [Template.Part] = []
        var literal = ""
        var rest = text[...]
        while let dollar = rest.utf8.firstIndex(of: UInt8(ascii: "$")) {
            literal += rest[..<dollar]
            rest = rest[dollar...]
            if rest.utf8.starts(with: "$${".utf8) {
                literal += "${"
                rest = rest.dropFirst(3)
            } else if rest.utf8.starts(with: "${".utf8) {
                let (body, behind) = try expressionText(in: rest)
                if !literal.isEmpty { parts.append(.text(literal)) }
                literal = ""
                parts.append(.expression(try expression(body)))
                rest = behind
            } else {
                literal += "$"
                rest = rest.dropFirst()
            }
        }
        literal += rest
        if !literal.isEmpty { parts.append(.text(literal)) }
        return Template(parts: parts, description: text)
    }

    /// The text between `${` and `}`, and what follows.
    private static func expressionText(in text: Substring) throws(Problem) -> (body: Substring, behind: Substring) {
        guard let close = text.utf8.firstIndex(of: UInt8(ascii: "}")) else {
            throw Problem(message: "'\(text)' is not closed (write '}' behind the name, or '$${' for the text '${')")
        }
        return (text[text.utf8.index(text.startIndex, offsetBy: 2)..<close], text[text.utf8.index(after: close)...])
    }

    /// Reads what stands between `${` and `}`.
    private static func expression(_ text: Substring) throws(Problem) -> Expression {
        let pieces = parts(of: text, at: "|").map { words(in: $0) }
        guard let head = pieces.first, let first = head.first else {
            throw Problem(message: "'${\(text)}' is empty (write a name between the braces)")
        }
        var filters: [Expression.Filter] = []
        let source = try source(first, in: text)
        switch (source, head.count) {
        case (_, 1): break
        case (.now, 3) where head[1] == "+" || head[1] == "-":
            filters.append(.plus(try duration(head[2], sign: head[1] == "-" ? -1 : 1)))
        default:
            throw Problem(message: "can't read '${\(text)}' (write a name, 'now + 2h', and filters behind '|')")
        }
        for piece in pieces.dropFirst() {
            filters.append(try filter(piece))
        }
        return Expression(source: source, filters: filters)
    }

    /// Reads where a value comes from.
    private static func source(_ word: Substring, in text: Substring) throws(Problem) -> Expression.Source {
        let path = parts(of: word, at: ".").map(String.init)
        guard let root = path.first, Name.isValid(root), path.allSatisfy({ !$0.isEmpty }) else {
            throw Problem(message: "'\(word)' is no name (write small letters, digits and '_', parts behind '.')")
        }
        switch (root, path.count) {
        case ("now", 1): return .now
        case ("unique", 2):
            guard let kind = UniqueValue(rawValue: path[1]) else {
                throw Problem(message: unknown("kind of unique value", path[1], UniqueValue.allCases.map(\.rawValue)))
            }
            return .unique(kind)
        case ("fixture", 2...3):
            guard let kind = RunFixtures.Kind(rawValue: path[1]) else {
                throw Problem(message: unknown("fixture", path[1], RunFixtures.Kind.allCases.map(\.rawValue)))
            }
            guard path.count == 3 else { return .fixture(RunFixtures.Reference(kind: kind, place: 0)) }
            return .fixture(RunFixtures.Reference(kind: kind, place: try count(Substring(path[2]), atMost: 99)))
        case ("fixture", _):
            let kinds = RunFixtures.Kind.allCases.map { "fixture.\($0.rawValue)" }.joined(separator: ", ")
            throw Problem(message: "can't read '${\(text)}' (write \(kinds), and '.1' behind it for the second)")
        case ("now", _), ("unique", _):
            let kinds = UniqueValue.allCases.map { "unique.\($0.rawValue)" }.joined(separator: ", ")
            throw Problem(message: "can't read '${\(text)}' (write now, \(kinds))")
        default: return .name(root, members: Array(path.dropFirst()))
        }
    }

    /// Reads what is done to a value.
    private static func filter(_ words: [Substring]) throws(Problem) -> Expression.Filter {
        switch (words.first.map(String.init), words.count) {
        case ("upper", 1): return .upper
        case ("lower", 1): return .lower
        case ("length", 1): return .length
        case ("repeat", 2): return .repeated(try count(words[1], atMost: 1_000_000))
        case ("first", 2): return .first(try count(words[1], atMost: .max))
        case ("last", 2): return .last(try count(words[1], atMost: .max))
        case ("plus", 2): return .plus(try duration(words[1], sign: 1))
        case ("minus", 2): return .plus(try duration(words[1], sign: -1))
        case (let name?, _) where filterNames.keys.contains(name):
            throw Problem(
                message: "can't read the filter '\(words.joined(separator: " "))' (write \(filterNames[name] ?? ""))"
            )
        case (let name, _):
            throw Problem(message: unknown("filter", name ?? "", filterNames.keys.sorted()))
        }
    }

    /// The filters, and how each is written.
    static let filterNames = [
        "upper": "upper", "lower": "lower", "length": "length", "repeat": "repeat 300", "first": "first 3",
        "last": "last 3", "plus": "plus 2h", "minus": "minus 2h",
    ]

    /// Reads a number of things.
    private static func count(_ word: Substring, atMost limit: Int) throws(Problem) -> Int {
        guard let count = Int(word), (0...limit).contains(count) else {
            throw Problem(message: "'\(word)' is no number of things (write digits, at most \(limit))")
        }
        return count
    }

    /// Reads a time.
    private static func duration(_ word: Substring, sign: Int) throws(Problem) -> Duration {
        guard let duration = Duration(scenarioText: word) else {
            throw Problem(message: "'\(word)' is no time (write a whole number and ms, s, m, h or d, as in 200ms)")
        }
        return duration * sign
    }

    /// What is said of a word that is not known.
    private static func unknown(_ what: String, _ word: String, _ known: [String]) -> String {
        "unknown \(what) '\(word)' (\(Suggestion.text(for: word, among: known)))"
    }

    /// The parts between separators, empty ones too.
    private static func parts(of text: Substring, at separator: Unicode.Scalar) -> [Substring] {
        text.utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false).map(Substring.init)
    }

    /// The words of a piece; `now+2h` is not taken apart.
    private static func words(in text: Substring) -> [Substring] {
        parts(of: text, at: " ").filter { !$0.isEmpty }
    }
}
