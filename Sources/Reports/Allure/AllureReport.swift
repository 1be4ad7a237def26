import JSON
import Results

/// A run as Allure results (https://allurereport.org/docs/how-it-works), which Allure 2 and 3 make a report of.
///
/// A result is a case. `failed`, `unexpectedPass` and, in a strict run, `warned` are `failed`; `error`, `blocked` and what
/// did not end are `broken`; `skipped`, `notApplicable` and `waived` are `skipped`. A run that did not come to its end, that
/// judged nothing, or in which an operation never works has one more result, which is `broken`. What happened in cases that
/// did not pass is attached as text.
struct AllureReport {
    private let subject: ReportSubject

    /// The report of a run.
    ///
    /// - Parameter subject: the run.
    init(_ subject: ReportSubject) {
        self.subject = subject
    }

    /// The files of the folder `allure-results`, sorted by name.
    var files: [ReportContent.File] {
        let results = subject.record.cases.map { AllureResult($0, of: subject) }
        let run = subject.overview.isUntrustworthy ? [AllureResult(runOf: subject)] : []
        let files = (results + run).flatMap(\.files) + [file("environment.properties", environment)]
        return files.sorted { $0.name < $1.name }
    }

    private func file(_ name: String, _ text: String) -> ReportContent.File {
        ReportContent.File(name: name, bytes: Array(text.utf8))
    }

    /// What the run was of, as Java reads properties.
    private var environment: String {
        let header = subject.record.header
        let pairs =
            [
                ("endpoint", header.isEmbedded ? "the embedded reference server" : header.endpoint),
                ("profile", header.profile?.name ?? ""), ("suite", header.suite.label),
                ("contract", header.contract.label), ("seed", String(header.seed)), ("seamcheck", header.version),
            ] + header.labels.map { ("label." + $0.key, $0.value) }
        return pairs.filter { !$0.1.isEmpty }.map { "\(property($0.0)) = \(property($0.1))\n" }.joined()
    }

    /// A key or a value: ISO 8859-1 was what readers expected, so all that is not ASCII is escaped, by UTF-16 units.
    private func property(_ text: String) -> String {
        text.told.utf16.reduce(into: "") { escaped, unit in
            guard unit < 0x80, let scalar = Unicode.Scalar(unit) else {
                let digits = String(unit, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                return
            }
            if "\\=:#! ".unicodeScalars.contains(scalar) { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
    }
}
