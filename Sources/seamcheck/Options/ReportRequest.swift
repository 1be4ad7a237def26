public import ArgumentParser
public import Reports

extension ReportFormat: ExpressibleByArgument {
    /// All names, as help texts tell them: `text, html, … or ndjson`.
    static var names: String {
        let names = allCases.map(\.rawValue)
        return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    }
}

/// A `--report FORMAT=FILE`.
struct ReportRequest: ExpressibleByArgument {
    /// The form of the report.
    let format: ReportFormat
    /// Where it goes: a file, or a folder for a form of several files.
    let path: String

    /// Reads `FORMAT=FILE`; nil when the format is unknown or the file is missing.
    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let format = ReportFormat(rawValue: parts[0]) else { return nil }
        self.format = format
        path = parts[1]
    }
}
