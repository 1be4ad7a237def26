public import Results
public import SeamContract

/// The forms in which a run can be told.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    /// Plain text for a person, as the console shows it.
    case text
    /// One page that needs nothing but itself.
    case html
    /// JUnit XML, which CI servers read.
    case junit
    /// The events of the run, one JSON object a line.
    case ndjson

    /// What a file of that form is called behind the last dot.
    public var fileExtension: String {
        switch self {
        case .text: "txt"
        case .html: "html"
        case .junit: "xml"
        case .ndjson: "ndjson"
        }
    }

    /// The report, the same bytes for the same run.
    ///
    /// - Parameters:
    ///   - record: the run.
    ///   - catalogue: where the statements of the requirements are.
    ///   - isStrict: whether a broken `should` counts as a failure.
    /// - Returns: the content of a file, in UTF-8.
    public func render(_ record: RunRecord, catalogue: Catalogue, isStrict: Bool = false) -> [UInt8] {
        let text =
            switch self {
            case .text: ConsoleReport(record, catalogue: catalogue, isStrict: isStrict).text
            case .html: HTMLReport(record, catalogue: catalogue, isStrict: isStrict).page
            case .junit: JUnitReport(record, catalogue: catalogue, isStrict: isStrict).xml
            case .ndjson: NDJSONReport(record).text
            }
        return Array(text.utf8)
    }
}
