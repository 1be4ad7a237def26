import JSON
import Results

/// One case as a test point.
struct TAPPoint {
    private let record: CaseRecord
    private let number: Int
    private let subject: ReportSubject

    /// A test point.
    ///
    /// - Parameters:
    ///   - record: the case.
    ///   - number: which point it is, counted from 1.
    ///   - subject: the run that it is of.
    init(_ record: CaseRecord, number: Int, of subject: ReportSubject) {
        self.record = record
        self.number = number
        self.subject = subject
    }

    /// The lines.
    var text: String {
        let verdict = record.result?.verdict
        let isGood = [.passed, .skipped].contains(subject.outcome(of: record)) && verdict != .waived
        let description = Self.escaped("\(record.header.id): \(record.header.title)")
        return "\(isGood ? "ok" : "not ok") \(number) - \(description)\(directive)\n" + diagnostic
    }

    /// A text on one line in which `#` begins no directive (section Escaping).
    ///
    /// - Parameter text: the text.
    /// - Returns: the text with what is not seen written out.
    static func escaped(_ text: String) -> String {
        text.told.escaping(["\\": "\\\\", "#": "\\#"])
    }

    private var directive: String {
        let reason = Self.escaped(record.result?.reason ?? "")
        switch record.result?.verdict {
        case .skipped, .notApplicable:
            let words = Wording.verdict(record.result?.verdict)
            return " # SKIP \(words)" + (reason.isEmpty ? "" : ": \(reason)")
        case .waived: return " # TODO waived" + (reason.isEmpty ? "" : ": \(reason)")
        default: return ""
        }
    }

    /// What was found, as YAML: every value is a JSON text, which YAML 1.2 takes as it is.
    private var diagnostic: String {
        let verdict = record.result?.verdict
        guard ![.passed, .skipped, .notApplicable, .waived].contains(verdict) else { return "" }
        let finding = subject.worstFinding(in: record)
        let lines: KeyValuePairs<String, JSONValue?> = [
            "verdict": .string(Wording.verdict(verdict)),
            "message": .string(subject.message(of: record)),
            "severity": finding.map { .string($0.weight) },
            "requirements": finding.map { .array($0.requirements.map { .line($0) }) },
            "found": finding.flatMap { line($0.actual) },
            "wanted": finding.flatMap { line($0.expected) },
            "where": finding.flatMap { line($0.location) },
            "fingerprint": finding.map { .string($0.fingerprint) },
            "at": .members([
                "file": .line(record.header.source.file), "line": record.header.source.line.map { .count($0) },
            ]),
            "curl": exchange(of: finding).map { .string($0.curlCommand.visible) },
        ]
        let known = lines.compactMap { key, value in value.map { "  \(key): \($0.serialized())\n" } }
        return "  ---\n\(known.joined())  ...\n"
    }

    private func line(_ text: String) -> JSONValue? {
        if text.isEmpty { return .none }
        return .line(text)
    }

    private func exchange(of finding: Finding?) -> Exchange? {
        record.exchanges.first { $0.ordinal == finding?.exchange }
    }
}
