extension String {
    /// The text of which no line is a command to the program that runs a CI job, which reads what jobs print.
    ///
    /// GitHub takes a line that begins with `::`, and `##[` anywhere, for a command; Azure Pipelines `##vso[` and `##[`;
    /// TeamCity `##teamcity[`. One character of each is written as `\u{3a}` or `\u{23}`, as what is not seen is.
    var withoutCommands: String {
        guard utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "#") }) else { return self }
        return split(separator: "\n", omittingEmptySubsequences: false).map(Self.withoutCommand).joined(separator: "\n")
    }

    /// A line that is no command.
    private static func withoutCommand(_ line: Substring) -> String {
        var line = String(line)
        if line.drop(while: \.isWhitespace).unicodeScalars.starts(with: "::".unicodeScalars),
            let colon = line.unicodeScalars.firstIndex(of: ":")
        {
            line.unicodeScalars.replaceSubrange(colon...colon, with: "\\u{3a}".unicodeScalars)
        }
        for mark in ["##[", "##vso[", "##teamcity["] {
            line = line.replacing(mark, with: "#\\u{23}" + mark.dropFirst(2))
        }
        return line
    }
}
