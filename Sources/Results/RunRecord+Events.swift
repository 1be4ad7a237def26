extension RunRecord {
    /// Events that make the same record again, the cases one after the other.
    public var events: [RunEvent] {
        [.started(header)]
            + cases.flatMap(\.events)
            + notes.map { .noted(at: $0.at, message: $0.message) }
            + exercises.map { .exercised($0) }
            + (ending.map { [.finished($0)] } ?? [])
    }
}

extension CaseRecord {
    /// Events that make the same case again: first all its exchanges, then its findings, then its drifts, last its re-runs.
    public var events: [RunEvent] {
        [.caseStarted(header)]
            + exchanges.map { .exchanged(caseID: header.id, $0) }
            + findings.map { .found(caseID: header.id, $0) }
            + drifts.map { .drifted(caseID: header.id, $0) }
            + (result.map { [.caseFinished($0)] } ?? [])
            + attempts.map { .reran(caseID: header.id, $0) }
    }
}
