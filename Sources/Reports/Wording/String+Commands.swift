extension String {
    /// The text of which no line is a command to the program that runs a CI job, which reads what jobs print.
    ///
    /// GitHub takes a line that begins with `::`, and `##[` anywhere, for a command; Azure Pipelines `##vso[` and `##[`;
    /// TeamCity `##teamcity[`. One character of each is written as `\u{3a}` or `\u{23}`, as what is not seen is.
    var withoutCommands: String {
        guard utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "#") }) else { return self }
        let scalars = Array(unicodeScalars)
        var shown = String.UnicodeScalarView()
        var isAtStart = true
        for (place, scalar) in scalars.enumerated() {
            let rest = scalars[(place + 1)...]
            if isAtStart, scalar == ":", rest.first == ":" {
                shown.append(contentsOf: "\\u{3a}".unicodeScalars)
            } else if scalar == "#", place > 0, scalars[place - 1] == "#", Self.marks.contains(where: rest.starts) {
                shown.append(contentsOf: "\\u{23}".unicodeScalars)
            } else {
                shown.append(scalar)
            }
            isAtStart = scalar == "\n" || isAtStart && scalar.properties.isWhitespace
        }
        return String(shown)
    }

    /// What makes a command of two `#` before it.
    private static let marks = ["[", "vso[", "teamcity["].map { Array($0.unicodeScalars) }
}
