import Yams

extension YAMLSourceError {
    /// What the YAML parser says, in our form.
    init(_ error: YamlError, in text: String, file: String) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            self.init(
                place: SourcePlace(file: file, line: mark.line, column: mark.column),
                message: Self.message(
                    problem,
                    context: context,
                    isTab: text.isTab(line: mark.line, column: mark.column)
                )
            )
        case .composer(let context, let problem, let mark, _):
            self.init(
                place: SourcePlace(file: file, line: mark.line, column: mark.column),
                message: context == nil ? problem : "a second document begins (write one document to a file)"
            )
        case .reader(let problem, let offset, _, _):
            self.init(place: text.place(ofCharacter: offset ?? 0, file: file), message: problem)
        case .duplicatedKeysInMapping(let names, let context):
            self.init(
                duplicate: names.first ?? "",
                line: context.mark.line,
                column: context.mark.column,
                in: text,
                file
            )
        default:
            self.init(place: SourcePlace(file: file), message: "can't be read as YAML: \(error)")
        }
    }

    /// The parser's problem and what it was busy with, with a hint where the usual cause is known.
    private static func message(_ problem: String, context: YamlError.Context?, isTab: Bool) -> String {
        if problem.hasPrefix("Maximum nesting level") { return "values nest too deep" }
        let hint = isTab ? " (YAML forbids tabs for indentation; use spaces)" : ""
        guard let context else { return problem + hint }
        return "\(problem) \(context.text) that begins at \(context.mark.line):\(context.mark.column)\(hint)"
    }

    /// A name that stands twice in one mapping: told at the second place, naming the first.
    private init(duplicate name: String, line: Int, column: Int, in text: String, _ file: String) {
        let first = SourcePlace(file: file, line: line, column: column)
        let second = text.secondPlace(ofKey: name, after: first)
        self.init(
            place: second ?? first,
            message: second == nil
                ? "member '\(name)' is written twice (keep one)"
                : "member '\(name)' is written twice, first at \(line):\(column) (keep one)",
            rest: second.map(text.withoutMember)
        )
    }
}

extension String {
    /// Whether a tab stands at that place.
    fileprivate func isTab(line: Int, column: Int) -> Bool {
        let lines = split(separator: "\n", maxSplits: line, omittingEmptySubsequences: false)
        guard lines.indices.contains(line - 1) else { return false }
        return lines[line - 1].unicodeScalars.dropFirst(column - 1).first == "\t"
    }

    /// The place of the character that so many come before.
    fileprivate func place(ofCharacter offset: Int, file: String) -> SourcePlace {
        let before = prefix(offset)
        let lastLine = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        return SourcePlace(
            file: file,
            line: before.count { $0.isNewline } + 1,
            column: lastLine.unicodeScalars.count + 1
        )
    }

    /// The text without the member in block style at a place: its key, and the lines below that are its value.
    fileprivate func withoutMember(at place: SourcePlace) -> String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let isValue = { (line: String) in
            let indentation = line.prefix { $0 == " " }.count
            let isItem = indentation == place.column - 1 && line.dropFirst(indentation).hasPrefix("- ")
            return indentation >= place.column || isItem || line.allSatisfy(\.isWhitespace)
        }
        let end = lines[place.line...].firstIndex { !isValue($0) } ?? lines.endIndex
        for index in place.line - 1..<end { lines[index] = "" }
        return lines.joined(separator: "\n")
    }

    /// Where a key is written for the second time: in block style that is below its first place in the same column.
    fileprivate func secondPlace(ofKey name: String, after first: SourcePlace) -> SourcePlace? {
        let forms = [name, "\"\(name)\"", "'\(name)'"]
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated().dropFirst(first.line) {
            let rest = line.unicodeScalars.dropFirst(first.column - 1)
            let isIndented = line.unicodeScalars.prefix(first.column - 1).allSatisfy { $0 == " " }
            if isIndented, forms.contains(where: { Substring(rest).starts(with: $0 + ":") }) {
                return SourcePlace(file: first.file, line: index + 1, column: first.column)
            }
        }
        return nil
    }
}
