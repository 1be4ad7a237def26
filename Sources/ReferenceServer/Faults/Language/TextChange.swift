import Foundation
import Timestamps

/// What becomes of a text.
enum TextChange: Sendable {
    /// It is written in capital letters.
    case uppercased
    /// It is written in small letters.
    case lowercased
    /// White space at both ends goes.
    case trimmed
    /// Several spaces in a row become one.
    case spacedOnce
    /// Only so many characters from the beginning stay.
    case first(Int)
    /// A text is put in front.
    case prefixed(String)
    /// A text is put behind.
    case suffixed(String)
    /// A text in it becomes another one, wherever it stands.
    case replacing(String, by: String)
    /// Base letters and combining marks become one character each (Unicode normalization form C).
    case composed
    /// What is behind the first character beyond the Basic Multilingual Plane goes, and that character.
    case cutAtAstral
    /// Its UTF-8 is taken for Latin-1.
    case misdecoded
    /// Characters beyond ASCII become question marks.
    case ascii
    /// Unless it ends with a brace, it is cut before the first comma and closed with one.
    case salvaged
    /// The instant that it is becomes a later one, or an earlier one; another text stays.
    case moved(Duration)

    /// The text afterwards.
    ///
    /// - Parameter text: the text before.
    /// - Returns: the text afterwards.
    func applied(to text: String) -> String {
        switch self {
        case .uppercased: text.uppercased()
        case .lowercased: text.lowercased()
        case .trimmed: text.trimmingCharacters(in: .whitespaces)
        case .spacedOnce: text.split(separator: " ").joined(separator: " ")
        case .first(let count): String(text.prefix(count))
        case .prefixed(let other): other + text
        case .suffixed(let other): text + other
        case .replacing(let old, let new): text.replacing(old, with: new)
        case .composed: text.precomposedStringWithCanonicalMapping
        case .cutAtAstral: String(String.UnicodeScalarView(text.unicodeScalars.prefix { $0.value <= 0xFFFF }))
        case .misdecoded: String(String.UnicodeScalarView(text.utf8.map(Unicode.Scalar.init)))
        case .ascii: String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isASCII ? $0 : "?" }))
        case .salvaged: text.hasSuffix("}") ? text : text.prefix { $0 != "," } + "}"
        case .moved(let distance): Timestamp(rfc3339: text).map { ($0 + distance).rfc3339 } ?? text
        }
    }
}
