import JSON
import Results
import SeamContract
import Timestamps

/// One case as a test of CTRF.
struct CTRFTest {
    /// The statuses that we give; the format also knows `pending`.
    enum Status: String {
        case passed, failed, skipped, other
    }

    /// What came of it.
    let status: Status
    /// The outer suite it is in.
    let area: String
    /// The object.
    let json: JSONValue

    /// A case.
    ///
    /// - Parameters:
    ///   - record: the case.
    ///   - subject: the run that it is of.
    init(_ record: CaseRecord, of subject: ReportSubject) {
        let header = record.header
        status = Status(subject.outcome(of: record))
        area = header.area
        let trace = subject.telling(of: record)
        let message = subject.message(of: record)
        let exchanges = record.result?.verdict == .passed ? [] : record.exchanges.prefix(Self.stepLimit)
        let steps = exchanges.map { Self.step($0, of: record) }
        let requirements = record.result?.requirements ?? []
        json = .members([
            "id": .string(StableUUID.make(of: header.id)),
            "name": .line(header.name),
            "status": .string(status.rawValue),
            "duration": .count(Wording.milliseconds(record.result?.duration ?? .zero)),
            "start": .milliseconds(header.startedAt),
            "stop": record.result.map { .milliseconds($0.finishedAt) },
            "suite": .array([.line(header.area), .line(header.scenario)]),
            "message": message.isEmpty ? .none : .string(message),
            "trace": trace.isEmpty ? .none : .lines(trace),
            "line": header.source.line.map { .count($0) },
            "rawStatus": .string(Wording.verdict(record.result?.verdict)),
            "tags": requirements.isEmpty ? .none : .array(requirements.map { .line($0.id) }),
            "type": "api",
            "filePath": header.source.file.isEmpty ? .none : .line(header.source.file),
            "parameters": header.variant.map { .members(["variant": .line($0)]) },
            "steps": steps.isEmpty ? .none : .array(steps),
            "extra": .members([
                "case": .line(header.id),
                "requirements": .array(requirements.map(Self.json)),
                "findings": record.findings.isEmpty
                    ? .none
                    : .array(record.findings.prefix(Self.findingLimit).map { Self.json($0, subject.comparison[$0]) }),
                "findingCount": record.findings.count > Self.findingLimit ? .count(record.findings.count) : .none,
            ]),
        ])
    }

    /// The test that stands for the run as a whole, which failed.
    ///
    /// - Parameter subject: the run.
    init(runOf subject: ReportSubject) {
        status = .failed
        area = "run"
        json = .members([
            "id": .string(StableUUID.make(of: "run")),
            "name": "the run judges the endpoint",
            "status": .string(status.rawValue),
            "duration": .count(0),
            "start": .milliseconds(subject.record.header.startedAt),
            "suite": ["run"],
            "message": .string(subject.overview.headline),
            "rawStatus": .string(subject.overview.conclusion.rawValue),
            "type": "api",
        ])
    }

    /// How many findings and steps of one case are told; `findingCount` says how many findings there are when there are more.
    private static let (findingLimit, stepLimit) = (50, 200)

    /// An exchange as a step: failed when something was found wrong with it.
    private static func step(_ exchange: Exchange, of record: CaseRecord) -> JSONValue {
        let isWrong = record.findings.contains { $0.exchange == exchange.ordinal && $0.severity != .may }
        return .members([
            "name": .string(Wording.step(exchange)),
            "status": .string((exchange.response == nil ? Status.other : isWrong ? .failed : .passed).rawValue),
        ])
    }

    private static func json(_ requirement: RequirementResult) -> JSONValue {
        .members([
            "id": .line(requirement.id), "level": .string(requirement.level.rawValue),
            "weighed": .count(requirement.weighed), "broken": .count(requirement.broken),
        ])
    }

    private static func json(_ finding: Finding, _ standing: FindingStanding?) -> JSONValue {
        .members([
            "fingerprint": .string(finding.fingerprint),
            "severity": .string(finding.severity.rawValue),
            "code": .line(finding.code),
            "requirements": .array(finding.requirements.map { .line($0) }),
            "state": standing?.state.map { .string($0.rawValue) },
            "since": standing?.firstSeen.map { .string($0.startedAt.rfc3339) },
            "waiver": standing?.waiver.map { .line($0.reason) },
        ])
    }
}

extension CTRFTest.Status {
    fileprivate init(_ outcome: TestOutcome) {
        self =
            switch outcome {
            case .passed: .passed
            case .failure: .failed
            case .error: .other
            case .skipped: .skipped
            }
    }
}
