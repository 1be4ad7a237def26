import JSON
import Results
import Timestamps

/// A run as Common Test Report Format (https://ctrf.io, specification 0.0.0, JSON Schema of 2025-11).
///
/// A test is a case. `failed`, `unexpectedPass` and, in a strict run, `warned` are `failed`; `passed` and `warned` are
/// `passed`; `skipped`, `notApplicable` and `waived` are `skipped`; `error`, `blocked` and what did not end are `other`,
/// and `rawStatus` has our own word. As readers turn red for `failed` alone, a run that does not conform without one has
/// the further test `the run judges the endpoint`, which failed. What the format has no place for is in `extra`.
struct CTRFReport {
    private let subject: ReportSubject

    /// The report of a run.
    ///
    /// - Parameter subject: the run.
    init(_ subject: ReportSubject) {
        self.subject = subject
    }

    /// The document, with a line break at its end.
    var json: String {
        let header = subject.record.header
        let document = JSONValue.members([
            "reportFormat": "CTRF",
            "specVersion": "0.0.0",
            "reportId": StableUUID.isValid(header.id) ? .string(header.id) : .none,
            "timestamp": .string(subject.end.rfc3339),
            "generatedBy": .line("seamcheck \(header.version)"),
            "results": results,
            "baseline": baseline,
        ])
        return document.serialized(.pretty) + "\n"
    }

    private var results: JSONValue {
        var tests = subject.sortedCases.map { CTRFTest($0, of: subject) }
        let hasFailure = tests.contains { $0.status == .failed }
        if subject.overview.isUntrustworthy || subject.overview.conclusion != .conforms && !hasFailure {
            tests.insert(CTRFTest(runOf: subject), at: 0)
        }
        return .members([
            "tool": .members(["name": "seamcheck", "version": .line(subject.record.header.version)]),
            "summary": summary(of: tests),
            "tests": .array(tests.map(\.json)),
            "environment": environment,
            "extra": extra,
        ])
    }

    private func summary(of tests: [CTRFTest]) -> JSONValue {
        let count = { (status: CTRFTest.Status) in JSONValue.count(tests.count { $0.status == status }) }
        return .members([
            "tests": .count(tests.count),
            "passed": count(.passed),
            "failed": count(.failed),
            "skipped": count(.skipped),
            "pending": .count(0),
            "other": count(.other),
            "suites": .count(Set(tests.map(\.area)).count),
            "start": .milliseconds(subject.record.header.startedAt),
            "stop": .milliseconds(subject.end),
            "duration": .count(Wording.milliseconds(subject.overview.duration)),
        ])
    }

    /// The endpoint and what its labels say of it; labels that the format has no name for are in `extra`.
    private var environment: JSONValue {
        let header = subject.record.header
        let named = ["branch", "build", "build-url", "commit", "environment"]
        let others = header.labels.filter { !named.contains($0.key) }
        return .members([
            "appName": .line(header.isEmbedded ? "the embedded reference server" : header.endpoint),
            "buildId": subject.label("build").map { .line($0) },
            "buildNumber": subject.label("build").flatMap { Int($0) }.map { .count($0) },
            "buildUrl": subject.label("build-url").map { .line($0) },
            "commit": subject.label("commit").map { .line($0) },
            "branchName": subject.label("branch").map { .line($0) },
            "testEnvironment": subject.label("environment").map { .line($0) },
            "healthy": .bool(!subject.overview.isUntrustworthy),
            "extra": others.isEmpty
                ? .none : .members(["labels": .array(others.map { .line("\($0.key)=\($0.value)") })]),
        ])
    }

    /// What the run was judged by, and the answer.
    private var extra: JSONValue {
        let header = subject.record.header
        return .members([
            "conclusion": .string(subject.overview.conclusion.rawValue),
            "headline": .string(subject.overview.headline),
            "tested": subject.overview.testedShare.map { .string($0.sentence) },
            "profile": header.profile.map { .line($0.name) },
            "suite": .line(header.suite.label),
            "contract": .line(header.contract.label),
            "seed": .string(String(header.seed)),
        ])
    }

    /// The run that this one is compared with; nil when there is none, or its id is no UUID.
    private var baseline: JSONValue? {
        subject.comparison.baseline.flatMap { run in
            guard StableUUID.isValid(run.id) else { return nil }
            return .members(["reportId": .string(run.id), "timestamp": .string(run.startedAt.rfc3339)])
        }
    }
}
