import Yams

/// Makes sure that every key of a text is written out, before the aliases of the text are followed.
///
/// The YAML parser looks for repeated keys by a hash of all that a key holds. Aliases of aliases make a key of billions of
/// values in a few bytes, so the keys are looked at in the same text without aliases.
struct KeyCheck {
    /// What stands for the `*` of an alias: a character for private use, with which a plain scalar may begin.
    private static let mark = "\u{E000}"

    private let yaml: String
    private let file: String

    /// A check of a text.
    init(_ yaml: String, file: String) {
        self.yaml = yaml
        self.file = file
    }

    /// Refuses keys that are aliases, arrays or objects.
    ///
    /// - Throws: ``YAMLSourceError`` at such a key, or when the text is not YAML without its aliases.
    func run() throws(YAMLSourceError) {
        let mayHaveAliases = yaml.utf8.contains(UInt8(ascii: "*")) && yaml.utf8.contains(UInt8(ascii: "&"))
        guard mayHaveAliases, mayHaveOtherKeysThanScalars else { return }
        let text = yaml.replacing("*", with: Self.mark)
        if let root = try LocatedValue.root(of: text, file: file) { try check(root) }
    }

    /// Whether there is what a key that is no scalar needs.
    ///
    /// That is a `?` before a blank, or a `:` behind an alias or a closing bracket.
    private var mayHaveOtherKeysThanScalars: Bool {
        var isBehindOne = false
        var previous: UInt8 = 0
        for byte in yaml.utf8 {
            let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
            switch byte {
            case UInt8(ascii: ":") where isBehindOne: return true
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isBehindOne = false
            case UInt8(ascii: "*"), UInt8(ascii: "]"), UInt8(ascii: "}"): isBehindOne = true
            case _ where isBlank || Self.isInAliasName(byte): break
            default: isBehindOne = false
            }
            let isBreak = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
            if previous == UInt8(ascii: "?"), isBlank || isBreak || byte >= 0x80 { return true }
            previous = byte
        }
        return previous == UInt8(ascii: "?")
    }

    /// Whether the parser takes a byte for a part of an alias.
    private static func isInAliasName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// Looks at the keys of a node and of all below it.
    private func check(_ node: Node) throws(YAMLSourceError) {
        switch node {
        case .sequence(let items):
            for item in items { try check(item) }
        case .mapping(let members):
            for (key, value) in members {
                guard case .scalar(let scalar) = key else {
                    throw refusal(of: key, "a key must be a string, not an array or an object")
                }
                guard scalar.style != .plain || !scalar.string.hasPrefix(Self.mark) else {
                    throw refusal(of: key, "a key must be written out, not be an alias")
                }
                try check(value)
            }
        case .scalar, .alias: return
        }
    }

    /// The error at a key.
    private func refusal(of key: Node, _ message: String) -> YAMLSourceError {
        let place = key.mark.map { SourcePlace(file: file, line: $0.line, column: $0.column) }
        return YAMLSourceError(place: place ?? SourcePlace(file: file), message: message)
    }
}
