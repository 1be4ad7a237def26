/// Text within Markdown (GitHub Flavored Markdown 0.29): shown, never obeyed.
enum MarkdownText {
    /// A text of ours on one line: nothing in it is markup, names nobody and refers to no issue.
    ///
    /// - Parameter text: the text.
    /// - Returns: the Markdown.
    static func plain(_ text: String) -> String {
        text.told.escaping(escapes)
    }

    private static let escapes: [Unicode.Scalar: String] = {
        let marks = #"\`*_[]<>|~&$"#.unicodeScalars.map { ($0, "\\\($0)") }
        return Dictionary(uniqueKeysWithValues: marks + [("@", "`@`"), ("#", "`#`")])
    }()

    /// A text of anybody's on one line as a code span (§6.3); `–` for an empty one.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - limit: the most characters.
    ///   - isInTable: whether it stands in a table, where a `|` would end the cell (§4.10).
    /// - Returns: the Markdown.
    static func code(_ text: String, limit: Int = 300, isInTable: Bool = false) -> String {
        let told = text.visible(upTo: limit)
        guard !told.isEmpty else { return "–" }
        let fence = String(repeating: "`", count: longestFence(in: told) + 1)
        let edges = [told.unicodeScalars.first, told.unicodeScalars.last]
        let padding = edges.contains("`") || edges.contains(" ") ? " " : ""
        let span = fence + padding + told + padding + fence
        return isInTable ? span.escaping(["|": "\\|"]) : span
    }

    /// Lines of anybody's as a fenced code block (§4.5).
    ///
    /// - Parameter lines: the lines, of which what is not seen was written out.
    /// - Returns: the Markdown, without a line break at its end.
    static func block(_ lines: [String]) -> String {
        let text = lines.joined(separator: "\n")
        let fence = String(repeating: "`", count: max(3, longestFence(in: text) + 1))
        return "\(fence)text\n\(text)\n\(fence)"
    }

    /// Lines of anybody's that open under one line, with a blank line before the code so that it is one (§4.6).
    ///
    /// - Parameters:
    ///   - summary: the one line.
    ///   - lines: the lines.
    /// - Returns: the Markdown.
    static func details(_ summary: String, _ lines: [String]) -> String {
        let escaped = summary.told.escaping(["&": "&amp;", "<": "&lt;", ">": "&gt;"])
        return "<details><summary><code>\(escaped)</code></summary>\n\n\(block(lines))\n\n</details>"
    }

    /// The length of the longest run of backticks.
    private static func longestFence(in text: String) -> Int {
        var longest = 0
        var length = 0
        for byte in text.utf8 {
            length = byte == UInt8(ascii: "`") ? length + 1 : 0
            longest = max(longest, length)
        }
        return longest
    }
}
