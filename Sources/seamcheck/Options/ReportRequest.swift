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
struct ReportRequest {
    /// The form of the report.
    let format: ReportFormat
    /// Where it goes: a file, or a folder for a form of several files.
    let path: String

    /// Reads `FORMAT=FILE`.
    ///
    /// - Parameter argument: the argument.
    /// - Throws: `ValidationError` when the format is unknown, or the file is missing or `-`.
    init(parsing argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard let name = parts.first, let format = ReportFormat(rawValue: name) else {
            throw ValidationError("the format before the '=' is none of \(ReportFormat.names)")
        }
        guard parts.count == 2 else { throw ValidationError("name a file: \(name)=FILE") }
        guard parts[1] != "-" else {
            throw ValidationError("standard output tells of the run; name a file, or /dev/stdout if you mean that")
        }
        self.format = format
        path = parts[1]
    }
}
