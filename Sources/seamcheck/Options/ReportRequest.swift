import ArgumentParser
import Reports

/// A `--report FORMAT=FILE`.
struct ReportRequest: ExpressibleByArgument {
    /// The form of the report.
    let format: ReportFormat
    /// Where it goes.
    let path: String

    /// Reads `FORMAT=FILE`; nil when the format is unknown or the file is missing.
    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let format = ReportFormat(rawValue: parts[0]) else { return nil }
        self.format = format
        path = parts[1]
    }
}
