import Results
import SeamContract

extension PageContext {
    /// A problem: the requirement, what was expected, and the first exchange that shows it.
    ///
    /// - Parameter problem: the problem.
    /// - Returns: the values.
    func problem(_ problem: Problem) -> Values {
        let finding = problem.first.finding
        var values = self.finding(finding)
        values.merge(links(to: problem.sightings.map(\.record.header.id))) { _, new in new }
        values["caseCount"] = Wording.count(problem.sightings.count, "case")
        values["place"] = problem.first.record.header.place
        values["exchanges"] = [problem.first.exchange].compactMap(\.self).map(exchange)
        return values
    }

    /// An operation that keeps cases from being judged.
    ///
    /// - Parameter obstacle: the operation.
    /// - Returns: the values.
    func obstacle(_ obstacle: Obstacle) -> Values {
        let count = Wording.count(obstacle.caseCount, "case")
        return [
            "words": obstacle.kind == .broken ? "cause" : "missing",
            "operation": obstacle.operation.clipped(to: 300),
            "reach": obstacle.kind == .broken ? "took down \(count)" : "in \(count)",
            "evidence": obstacle.evidence.clipped(to: 1000),
            "demands": obstacle.demanded.isEmpty ? [] : [["ids": obstacle.demanded.joined(separator: ", ")]],
            "exchanges": [obstacle.exchange].compactMap(\.self).map(exchange),
        ].merging(links(to: obstacle.witnesses + obstacle.skipped)) { _, new in new }
    }

    /// An area with its cases: those that did not pass in full, the others in one line each.
    ///
    /// - Parameters:
    ///   - name: the area.
    ///   - cases: its cases.
    /// - Returns: the values.
    func area(_ name: String, _ cases: [CaseRecord]) -> Values {
        let sorted = cases.sorted { $0.header.id < $1.header.id }
        let passed = sorted.filter { $0.result?.verdict == .passed }
        return [
            "name": name,
            "count": Wording.count(cases.count, "case"),
            "open": sorted.filter { $0.result?.verdict != .passed }.map(detailed),
            "hasPassed": !passed.isEmpty,
            "passedCount": "\(passed.count) passed",
            "passed": passed.map(brief),
        ]
    }

    private func brief(_ record: CaseRecord) -> Values {
        [
            "number": number(of: record.header.id),
            "id": record.header.id,
            "title": record.header.title,
            "time": Wording.time(record.result?.duration ?? .zero),
        ]
    }

    private func detailed(_ record: CaseRecord) -> Values {
        let isFull = budget.isShown(record)
        let findings = record.findings.prefix(isFull ? PageBudget.findingLimit : 1)
        let kept = record.exchanges.prefix(isFull ? PageBudget.exchangeLimit : 0)
        let rest = [
            (record.findings.count - findings.count, "finding"), (record.exchanges.count - kept.count, "exchange"),
        ].filter { $0.0 > 0 }.map { Wording.count($0.0, "more \($0.1)") }
        let reason = record.result?.reason ?? ""
        return brief(record).merging([
            "class": record.result?.verdict.rawValue ?? "unfinished",
            "words": Wording.verdict(record.result?.verdict),
            "place": record.header.place,
            "reasons": reason.isEmpty ? [] : [["text": reason.clipped(to: 1000)]],
            "findings": findings.map(finding),
            "exchanges": kept.map(exchange),
            "rest": rest.isEmpty ? [] : [["text": "and \(rest.joined(separator: " and ")): \(source)"]],
        ]) { _, new in new }
    }

    /// Where all of the run is.
    var source: String { "seamcheck report \(overview.record.header.id) --format ndjson" }

    private func finding(_ finding: Finding) -> Values {
        let subject = finding.requirements.isEmpty ? finding.code : finding.requirements.joined(separator: ", ")
        let place = [finding.place, finding.operation ?? ""].filter { !$0.isEmpty }.joined(separator: " of ")
        let fields = [
            ("found", finding.message), ("expected", finding.expected), ("actual", finding.actual), ("at", place),
            ("step", finding.step),
            ("code", finding.code),
        ]
        return [
            "severity": finding.severity == .harness ? "error" : finding.severity.rawValue,
            "subject": subject,
            "statements": finding.requirements.compactMap { overview.catalogue[$0] }.map { ["text": $0.statement] },
            "fields": fields.filter { !$0.1.isEmpty }.map { ["name": $0.0, "value": $0.1.clipped(to: 1000)] },
        ]
    }
}
