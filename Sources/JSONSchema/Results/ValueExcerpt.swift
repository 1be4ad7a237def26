package import JSON

/// The start of a value as JSON, cut to what fits in a message.
package enum ValueExcerpt {
    /// The most characters an excerpt has.
    package static let limit = 120

    /// The value as compact JSON; when longer than the limit, cut and ended with `…`.
    ///
    /// - Parameter value: the value; only its start is written, whatever its size.
    /// - Returns: the excerpt.
    package static func of(_ value: JSONValue) -> String {
        var text = ""
        write(value, to: &text)
        return cut(text, to: limit)
    }

    /// The text; when longer than a limit, cut and ended with `…`.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - limit: the most characters.
    /// - Returns: at most so many characters.
    package static func cut(_ text: String, to limit: Int) -> String {
        text.utf8.count <= limit || text.count <= limit ? text : text.prefix(limit - 1) + "…"
    }

    /// Whether there is enough text to fill an excerpt.
    private static func isFull(_ text: String) -> Bool { text.utf8.count > limit * 4 }

    /// Appends the value, and stops soon after the limit.
    private static func write(_ value: JSONValue, to text: inout String) {
        switch value {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let number): text += number.text.prefix(limit + 1)
        case .string(let string): write(string, to: &text)
        case .array(let items):
            writeList(items, between: "[", "]", to: &text) { write($0, to: &$1) }
        case .object(let object):
            writeList(object.members, between: "{", "}", to: &text) { member, text in
                write(member.key, to: &text)
                text += ":"
                write(member.value, to: &text)
            }
        }
    }

    /// Appends a list of things between brackets.
    private static func writeList<Item>(
        _ items: [Item],
        between open: String,
        _ close: String,
        to text: inout String,
        each: (Item, inout String) -> Void
    ) {
        text += open
        for (index, item) in items.enumerated() {
            guard !isFull(text) else { return }
            if index > 0 { text += "," }
            each(item, &text)
        }
        text += close
    }

    /// Appends a string with its quotes; control characters are escaped.
    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars.prefix(limit + 1) {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
