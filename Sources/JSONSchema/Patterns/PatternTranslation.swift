/// Rewrites a pattern of ECMA-262 (with the `u` flag) so that Swift's `Regex` reads it the same way.
///
/// What differs: `\s` and `.` name other characters, `\cX` is unknown to Swift, and in a class `[`, `&&`, `--` and `~~` mean
/// something to Swift only. Not refused, though ECMA-262 does: possessive quantifiers, atomic groups and inline flags.
struct PatternTranslation {
    /// What is still to be read.
    private var rest: Substring.UnicodeScalarView
    /// What has been written.
    private var output = ""
    /// Whether the reader is between `[` and `]`.
    private var isInClass = false

    /// The white space and line terminators of ECMA-262 §12.2 and §12.3, as members of a class.
    private static let space =
        #"\t\n\u000B\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A"#
        + #"\u2028\u2029\u202F\u205F\u3000\uFEFF"#

    /// Rewrites a pattern.
    ///
    /// - Parameter pattern: the pattern of ECMA-262.
    /// - Returns: the pattern for `Regex`.
    /// - Throws: `SchemaPattern.Failure` for an escape that ECMA-262 does not have.
    static func translate(_ pattern: String) throws(SchemaPattern.Failure) -> String {
        var translation = PatternTranslation(rest: pattern.unicodeScalars[...])
        while let scalar = translation.rest.popFirst() {
            if scalar == "\\" {
                try translation.translateEscape()
            } else if translation.isInClass {
                translation.translateMember(scalar)
            } else {
                translation.translatePlain(scalar)
            }
        }
        return translation.output
    }

    /// A translation that has yet to run.
    private init(rest: Substring.UnicodeScalarView) {
        self.rest = rest
    }

    /// Rewrites a character outside of classes.
    private mutating func translatePlain(_ scalar: Unicode.Scalar) {
        switch scalar {
        case ".": output += #"[^\n\r\u2028\u2029]"#
        case "[" where rest.starts(with: "^]".unicodeScalars):
            rest = rest.dropFirst(2)
            output += "(?s:.)"
        case "[" where rest.first == "]":
            rest = rest.dropFirst()
            output += "(?!)"
        case "[":
            isInClass = true
            output += "["
            if rest.first == "^" {
                rest = rest.dropFirst()
                output += "^"
            }
        default: output.unicodeScalars.append(scalar)
        }
    }

    /// Rewrites a character of a class.
    private mutating func translateMember(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "]":
            isInClass = false
            output += "]"
        case "[", "&", "~": output += "\\" + String(scalar)
        case "-" where output.last == "[" || output.last == "^": output += "\\-"
        case "-" where rest.first == "-":
            rest = rest.dropFirst()
            output += "-\\-"
        default: output.unicodeScalars.append(scalar)
        }
    }

    /// Rewrites what follows a backslash.
    private mutating func translateEscape() throws(SchemaPattern.Failure) {
        guard let scalar = rest.popFirst() else {
            throw SchemaPattern.Failure(reason: "it ends in a backslash; write '\\\\' for a backslash")
        }
        switch scalar {
        case "s": output += isInClass ? Self.space : "[\(Self.space)]"
        case "S": output += "[^\(Self.space)]"
        case "c": try translateControl()
        case "v": output += #"\u000B"#
        case "0": output += #"\u0000"#
        case "b" where isInClass: output += #"\u0008"#
        case "d", "D", "w", "W", "b", "B", "n", "r", "t", "f", "x", "u", "p", "P", "k": output += "\\" + String(scalar)
        case _ where scalar.properties.isAlphabetic:
            throw SchemaPattern.Failure(reason: "'\\\(scalar)' is no escape of ECMA-262")
        default: output += "\\" + String(scalar)
        }
    }

    /// Rewrites `\cX`.
    private mutating func translateControl() throws(SchemaPattern.Failure) {
        guard let letter = rest.popFirst(), letter.isASCII, letter.properties.isAlphabetic else {
            throw SchemaPattern.Failure(reason: "expected a letter behind '\\c'")
        }
        let digits = String(letter.value % 32, radix: 16)
        output += #"\u"# + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
