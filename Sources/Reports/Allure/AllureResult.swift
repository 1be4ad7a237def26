import JSON
import Results
import SeamContract
import Timestamps

/// One case as a result of Allure, with its attachment.
///
/// `historyId` follows from the case's id and `testCaseId` from the scenario's, so that they are the same night after night;
/// `uuid` follows from the run's id, too, so that writing a run twice makes no second result.
struct AllureResult {
    /// The result, and what is attached to it.
    let files: [ReportContent.File]

    /// A case.
    ///
    /// - Parameters:
    ///   - record: the case.
    ///   - subject: the run that it is of.
    init(_ record: CaseRecord, of subject: ReportSubject) {
        let header = record.header
        let uuid = StableUUID.make(of: subject.record.header.id, header.id)
        let attachment = "\(StableUUID.make(of: subject.record.header.id, header.id, "telling"))-attachment.txt"
        let telling = subject.telling(of: record)
        let exchanges = record.result?.verdict == .passed ? [] : record.exchanges.prefix(Self.stepLimit)
        let steps = exchanges.map { Self.step($0, of: record) }
        let attachments: [JSONValue] =
            telling.isEmpty
            ? []
            : [.members(["name": "what is wrong", "type": "text/plain", "source": .string(attachment)])]
        let result = JSONValue.members([
            "uuid": .string(uuid),
            "historyId": .string(StableHash(header.id).hexadecimal),
            "testCaseId": .string(StableHash(header.scenario).hexadecimal),
            "fullName": .line(header.scenario),
            "name": .line(header.title),
            "titlePath": .array([.line(header.area), .line(header.scenario)]),
            "status": .string(Self.status(of: subject.outcome(of: record))),
            "statusDetails": Self.details(of: record, subject),
            "stage": "finished",
            "start": .milliseconds(header.startedAt),
            "stop": .milliseconds(record.result?.finishedAt ?? header.startedAt),
            "labels": .array(Self.labels(of: record)),
            "links": [],
            "parameters": .array(header.variant.map { [.members(["name": "variant", "value": .line($0)])] } ?? []),
            "steps": .array(steps),
            "attachments": .array(attachments),
        ])
        let text = ReportContent.File(name: attachment, bytes: Array(telling.utf8))
        files = [Self.file(result, uuid: uuid)] + (telling.isEmpty ? [] : [text])
    }

    /// The result that stands for the run as a whole, which is broken.
    ///
    /// - Parameter subject: the run.
    init(runOf subject: ReportSubject) {
        let uuid = StableUUID.make(of: subject.record.header.id)
        let result = JSONValue.members([
            "uuid": .string(uuid),
            "historyId": .string(StableHash("run").hexadecimal),
            "testCaseId": .string(StableHash("run").hexadecimal),
            "fullName": "run",
            "name": "the run judges the endpoint",
            "titlePath": ["run"],
            "status": "broken",
            "statusDetails": .members(["message": .string(subject.overview.headline)]),
            "stage": "finished",
            "start": .milliseconds(subject.record.header.startedAt),
            "stop": .milliseconds(subject.end),
            "labels": .array([Self.label("suite", "run"), Self.label("framework", "seamcheck")]),
        ])
        files = [Self.file(result, uuid: uuid)]
    }

    private static func file(_ result: JSONValue, uuid: String) -> ReportContent.File {
        ReportContent.File(name: "\(uuid)-result.json", bytes: result.serializedBytes(.pretty) + [UInt8(ascii: "\n")])
    }

    private static func status(of outcome: TestOutcome) -> String {
        switch outcome {
        case .passed: "passed"
        case .failure: "failed"
        case .error: "broken"
        case .skipped: "skipped"
        }
    }

    /// What is said of the status; a failure that a waiver allows is `known` and `muted`.
    private static func details(of record: CaseRecord, _ subject: ReportSubject) -> JSONValue? {
        let message = subject.message(of: record)
        guard !message.isEmpty else { return nil }
        let finding = subject.worstFinding(in: record)
        let isWaived = record.result?.verdict == .waived
        return .members([
            "message": .string(message),
            "trace": finding.map { .line($0.location) },
            "expected": finding.map { .line($0.expected) },
            "actual": finding.map { .line($0.actual) },
            "known": isWaived ? true : .none,
            "muted": isWaived ? true : .none,
        ])
    }

    private static func labels(of record: CaseRecord) -> [JSONValue] {
        let header = record.header
        let requirements = record.result?.requirements ?? []
        let severity =
            switch requirements.map(\.level).max() {
            case .must: "critical"
            case .should: "normal"
            case .may, nil: "minor"
            }
        return [
            label("epic", "Seam API"), label("feature", header.area), label("story", header.scenario),
            label("suite", header.area), label("subSuite", header.scenario), label("severity", severity),
            label("layer", "api"), label("framework", "seamcheck"),
        ] + requirements.map { label("tag", $0.id) }
    }

    private static func label(_ name: String, _ value: String) -> JSONValue {
        .members(["name": .string(name), "value": .line(value)])
    }

    /// How many steps of one case are told.
    private static let stepLimit = 200

    /// An exchange as a step: failed when something was found wrong with it, broken when nothing came back.
    private static func step(_ exchange: Exchange, of record: CaseRecord) -> JSONValue {
        let isWrong = record.findings.contains { $0.exchange == exchange.ordinal && $0.severity != .may }
        return .members([
            "name": .string(Wording.step(exchange)),
            "status": .string(exchange.response == nil ? "broken" : isWrong ? "failed" : "passed"),
            "stage": "finished",
            "start": .milliseconds(exchange.startedAt),
            "stop": .milliseconds(exchange.startedAt + exchange.duration),
        ])
    }
}
