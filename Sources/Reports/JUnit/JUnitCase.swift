import Results

/// One case as a `testcase`.
struct JUnitCase {
    private let record: CaseRecord
    private let outcome: TestOutcome
    /// What the console tells of the case.
    private let report: String

    /// A case.
    ///
    /// - Parameters:
    ///   - record: the case.
    ///   - console: how findings are told.
    ///   - isStrict: whether a broken `should` counts as a failure.
    init(_ record: CaseRecord, console: ConsoleReport, isStrict: Bool) {
        self.record = record
        outcome = TestOutcome(record.result?.verdict, isStrict: isStrict)
        report = console.telling(of: record)
    }

    /// The `testcase`.
    var element: XMLElement {
        let header = record.header
        return XMLElement(
            "testcase",
            [
                ("name", header.name), ("classname", header.scenario),
                ("assertions", String(record.result?.requirements.reduce(0) { $0 + $1.weighed } ?? 0)),
                ("time", Wording.seconds(record.result?.duration ?? .zero)),
                ("file", header.source.file), ("line", header.source.line.map(String.init) ?? ""),
            ].filter { !$0.1.isEmpty },
            [properties] + verdict + output
        )
    }

    private var properties: XMLElement {
        let requirements = record.result?.requirements ?? []
        let pairs =
            [("case", record.header.id), ("verdict", Wording.verdict(record.result?.verdict))]
            + requirements.map { ("requirement", "\($0.id) \($0.broken > 0 ? "broken" : "kept")") }
        return XMLElement("properties", [], pairs.map { XMLElement("property", [("name", $0.0), ("value", $0.1)]) })
    }

    /// `failure`, `error` or `skipped`; nothing for a case that passed.
    private var verdict: [XMLElement] {
        let reason = record.result?.reason ?? ""
        let words = Wording.verdict(record.result?.verdict)
        let told = reason.isEmpty ? words : "\(words): \(reason)"
        let worst = Problem.all(in: [record]).first?.first.finding
        switch outcome {
        case .passed: return []
        case .skipped: return [XMLElement("skipped", [("message", told.clipped(to: 1000))])]
        case .failure, .error:
            let message = worst.map { ($0.requirements + [$0.message]).joined(separator: " ") } ?? told
            let attributes = [("message", message.clipped(to: 1000)), ("type", worst?.code ?? words)]
            return [XMLElement(outcome == .failure ? "failure" : "error", attributes, text: report)]
        }
    }

    /// For a case that warns, what it warns of.
    private var output: [XMLElement] {
        outcome == .passed && !report.isEmpty ? [XMLElement("system-out", [], text: report)] : []
    }
}
