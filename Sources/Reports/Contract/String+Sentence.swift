extension String {
    /// The text up to the end of its first sentence, on one line; links of Markdown are their words.
    var firstSentence: String {
        let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .replacing(/\[([^\]]*)\]\([^)]*\)/) { $0.output.1 }
        guard let end = line.firstRange(of: /[.!?] (?=[A-Z`])/) else { return line }
        return String(line[..<end.lowerBound]) + String(line[end.lowerBound])
    }
}
