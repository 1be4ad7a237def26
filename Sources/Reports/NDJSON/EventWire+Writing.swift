import JSON
import Results
import SeamContract
import Timestamps

extension EventWire {
    /// An event as an object.
    ///
    /// - Parameter event: the event.
    /// - Returns: the object, members in the order of the table.
    static func object(_ event: RunEvent) -> JSONObject {
        switch event {
        case .started(let header): object(header)
        case .caseStarted(let header): object(header)
        case .exchanged(let id, let exchange): object(exchange, case: id)
        case .found(let id, let finding): object(finding, case: id)
        case .drifted(let id, let drift):
            JSONObject([
                "event": "drifted", "case": .string(id), "kind": .string(drift.kind.rawValue),
                "operation": .string(drift.operation), "place": .string(drift.place),
            ])
        case .caseFinished(let result): object(result)
        case .exercised(let exercise): object(exercise)
        case .reran(let id, let attempt): object(attempt, case: id)
        case .noted(let at, let message): JSONObject(["event": "noted", "at": at.wire, "message": .string(message)])
        case .finished(let ending):
            JSONObject([
                "event": "finished", "reason": .string(ending.reason.rawValue), "message": .string(ending.message),
                "finishedAt": ending.finishedAt.wire, "cleanup": ending.cleanup?.wire,
            ])
        }
    }

    private static func object(_ header: RunHeader) -> JSONObject {
        JSONObject([
            "event": "started",
            "format": .number(JSONNumber(format)),
            "run": .string(header.id),
            "startedAt": header.startedAt.wire,
            "endpoint": .string(header.endpoint),
            "isEmbedded": .bool(header.isEmbedded),
            "contract": header.contract.wire,
            "suite": header.suite.wire,
            "version": .string(header.version),
            "seed": .string(String(header.seed)),
            "caseCount": .number(JSONNumber(header.caseCount)),
            "profile": header.profile.map {
                ["name": .string($0.name), "requirements": .array($0.requirements.map { .string($0) })]
            },
            "labels": .array(header.labels.map { ["key": .string($0.key), "value": .string($0.value)] }),
            "shards": header.shards?.wire,
            "narrowing": header.narrowing.map { .array($0.map { .string($0.rawValue) }) },
        ])
    }

    private static func object(_ header: CaseHeader) -> JSONObject {
        JSONObject([
            "event": "caseStarted",
            "case": .string(header.id),
            "scenario": .string(header.scenario),
            "title": .string(header.title),
            "area": .string(header.area),
            "place": .string(header.place),
            "startedAt": header.startedAt.wire,
            "scenarioHash": header.scenarioHash.map { .string(String($0)) },
        ])
    }

    private static func object(_ finding: Finding, case id: String) -> JSONObject {
        JSONObject([
            "event": "found",
            "case": .string(id),
            "code": .string(finding.code),
            "requirements": .array(finding.requirements.map { .string($0) }),
            "severity": .string(finding.severity.rawValue),
            "step": .string(finding.step),
            "exchange": finding.exchange.map { .number(JSONNumber($0)) },
            "operation": finding.operation.map { .string($0) },
            "place": .string(finding.place),
            "message": .string(finding.message),
            "expected": .string(finding.expected),
            "actual": .string(finding.actual),
        ])
    }

    private static func object(_ result: CaseResult) -> JSONObject {
        JSONObject([
            "event": "caseFinished",
            "case": .string(result.id),
            "verdict": .string(result.verdict.rawValue),
            "reason": .string(result.reason),
            "requirements": .array(
                result.requirements.map { requirement in
                    [
                        "id": .string(requirement.id), "level": .string(requirement.level.rawValue),
                        "weighed": .number(JSONNumber(requirement.weighed)),
                        "broken": .number(JSONNumber(requirement.broken)),
                    ]
                }
            ),
            "untested": result.untested.isEmpty ? nil : .array(result.untested.map { .string($0) }),
            "cause": result.cause.map {
                ["operation": .string($0.operation), "evidence": .string($0.evidence)]
            },
            "witnesses": result.witnesses.isEmpty ? nil : .array(result.witnesses.map { .string($0) }),
            "durationNs": result.duration.wire,
            "finishedAt": result.finishedAt.wire,
        ])
    }

    private static func object(_ attempt: Attempt, case id: String) -> JSONObject {
        JSONObject([
            "event": "reran",
            "case": .string(id),
            "verdict": .string(attempt.verdict.rawValue),
            "breaches": .array(
                attempt.breaches.map { breach in
                    [
                        "fingerprint": .string(breach.fingerprint), "severity": .string(breach.severity.rawValue),
                        "requirements": .array(breach.requirements.map { .string($0) }),
                    ]
                }
            ),
            "finishedAt": attempt.finishedAt.wire,
        ])
    }

    private static func object(_ exercise: OperationExercise) -> JSONObject {
        JSONObject([
            "event": "exercised",
            "operation": .string(exercise.operation),
            "calls": .number(JSONNumber(exercise.callCount)),
            "methods": .array(exercise.methods.map { .string($0) }),
            "parameters": .array(exercise.parameters.map { .string($0) }),
            "answers": .array(
                exercise.answers.map { .object(object($0)) }
            ),
        ])
    }

    private static func object(_ answer: OperationExercise.Answer) -> JSONObject {
        var object = JSONObject([
            "status": .number(JSONNumber(answer.status)), "fields": .array(answer.fields.map { .string($0) }),
        ])
        guard let values = answer.values else { return object }
        object["nulls"] = .array(values.nulls.map { .string($0) })
        object["words"] = .array(
            values.words.sorted { $0.key < $1.key }.map { place, words in
                ["place": .string(place), "words": .array(words.map { .string($0) })]
            }
        )
        return object
    }

    private static func object(_ exchange: Exchange, case id: String) -> JSONObject {
        var object = JSONObject([
            "event": "exchanged",
            "case": .string(id),
            "ordinal": .number(JSONNumber(exchange.ordinal)),
            "step": .string(exchange.step),
            "phase": .string(exchange.phase.rawValue),
            "copy": exchange.copy.map { .number(JSONNumber($0)) },
            "attempt": .number(JSONNumber(exchange.attempt)),
            "operation": exchange.operation.map { .string($0) },
            "credential": .string(exchange.credential),
            "startedAt": exchange.startedAt.wire,
            "durationNs": exchange.duration.wire,
            "retries": .array(exchange.retries.map { ["reason": .string($0.reason), "delayNs": $0.delay.wire] }),
            "request": .object(exchange.request.wire),
        ])
        switch exchange.outcome {
        case .response(let response): object["response"] = .object(response.wire)
        case .failure(let failure):
            object["failure"] = ["kind": .string(failure.kind.rawValue), "message": .string(failure.message)]
        }
        return object
    }
}

extension SentRequest {
    /// `method`, `url`, `headers` and, when there is one, `body`.
    fileprivate var wire: JSONObject {
        JSONObject(["method": .string(method), "url": .string(url), "headers": headers.wire, "body": body?.wire])
    }
}

extension ReceivedResponse {
    /// `status`, `headers` and `body`.
    fileprivate var wire: JSONObject {
        JSONObject(["status": .number(JSONNumber(status)), "headers": headers.wire, "body": body.wire])
    }
}

extension MessageBody {
    /// `text`, `byteCount` and `isTruncated`.
    fileprivate var wire: JSONValue {
        ["text": .string(text), "byteCount": .number(JSONNumber(byteCount)), "isTruncated": .bool(isTruncated)]
    }
}

extension [HeaderField] {
    /// An array of `[name, value]`.
    fileprivate var wire: JSONValue { .array(map { [.string($0.name), .string($0.value)] }) }
}

extension Provenance {
    /// `origin` and `fingerprint`.
    fileprivate var wire: JSONValue { ["origin": .string(origin), "fingerprint": .string(fingerprint)] }
}

extension Timestamp {
    /// RFC 3339 in UTC with nine digits of a second.
    var wire: JSONValue {
        let digits = String(nanoseconds - milliseconds * 1_000_000)
        return .string(rfc3339.dropLast() + String(repeating: "0", count: 6 - digits.utf8.count) + digits + "Z")
    }
}

extension Duration {
    /// Whole nanoseconds; what is finer is cut off.
    fileprivate var wire: JSONValue {
        .number(JSONNumber(Int(wholeNanoseconds)))
    }
}
