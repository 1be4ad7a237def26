package import Redaction
package import Results

extension Redactor {
    /// An event without secrets in the texts that endpoints, scenarios or errors have brought into it.
    ///
    /// - Parameter event: the event; an exchange in it is redacted already, since its parts come redacted.
    /// - Returns: the event.
    package func redacted(_ event: RunEvent) -> RunEvent {
        switch event {
        case .found(let caseID, let finding): .found(caseID: caseID, redacted(finding))
        case .drifted(let caseID, let drift): .drifted(caseID: caseID, redacted(drift))
        case .caseFinished(let result): .caseFinished(redacted(result))
        case .exercised(let exercise): .exercised(redacted(exercise))
        case .noted(let instant, let message): .noted(at: instant, message: excerpt(message))
        case .finished(let ending): .finished(redacted(ending))
        case .started(let header): .started(redacted(header))
        case .caseStarted(let header): .caseStarted(redacted(header))
        case .exchanged, .reran: event
        }
    }

    /// An ending without secrets in its message.
    func redacted(_ ending: RunEnding) -> RunEnding {
        RunEnding(
            reason: ending.reason,
            message: excerpt(ending.message),
            finishedAt: ending.finishedAt,
            cleanup: ending.cleanup.map(redacted)
        )
    }

    private func redacted(_ cleanup: Cleanup) -> Cleanup {
        Cleanup(
            created: cleanup.created,
            deleted: cleanup.deleted,
            leftovers: cleanup.leftovers.map { leftover in
                Cleanup.Leftover(
                    namespace: redacted(leftover.namespace),
                    reason: excerpt(leftover.reason),
                    count: leftover.count,
                    names: leftover.names.map(redacted)
                )
            }
        )
    }

    private func redacted(_ header: RunHeader) -> RunHeader {
        RunHeader(
            id: header.id,
            startedAt: header.startedAt,
            endpoint: redacted(header.endpoint),
            isEmbedded: header.isEmbedded,
            contract: redacted(header.contract),
            suite: redacted(header.suite),
            version: header.version,
            seed: header.seed,
            caseCount: header.caseCount,
            profile: header.profile,
            labels: header.labels.map { Label(key: redacted($0.key), value: redacted($0.value)) },
            shards: header.shards.map(redacted),
            narrowing: header.narrowing
        )
    }

    private func redacted(_ shards: RunShards) -> RunShards {
        RunShards(
            set: redacted(shards.set),
            count: shards.count,
            plan: shards.plan,
            caseCount: shards.caseCount,
            parts: shards.parts.map { part in
                var part = part
                part.endpoint = redacted(part.endpoint)
                return part
            }
        )
    }

    private func redacted(_ header: CaseHeader) -> CaseHeader {
        CaseHeader(
            id: header.id,
            scenario: header.scenario,
            title: redacted(header.title),
            area: header.area,
            place: redacted(header.place),
            startedAt: header.startedAt,
            scenarioHash: header.scenarioHash
        )
    }

    private func redacted(_ provenance: Provenance) -> Provenance {
        Provenance(origin: redacted(provenance.origin), fingerprint: provenance.fingerprint)
    }

    private func redacted(_ finding: Finding) -> Finding {
        Finding(
            code: finding.code,
            requirements: finding.requirements,
            severity: finding.severity,
            step: redacted(finding.step),
            exchange: finding.exchange,
            operation: finding.operation,
            place: excerpt(finding.place),
            message: message(finding.message, quoting: [finding.actual, finding.expected], at: finding.place),
            expected: statement(finding.expected, at: finding.place),
            actual: statement(finding.actual, at: finding.place)
        )
    }

    private func redacted(_ exercise: OperationExercise) -> OperationExercise {
        OperationExercise(
            operation: exercise.operation,
            callCount: exercise.callCount,
            methods: exercise.methods,
            parameters: exercise.parameters.map(redacted),
            answers: exercise.answers.map { answer in
                OperationExercise.Answer(
                    status: answer.status,
                    fields: answer.fields.map(redacted),
                    values: answer.values.map(redacted)
                )
            }
        )
    }

    private func redacted(_ values: OperationExercise.FieldValues) -> OperationExercise.FieldValues {
        let words = values.words.map { field, words in (redacted(field), words.map { value($0, named: field) }) }
        return OperationExercise.FieldValues(
            nulls: values.nulls.map(redacted),
            words: Dictionary(words) { Set($0 + $1).sorted() }
        )
    }

    private func redacted(_ drift: Drift) -> Drift {
        Drift(kind: drift.kind, operation: drift.operation, place: excerpt(drift.place))
    }

    private func redacted(_ result: CaseResult) -> CaseResult {
        CaseResult(
            id: result.id,
            verdict: result.verdict,
            reason: excerpt(result.reason),
            requirements: result.requirements,
            untested: result.untested,
            cause: result.cause.map { Cause(operation: $0.operation, evidence: excerpt($0.evidence)) },
            witnesses: result.witnesses,
            duration: result.duration,
            finishedAt: result.finishedAt
        )
    }
}
