import Mustache

/// Makes text safe for the content of an HTML element and for a quoted attribute.
///
/// It goes by Unicode scalars, as browsers do: a `"` with a combining mark behind it is another character to Swift, but
/// still ends an attribute. What is not seen is written as `\u{1b}`.
struct PageText: MustacheContentType {
    /// What templates call it.
    static let name = "PAGE"

    /// The text with the characters that mean something to HTML replaced.
    func escapeText(_ text: String) -> String {
        text.visibleLines.escapingBytes { byte in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            case UInt8(ascii: "'"): "&#39;"
            default: nil
            }
        }
    }
}
