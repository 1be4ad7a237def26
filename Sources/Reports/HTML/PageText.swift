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
        var escaped = String.UnicodeScalarView()
        for scalar in text.visibleLines.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
