import Results
import SeamContract

/// A run as Markdown, for a comment on a pull request or the summary of a step on GitHub.
///
/// It has at most 900 KiB, since GitHub refuses a summary of more than 1 MiB: of the problems, the heaviest come first, and
/// when there is no more room, how many are left out is told.
struct MarkdownReport {
    /// The most bytes.
    static let limit = 900 * 1024

    let subject: ReportSubject

    /// The report of a run.
    ///
    /// - Parameter subject: the run.
    init(_ subject: ReportSubject) {
        self.subject = subject
    }

    /// The document.
    var text: String {
        let start = joined([heading, tally, brokenRequirements, obstacles])
        let end = joined([remarks, drifts, notes])
        let room = Self.limit - start.utf8.count - end.utf8.count - 1000
        return joined([start, problems(within: room), end]).withoutCommands + "\n"
    }

    /// Parts with a blank line between them, those that are empty left out.
    private func joined(_ parts: [String]) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// The problems, the heaviest first, and how many there was no room for; empty when there are none.
    private func problems(within room: Int) -> String {
        let problems = subject.overview.problems
        var sections: [String] = []
        var size = 0
        for problem in problems {
            let section = section(of: problem)
            size += section.utf8.count + 2
            if size > room { break }
            sections.append(section)
        }
        let rest = problems.count - sections.count
        return problems.isEmpty
            ? "" : joined(["## What is wrong"] + sections + (rest > 0 ? [leftOut(rest)] : []))
    }

    /// The answer, and what was tested with what.
    private var heading: String {
        let header = subject.record.header
        let endpoint = header.isEmbedded ? "the embedded reference server" : MarkdownText.code(header.endpoint)
        let labels = header.labels.prefix(20).map { MarkdownText.code("\($0.key)=\($0.value)", limit: 100) }
        let facts =
            [
                "run \(MarkdownText.code(header.id)) of \(endpoint)", "\(header.startedAt)",
                header.profile.map { "profile \(MarkdownText.code($0.name))" },
                "scenarios \(MarkdownText.plain(header.suite.label))",
                "contract \(MarkdownText.plain(header.contract.label))", "seed \(header.seed)",
                "seamcheck \(MarkdownText.plain(header.version))",
            ].compactMap(\.self) + labels
        return "# seamcheck: \(MarkdownText.plain(subject.overview.headline))\n\n" + facts.joined(separator: ", ")
    }

    /// How many cases have each verdict, and how much was tested.
    private var tally: String {
        let tally = subject.overview.tally
        let ended = subject.record.cases.count { $0.result != nil }
        let cases = Wording.count(subject.record.header.caseCount, "case")
        let tested = subject.overview.testedShare.map { ", " + MarkdownText.plain($0.sentence) } ?? ""
        let sentence = "\(ended) of \(cases) in \(Wording.time(subject.overview.duration))\(tested)"
        guard !tally.isEmpty else { return sentence }
        let columns = tally.map { Wording.verdict($0.verdict) }
        let row = tally.map { String($0.count) }
        let rule = tally.map { _ in "---:" }
        return [columns, rule, row].map { "| \($0.joined(separator: " | ")) |\n" }.joined() + "\n" + sentence
    }

    /// The requirements that are broken, a hundred at most.
    private var brokenRequirements: String {
        let broken = subject.overview.requirements.filter { $0.broken > 0 }
        let rows = broken.prefix(100).map { standing in
            let cases = "\(standing.broken) of \(Wording.count(standing.weighed, "case"))"
            let id = MarkdownText.code(standing.id, isInTable: true)
            return "| \(standing.level.rawValue) | \(id) | \(cases) | \(MarkdownText.plain(standing.statement)) |"
        }
        guard !rows.isEmpty else { return "" }
        let rest = broken.count > rows.count ? ["", "and \(broken.count - rows.count) more"] : []
        return (["| level | requirement | broken in | |", "| --- | --- | --- | --- |"] + rows + rest)
            .joined(separator: "\n")
    }

    private func leftOut(_ count: Int) -> String {
        let command = MarkdownText.code("seamcheck report \(subject.record.header.id) --format html")
        return "\(Wording.count(count, "more problem")) \(count == 1 ? "is" : "are") left out: \(command) tells all."
    }
}
