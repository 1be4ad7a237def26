import JSON
import Results

/// A run as SARIF 2.1.0 (OASIS, with errata 01), within what GitHub's code scanning takes.
///
/// A rule is a requirement, a result what has one fingerprint, in however many cases it showed. Results stand at the line
/// of the scenario; other cases are related locations. What is not the endpoint's fault is no result: it is told as a
/// notification of the invocation, which then was not successful. With a comparison, results have a `baselineState`, when
/// they were detected first, and what a waiver allows is suppressed. Results that are gone are left out, not told as
/// `absent`, since code scanning would show them as open.
package struct SARIFReport {
    private let subject: ReportSubject
    private let resultLimit: Int
    private let exchangeLimit: Int

    /// The report of a run.
    ///
    /// - Parameters:
    ///   - subject: the run.
    ///   - resultLimit: the most results; code scanning takes 25,000 and shows the first 5,000, so the heaviest come first.
    ///   - exchangeLimit: how many of them carry their exchange; an upload may have 10 MB when it is compressed.
    package init(_ subject: ReportSubject, resultLimit: Int = 25_000, exchangeLimit: Int = 500) {
        self.subject = subject
        self.resultLimit = resultLimit
        self.exchangeLimit = exchangeLimit
    }

    /// The document, with a line break at its end.
    package var json: String {
        let document = JSONValue.members([
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "version": "2.1.0",
            "runs": .array([run]),
        ])
        return document.serialized(.pretty) + "\n"
    }

    private var run: JSONValue {
        let groups = FindingGroup.all(in: subject.record).filter { $0.first.finding.severity != .harness }
        let rules = SARIFRules(groups, subject: subject)
        let results = groups.prefix(resultLimit).enumerated().map { index, group in
            SARIFResult(group, subject: subject).json(rules: rules, hasExchange: index < exchangeLimit)
        }
        return .members([
            "tool": .members([
                "driver": .members([
                    "name": "seamcheck", "version": .line(subject.record.header.version), "rules": rules.json,
                ])
            ]),
            "automationDetails": .members(["id": .string(category)]),
            "invocations": .array([SARIFInvocation(subject).json]),
            "originalUriBaseIds": .members([
                "%SRCROOT%": .members(["description": .members(["text": "the folder that scenarios/ is in"])])
            ]),
            "redactionTokens": ["$SEAM_API_KEY", "$SEAM_PERSONAL_ACCESS_TOKEN", "$SEAM_OTHER_API_KEY", "[redacted]"],
            "results": .array(results),
            "properties": properties,
        ])
    }

    /// What code scanning takes for one analysis: a later run with the same one replaces its results.
    private var category: String {
        let name = subject.record.header.profile?.name ?? "all"
        return "seamcheck/\(name.told)/\(subject.record.header.id.told)"
    }

    private var properties: JSONValue {
        let header = subject.record.header
        return .members([
            "conclusion": .string(subject.overview.conclusion.rawValue),
            "headline": .string(subject.overview.headline),
            "run": .line(header.id),
            "baselineRun": subject.comparison.baseline.map { .line($0.id) },
            "endpoint": .line(header.isEmbedded ? "the embedded reference server" : header.endpoint),
            "suite": .line(header.suite.label),
            "contract": .line(header.contract.label),
            "seed": .string(String(header.seed)),
            "labels": .array(header.labels.map { .line("\($0.key)=\($0.value)") }),
        ])
    }
}
