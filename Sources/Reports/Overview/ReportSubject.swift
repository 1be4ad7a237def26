package import Results
package import SeamContract
import Timestamps

/// What a report is made of: a run, what is needed to tell it, and how it stands against others.
package struct ReportSubject {
    /// The run.
    let record: RunRecord
    /// Where the statements of the requirements are.
    let catalogue: Catalogue
    /// How what was found stands against the runs before.
    let comparison: Comparison
    /// Whether the run has all its exchanges.
    let evidence: ReportEvidence
    /// Whether a broken `should` counts as a failure.
    let isStrict: Bool
    /// The run as a person wants it told.
    let overview: RunOverview
    /// The run as the console tells it.
    let console: ConsoleReport

    /// A subject.
    ///
    /// - Parameters:
    ///   - record: the run.
    ///   - catalogue: where the statements of the requirements are.
    ///   - comparison: how what was found stands against the runs before.
    ///   - evidence: whether the run has all its exchanges.
    ///   - isStrict: whether a broken `should` counts as a failure.
    package init(
        _ record: RunRecord,
        catalogue: Catalogue,
        comparison: Comparison,
        evidence: ReportEvidence,
        isStrict: Bool
    ) {
        let record = record.shown
        self.record = record
        self.catalogue = catalogue
        self.comparison = comparison
        self.evidence = evidence
        self.isStrict = isStrict
        overview = RunOverview(record, catalogue: catalogue, isStrict: isStrict)
        console = ConsoleReport(record, catalogue: catalogue, isStrict: isStrict)
    }

    /// The cases by area, then by id: an order that no concurrency changes.
    var sortedCases: [CaseRecord] {
        record.cases.sorted { ($0.header.area, $0.header.id) < ($1.header.area, $1.header.id) }
    }

    /// What test reports know of a case's outcome.
    ///
    /// - Parameter record: the case.
    /// - Returns: the outcome.
    func outcome(of record: CaseRecord) -> TestOutcome {
        TestOutcome(record.result?.verdict, isStrict: isStrict)
    }

    /// The worst that was found in a case; nil when nothing was, or a waiver allows it.
    ///
    /// - Parameter record: the case.
    /// - Returns: the finding.
    func worstFinding(in record: CaseRecord) -> Finding? {
        Problem.all(in: [record]).first?.first.finding
    }

    /// In one line why a case came out as it did: what was found, or else the verdict with its reason.
    ///
    /// - Parameter record: the case.
    /// - Returns: the line, without what can't be seen; empty for a case that passed.
    func message(of record: CaseRecord) -> String {
        let reason = record.result?.reason ?? ""
        let words = Wording.verdict(record.result?.verdict)
        switch (record.result?.verdict, worstFinding(in: record)) {
        case (.passed, _): return ""
        case (_, let finding?): return (finding.requirements + [finding.message]).joined(separator: " ").told
        case (_, nil): return (reason.isEmpty ? words : "\(words): \(reason)").told
        }
    }

    /// What the console tells of a case: its problems with their exchanges and the `curl` lines; empty when there are none.
    ///
    /// - Parameter record: the case.
    /// - Returns: the lines.
    func telling(of record: CaseRecord) -> String {
        console.telling(of: record)
    }

    /// The value of the run's label; nil when it has none of that key.
    ///
    /// - Parameter key: the key.
    /// - Returns: the value.
    func label(_ key: String) -> String? {
        record.header.labels.first { $0.key == key }?.value
    }

    /// When the run was over, or as far as it came.
    var end: Timestamp { record.header.startedAt + overview.duration }
}

extension String {
    /// The text on one line, nothing unseen in it, a thousand characters at most.
    var told: String { visible(upTo: 1000) }
}
