import Results

/// A run as annotations on GitHub: workflow commands, which GitHub reads on the standard output of a step.
///
/// GitHub shows ten errors and ten warnings of a step and passes over the others, so they are ranked: what a reader must
/// know first, what is new before what is not, a `must` before a `should`. What a waiver allows is left out. The last line
/// has the answer, and how many there are that are not shown.
struct GitHubReport {
    /// How many annotations of one level GitHub shows for a step.
    private static let limit = 10

    private let subject: ReportSubject

    /// The report of a run.
    ///
    /// - Parameter subject: the run.
    init(_ subject: ReportSubject) {
        self.subject = subject
    }

    /// The commands, one a line.
    var text: String {
        let annotations = GitHubRanking(subject).annotations
        let shown = [GitHubAnnotation.Level.error, .warning].flatMap { level in
            annotations.filter { $0.level == level }.prefix(Self.limit)
        }
        let closing = GitHubAnnotation(
            level: .notice,
            source: nil,
            title: "seamcheck",
            message: subject.overview.headline + leftOut(annotations)
        )
        return (shown + [closing]).map { $0.command + "\n" }.joined()
    }

    /// `; 3 more errors and 1 more warning are in the report`; empty when all are shown.
    private func leftOut(_ annotations: [GitHubAnnotation]) -> String {
        let counts = [GitHubAnnotation.Level.error, .warning].compactMap { level -> String? in
            let rest = annotations.count { $0.level == level } - Self.limit
            return rest > 0 ? Wording.count(rest, "more \(level.rawValue)") : nil
        }
        let command = "seamcheck report \(subject.record.header.id.told)"
        return counts.isEmpty ? "" : "; \(counts.joined(separator: " and ")): \(command)"
    }
}
