public import Results
public import SeamContract

/// The forms in which a run can be told.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    /// Plain text for a person, as the console shows it.
    case text
    /// One page that needs nothing but itself.
    case html
    /// Markdown for a pull request or a step summary.
    case markdown
    /// JUnit XML, which CI servers read.
    case junit
    /// Common Test Report Format, one JSON document.
    case ctrf
    /// Test Anything Protocol, version 14.
    case tap
    /// A folder of Allure results.
    case allure
    /// SARIF 2.1.0, which code scanning reads.
    case sarif
    /// Workflow commands that make annotations on GitHub.
    case github
    /// Metrics as OpenMetrics has them.
    case openmetrics
    /// Metrics as Prometheus' text files have them.
    case prometheus
    /// What shields.io makes a badge of.
    case badge
    /// The events of the run, one JSON object a line.
    case ndjson

    /// How a report of some form gets to where it is read.
    public enum Delivery: Sendable, Hashable {
        /// Line by line, while the run goes on.
        case lines
        /// As one file, at the end.
        case file
        /// As a folder of files, at the end.
        case folder
    }

    /// How a report of that form gets to where it is read.
    public var delivery: Delivery {
        switch self {
        case .ndjson: .lines
        case .allure: .folder
        case .text, .html, .markdown, .junit, .ctrf, .tap, .sarif, .github, .openmetrics, .prometheus, .badge: .file
        }
    }

    /// What a file of that form is called behind the first dot; empty for a folder.
    public var fileExtension: String {
        switch self {
        case .text: "txt"
        case .html: "html"
        case .markdown: "md"
        case .junit: "xml"
        case .ctrf: "ctrf.json"
        case .tap: "tap"
        case .allure: ""
        case .sarif: "sarif"
        case .github: "github.txt"
        case .openmetrics: "openmetrics.txt"
        case .prometheus: "prom"
        case .badge: "badge.json"
        case .ndjson: "ndjson"
        }
    }

    /// The report, the same bytes for the same run.
    ///
    /// - Parameters:
    ///   - record: the run.
    ///   - catalogue: where the statements of the requirements are.
    ///   - comparison: how what was found stands against the runs before, for the forms that can tell it.
    ///   - evidence: whether the run has all its exchanges; without, no latencies are told.
    ///   - isStrict: whether a broken `should` counts as a failure.
    /// - Returns: what is to be written.
    public func render(
        _ record: RunRecord,
        catalogue: Catalogue,
        comparison: Comparison = .none,
        evidence: ReportEvidence = .whole,
        isStrict: Bool = false
    ) -> ReportContent {
        let subject = ReportSubject(
            record,
            catalogue: catalogue,
            comparison: comparison,
            evidence: evidence,
            isStrict: isStrict
        )
        return switch self {
        case .text: .text(ConsoleReport(record, catalogue: catalogue, isStrict: isStrict).text)
        case .html: .text(HTMLReport(record, catalogue: catalogue, isStrict: isStrict).page)
        case .markdown: .text(MarkdownReport(subject).text)
        case .junit: .text(JUnitReport(record, catalogue: catalogue, isStrict: isStrict).xml)
        case .ctrf: .text(CTRFReport(subject).json)
        case .tap: .text(TAPReport(subject).text)
        case .allure: .folder(AllureReport(subject).files)
        case .sarif: .text(SARIFReport(subject).json)
        case .github: .text(GitHubReport(subject).text)
        case .openmetrics: .text(MetricsReport(subject).openMetrics)
        case .prometheus: .text(MetricsReport(subject).prometheus)
        case .badge: .text(BadgeReport(subject).json)
        case .ndjson: .text(NDJSONReport(record).text)
        }
    }
}
