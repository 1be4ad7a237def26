import JSON
import Results
import SeamContract

extension WireReader {
    /// The event of the line.
    func event() throws(EventWireError) -> RunEvent {
        guard value.objectValue != nil else { throw error("not an object") }
        let event = try string("event")
        switch event {
        case "started": return .started(try runHeader())
        case "caseStarted": return .caseStarted(try caseHeader())
        case "exchanged": return .exchanged(caseID: try string("case"), try exchange())
        case "found": return .found(caseID: try string("case"), try finding())
        case "drifted": return .drifted(caseID: try string("case"), try drift())
        case "caseFinished": return .caseFinished(try caseResult())
        case "exercised": return .exercised(try exercise())
        case "reran": return .reran(caseID: try string("case"), try attempt())
        case "noted": return .noted(at: try instant("at"), message: try string("message"))
        case "finished": return .finished(try ending())
        default: throw error("unknown event '\(event)'")
        }
    }

    private func runHeader() throws(EventWireError) -> RunHeader {
        let format = try integer("format")
        guard format == EventWire.format else {
            throw error("format \(format) is not known, only \(EventWire.format) is: update seamcheck")
        }
        return RunHeader(
            id: try string("run"),
            startedAt: try instant("startedAt"),
            endpoint: try string("endpoint"),
            isEmbedded: try flag("isEmbedded"),
            contract: try object("contract").provenance(),
            suite: try object("suite").provenance(),
            version: try string("version"),
            seed: try hash("seed"),
            caseCount: try count("caseCount"),
            profile: has("profile") ? try object("profile").profile() : nil,
            labels: try items("labels") { reader throws(EventWireError) in
                Label(key: try reader.string("key"), value: try reader.string("value"))
            },
            shards: has("shards") ? try object("shards").shards() : nil,
            narrowing: has("narrowing") ? try narrowing() : nil
        )
    }

    private func profile() throws(EventWireError) -> RunProfile {
        RunProfile(name: try string("name"), requirements: try strings("requirements"))
    }

    private func narrowing() throws(EventWireError) -> [Narrowing] {
        var causes: [Narrowing] = []
        for word in try strings("narrowing") {
            guard let cause = Narrowing(rawValue: word) else { throw error("unknown narrowing '\(word)'") }
            causes.append(cause)
        }
        return causes
    }

    private func provenance() throws(EventWireError) -> Provenance {
        Provenance(origin: try string("origin"), fingerprint: try string("fingerprint"))
    }

    private func caseHeader() throws(EventWireError) -> CaseHeader {
        CaseHeader(
            id: try string("case"),
            scenario: try string("scenario"),
            title: try string("title"),
            area: try string("area"),
            place: try string("place"),
            startedAt: try instant("startedAt"),
            scenarioHash: has("scenarioHash") ? try hash("scenarioHash") : nil
        )
    }

    private func finding() throws(EventWireError) -> Finding {
        Finding(
            code: try string("code"),
            requirements: try strings("requirements"),
            severity: try word("severity"),
            step: try string("step"),
            exchange: has("exchange") ? try integer("exchange") : nil,
            operation: has("operation") ? try string("operation") : nil,
            place: try string("place"),
            message: try string("message"),
            expected: try string("expected"),
            actual: try string("actual")
        )
    }

    private func drift() throws(EventWireError) -> Drift {
        Drift(kind: try word("kind"), operation: try string("operation"), place: try string("place"))
    }

    private func exercise() throws(EventWireError) -> OperationExercise {
        OperationExercise(
            operation: try string("operation"),
            callCount: try count("calls"),
            methods: try strings("methods"),
            parameters: try strings("parameters"),
            answers: try items("answers") { reader throws(EventWireError) in
                OperationExercise.Answer(
                    status: try reader.integer("status"),
                    fields: try reader.strings("fields"),
                    values: reader.has("nulls") ? try reader.fieldValues() : nil
                )
            }
        )
    }

    private func fieldValues() throws(EventWireError) -> OperationExercise.FieldValues {
        let words = try items("words") { reader throws(EventWireError) in
            (place: try reader.string("place"), words: try reader.strings("words"))
        }
        return OperationExercise.FieldValues(
            nulls: try strings("nulls"),
            words: Dictionary(words.map { ($0.place, $0.words) }) { Set($0 + $1).sorted() }
        )
    }

    private func attempt() throws(EventWireError) -> Attempt {
        Attempt(
            verdict: try word("verdict"),
            breaches: try items("breaches") { reader throws(EventWireError) in
                FindingTrace(
                    fingerprint: try reader.string("fingerprint"),
                    requirements: try reader.strings("requirements"),
                    severity: try reader.word("severity")
                )
            },
            finishedAt: try instant("finishedAt")
        )
    }

    private func caseResult() throws(EventWireError) -> CaseResult {
        CaseResult(
            id: try string("case"),
            verdict: try word("verdict"),
            reason: try string("reason"),
            requirements: try items("requirements") { reader throws(EventWireError) in
                RequirementResult(
                    id: try reader.string("id"),
                    level: try reader.word("level"),
                    weighed: try reader.count("weighed"),
                    broken: try reader.count("broken")
                )
            },
            untested: has("untested") ? try strings("untested") : [],
            cause: has("cause") ? try object("cause").cause() : nil,
            witnesses: has("witnesses") ? try strings("witnesses") : [],
            duration: try duration("durationNs"),
            finishedAt: try instant("finishedAt")
        )
    }

    private func cause() throws(EventWireError) -> Cause {
        Cause(operation: try string("operation"), evidence: try string("evidence"))
    }

    func ending() throws(EventWireError) -> RunEnding {
        RunEnding(
            reason: try word("reason"),
            message: try string("message"),
            finishedAt: try instant("finishedAt"),
            cleanup: has("cleanup") ? try object("cleanup").cleanup() : nil
        )
    }

    private func cleanup() throws(EventWireError) -> Cleanup {
        Cleanup(
            created: try integer("created"),
            deleted: try integer("deleted"),
            leftovers: try items("left") { reader throws(EventWireError) in
                Cleanup.Leftover(
                    namespace: try reader.string("namespace"),
                    reason: try reader.string("reason"),
                    count: try reader.integer("count"),
                    names: try reader.strings("names")
                )
            }
        )
    }
}
