import Results
import SeamContract

extension ConsoleReport {
    /// The problems of one case with their exchanges and the `curl` lines.
    ///
    /// - Parameter record: the case.
    /// - Returns: the lines; empty when there are no problems, or a waiver allows them.
    func telling(of record: CaseRecord) -> String {
        let sections = sections(of: Problem.all(in: [record])).map { $0.joined(separator: "\n") }
        return sections.joined(separator: "\n\n").clipped(to: Self.tellingLimit)
    }

    /// How much is told of one case, in scalars.
    private static let tellingLimit = 20_000

    /// How many lines the problems that are told in full may take, beside the first.
    private static let fullLineLimit = 100
    /// How many problems are told in one line at most.
    private static let briefLimit = 30

    /// The problems: the first ones in full, each of the others in one line, and where all of them are told.
    ///
    /// All together take no more than a person reads in a minute. A requirement is stated with its first five problems.
    /// - Parameter problems: the problems, the heaviest first.
    /// - Returns: the sections, each of them lines.
    func sections(of problems: [Problem]) -> [[String]] {
        var tellings: [String: Int] = [:]
        var full: [[String]] = []
        var lineCount = 0
        for problem in problems.prefix(20) {
            let requirements = problem.first.finding.requirements
            for id in requirements { tellings[id, default: 0] += 1 }
            let lines = lines(of: problem, stating: requirements.filter { tellings[$0, default: 0] <= 5 })
            lineCount += lines.count
            if !full.isEmpty, lineCount > Self.fullLineLimit { break }
            full.append(lines)
        }
        let briefs = briefs(of: problems.dropFirst(full.count))
        return briefs.isEmpty ? full : full + [briefs]
    }

    /// Problems in one line each, a bounded number of them, and what shows them in full; nothing for none.
    private func briefs(of problems: ArraySlice<Problem>) -> [String] {
        if problems.isEmpty { return [] }
        let lines = problems.prefix(Self.briefLimit).map { problem in
            let finding = problem.first.finding
            let clue = (finding.location.isEmpty ? finding.message : finding.location).visible(upTo: 200)
            return [title(of: problem), clue].joined(separator: "  ")
        }
        let rest = problems.count - lines.count
        let command = "seamcheck report \(record.header.id.visible) --format html"
        return lines + (rest > 0 ? ["and \(rest) more"] : []) + ["in full: " + command]
    }

    /// A problem: the requirement, what was expected, the exchange, and in which cases it showed.
    ///
    /// - Parameters:
    ///   - problem: the problem.
    ///   - requirements: the ids of the requirements whose statements are told.
    /// - Returns: the lines.
    private func lines(of problem: Problem, stating requirements: [String]) -> [String] {
        let (record, finding) = (problem.first.record, problem.first.finding)
        var lines = [title(of: problem)]
        for id in requirements {
            if let statement = catalogue[id]?.statement { lines += wrapped(statement.visible, indent: 2) }
        }
        lines += field("found", finding.message)
        let told = finding.message.visible(upTo: Self.fieldLimit)
        for (name, value) in [("expected", finding.expected), ("actual", finding.actual)]
        where !told.tells(value.visible) {
            lines += field(name, value)
        }
        lines += field("at", finding.location)
        let place = record.header.place
        lines += field("case", place.isEmpty ? record.header.id : "\(record.header.id)  \(place)")
        if !finding.step.isEmpty { lines += field("step", finding.step) }
        if problem.sightings.count > 1 { lines += others(problem.sightings.dropFirst()) }
        lines += field("again", again(record))
        if let exchange = problem.first.exchange { lines += self.lines(of: exchange) }
        return lines
    }

    /// The command that runs a case again with the values it had; what the `curl` line speaks of is deleted by then.
    private func again(_ record: CaseRecord) -> String {
        let paths = self.record.header.suite.origin == "bundled" ? "" : self.record.header.suite.origin + " "
        return
            "seamcheck run \(paths)--id '\(record.rerunID)' --seed \(self.record.header.seed(of: record.rerunID))"
    }

    /// `MUST  UI-UNIQ-EMAIL  in 2 cases`.
    private func title(of problem: Problem) -> String {
        let finding = problem.first.finding
        let (word, style): (String, Ink.Style) =
            switch finding.severity {
            case .must: ("MUST", .red)
            case .should: ("SHOULD", .yellow)
            case .harness: ("ERROR", .magenta)
            case .may: ("MAY", .cyan)
            }
        let cases = "in \(Wording.count(problem.sightings.count, "case"))"
        return [ink.paint(word, .bold, style), ink.paint(finding.subject, .bold), ink.paint(cases, .faint)]
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

    /// How much of a value is told.
    private static let fieldLimit = 600

    /// A name and its value on one line; nothing when there is none.
    func field(_ name: String, _ value: String) -> [String] {
        value.isEmpty ? [] : ["  " + ink.paint(Self.name(name), .faint) + value.visible(upTo: Self.fieldLimit)]
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
    private func wrapped(_ sentence: String, indent: Int) -> [String] {
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
