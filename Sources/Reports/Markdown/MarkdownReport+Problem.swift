import Results
import SeamContract

extension MarkdownReport {
    /// The operations that keep cases from being judged, as a section; empty when there are none.
    var obstacles: String {
        let blocks = subject.overview.obstacles.prefix(50).map { obstacle in
            let operation = MarkdownText.code(obstacle.operation)
            let cases = Wording.count(obstacle.caseCount, "case")
            let title =
                obstacle.kind == .broken
                ? "\(operation) never works, which took down \(cases)" : "\(operation) is missing, in \(cases)"
            let evidence = "- found: \(MarkdownText.code(obstacle.evidence))"
            return ["### \(title)", evidence, exchange(obstacle.exchange)].filter { !$0.isEmpty }
                .joined(separator: "\n\n")
        }
        return blocks.isEmpty ? "" : (["## Operations that do not work"] + blocks).joined(separator: "\n\n")
    }

    /// A problem: the requirement, what was found, in which cases, since when, and the exchange.
    ///
    /// - Parameter problem: the problem.
    /// - Returns: the section.
    func section(of problem: Problem) -> String {
        let finding = problem.first.finding
        let standing = subject.comparison[finding]
        let state = standing?.state == .new ? "new " : ""
        let cases = Wording.count(problem.sightings.count, "case")
        let title = "### \(state)\(finding.weight) \(MarkdownText.code(finding.subject)) in \(cases)"
        let statements = finding.requirements.prefix(5).compactMap { subject.catalogue[$0]?.statement }
            .map(MarkdownText.plain)
        let exchange = exchange(problem.first.exchange)
        return ([title] + statements + [facts(of: problem, standing), exchange]).filter { !$0.isEmpty }
            .joined(separator: "\n\n")
    }

    private func facts(of problem: Problem, _ standing: FindingStanding?) -> String {
        let (record, finding) = (problem.first.record, problem.first.finding)
        let cases = problem.sightings.prefix(8).map { MarkdownText.code($0.record.header.id, limit: 120) }
        let rest = problem.sightings.count > 8 ? ", and \(problem.sightings.count - 8) more" : ""
        let told = finding.message.visible
        let facts: [(String, String)] = [
            ("found", MarkdownText.code(finding.message, limit: 600)),
            ("expected", told.tells(finding.expected.visible) ? "" : value(finding.expected)),
            ("got", told.tells(finding.actual.visible) ? "" : value(finding.actual)),
            ("at", value(finding.location)),
            ("written in", value(record.header.place)),
            ("cases", cases.joined(separator: ", ") + rest),
            ("since", standing?.firstSeen.map { "\($0.startedAt), run \(MarkdownText.code($0.id))" } ?? ""),
            ("waived", value(standing?.waiver?.reason ?? "")),
        ]
        return facts.filter { !$0.1.isEmpty }.map { "- \($0.0): \($0.1)" }.joined(separator: "\n")
    }

    private func value(_ text: String) -> String { text.isEmpty ? "" : MarkdownText.code(text) }

    /// An exchange that opens under its first line; empty when there is none.
    private func exchange(_ exchange: Exchange?) -> String {
        guard let exchange else { return "" }
        return MarkdownText.details(Wording.step(exchange), subject.console.lines(of: exchange))
    }
}
