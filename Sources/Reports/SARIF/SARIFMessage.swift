import JSON

/// A `message` object of SARIF.
///
/// Braces would be placeholders (§3.11.5) and square brackets a link (§3.11.6), so that an endpoint could make one.
enum SARIFMessage {
    /// A message.
    ///
    /// - Parameter text: the text; what is in it is shown, never obeyed.
    /// - Returns: the object.
    static func object(_ text: String) -> JSONValue { .members(["text": .string(escaped(text))]) }

    private static func escaped(_ text: String) -> String {
        let text = text.visible(upTo: 2000).escaping(["{": "{{", "}": "}}"])
        let hasLink = zip(text.utf8, text.utf8.dropFirst()).contains {
            $0 == UInt8(ascii: "]") && $1 == UInt8(ascii: "(")
        }
        return hasLink ? text.escaping(["[": "\\[", "]": "\\]"]) : text
    }
}
