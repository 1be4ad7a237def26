import Results
import SeamContract

/// A run as Markdown, for a comment on a pull request or the summary of a step on GitHub.
///
/// It has at most 900 KiB, since GitHub refuses a summary of more than 1 MiB: the answer and the tables come first, then
/// the problems, the heaviest first, until there is no more room, and how many were left out.
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
        let start = [heading, tally, brokenRequirements, obstacles, remarks, drifts, notes].filter { !$0.isEmpty }
        var text = start.map { $0 + "\n" }.joined(separator: "\n")
        let problems = subject.overview.problems
        if !problems.isEmpty { text += "\n## What is wrong\n" }
        for (index, problem) in problems.enumerated() {
            let block = "\n" + section(of: problem) + "\n"
            guard text.utf8.count + block.utf8.count < Self.limit - 1000 else {
                return text + "\n" + leftOut(problems.count - index) + "\n"
            }
            text += block
        }
        return text
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
        return "\(Wording.count(count, "problem")) more \(count == 1 ? "is" : "are") left out: \(command) tells all."
    }
}
