import Results
import SeamContract

extension ConsoleReport {
    /// A problem: the requirement, what was expected, the exchange, and in which cases it showed.
    ///
    /// - Parameter problem: the problem.
    /// - Returns: the lines.
    func lines(of problem: Problem) -> [String] {
        let (record, finding) = (problem.first.record, problem.first.finding)
        var lines = [title(of: problem)]
        for id in finding.requirements {
            if let statement = catalogue[id]?.statement { lines += wrapped(statement.visible, indent: 2) }
        }
        lines += field("found", finding.message)
        lines += field("expected", finding.expected)
        lines += field("actual", finding.actual)
        lines += field("at", [finding.place, finding.operation ?? ""].filter { !$0.isEmpty }.joined(separator: " of "))
        lines += field("case", "\(record.header.id)  \(record.header.place)")
        if !finding.step.isEmpty { lines += field("step", finding.step) }
        if problem.sightings.count > 1 { lines += others(problem.sightings.dropFirst()) }
        if let exchange = problem.first.exchange { lines += self.lines(of: exchange) }
        return lines
    }

    /// `failed  must  UI-UNIQ-EMAIL  in 2 cases`.
    private func title(of problem: Problem) -> String {
        let finding = problem.first.finding
        let (word, style): (String, Ink.Style) =
            switch finding.severity {
            case .must: ("MUST", .red)
            case .should: ("SHOULD", .yellow)
            case .harness: ("ERROR", .magenta)
            case .may: ("MAY", .cyan)
            }
        let subject = finding.requirements.isEmpty ? finding.code : finding.requirements.joined(separator: ", ")
        let cases = "in \(Wording.count(problem.sightings.count, "case"))"
        return [ink.paint(word, .bold, style), ink.paint(subject.visible, .bold), ink.paint(cases, .faint)]
            .joined(separator: "  ")
    }

    /// The other cases, eight at most.
    private func others(_ sightings: ArraySlice<Problem.Sighting>) -> [String] {
        let shown = sightings.prefix(8).map { $0.record.header.id.visible }
        let rest = sightings.count - shown.count
        let more = rest > 0 ? ["and \(rest) more"] : []
        return (shown + more).enumerated().map { index, text in
            "  " + ink.paint(Self.name(index == 0 ? "also" : ""), .faint) + text
        }
    }

    /// A name and its value on one line; nothing when there is none.
    func field(_ name: String, _ value: String) -> [String] {
        value.isEmpty ? [] : ["  " + ink.paint(Self.name(name), .faint) + value.visible.clipped(to: 300)]
    }

    /// A name, as wide as the widest.
    private static func name(_ name: String) -> String {
        name + String(repeating: " ", count: max(1, 10 - name.utf8.count))
    }

    /// A sentence broken between words.
    ///
    /// - Parameters:
    ///   - sentence: the sentence, already made visible.
    ///   - indent: how many spaces come before each line.
    /// - Returns: the lines.
    func wrapped(_ sentence: String, indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = margin
        for word in sentence.split(separator: " ") {
            if line.count + word.count + 1 > width, line != margin {
                lines.append(line)
                line = margin
            }
            line += (line == margin ? "" : " ") + word
        }
        return line == margin ? lines : lines + [line]
    }
}
