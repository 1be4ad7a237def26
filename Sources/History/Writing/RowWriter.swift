import GRDB
import JSON
import Results
import Timestamps

/// Writes the values of a run into rows, within a transaction of the caller.
struct RowWriter {
    let database: Database

    /// Writes what is known of a run when it begins.
    ///
    /// - Parameters:
    ///   - header: the run's header.
    ///   - place: its place in the order of the runs; nil for the one after all others.
    /// - Returns: the run's row.
    /// - Throws: an error of the database.
    func write(_ header: RunHeader, at place: Int64? = nil) throws -> Int64 {
        let run = try insert(
            into: "run",
            [
                "name": header.id.storable,
                "startedAt": header.startedAt.nanoseconds,
                "endpoint": header.endpoint.storable,
                "isEmbedded": header.isEmbedded,
                "contractOrigin": header.contract.origin.storable,
                "contractFingerprint": header.contract.fingerprint.storable,
                "suiteOrigin": header.suite.origin.storable,
                "suiteFingerprint": header.suite.fingerprint.storable,
                "version": header.version.storable,
                "seed": Int64(bitPattern: header.seed),
                "caseCount": header.caseCount,
                "profile": header.profile?.name.storable,
                "profileRequirements": ColumnJSON.text(header.profile?.requirements ?? []),
                "narrowing": header.narrowing.map { ColumnJSON.text($0.map(\.rawValue)) },
                "place": try place ?? nextPlace(),
            ]
        )
        for (position, label) in header.labels.enumerated() {
            try insert(
                into: "label",
                ["run": run, "position": position, "key": label.key.storable, "value": label.value.storable]
            )
        }
        if let shards = header.shards { try write(shards, ofRun: run) }
        return run
    }

    /// The place after all runs of the store.
    private func nextPlace() throws -> Int64 {
        try Int64.fetchOne(database.cachedStatement(sql: "SELECT coalesce(max(place), 0) + 1 FROM run")) ?? 1
    }

    /// Writes a note.
    ///
    /// - Parameters:
    ///   - note: the note.
    ///   - run: the run's row.
    ///   - position: how many notes the run has before it.
    /// - Throws: an error of the database.
    func write(_ note: RunNote, ofRun run: Int64, position: Int) throws {
        try insert(
            into: "note",
            ["run": run, "position": position, "at": note.at.nanoseconds, "message": note.message.storable]
        )
    }

    /// Writes what a run asked of an operation, and what was answered.
    ///
    /// - Parameters:
    ///   - exercise: what was asked and answered.
    ///   - run: the run's row.
    /// - Throws: an error of the database.
    func write(_ exercise: OperationExercise, ofRun run: Int64) throws {
        try insert(
            "INSERT OR REPLACE",
            into: "runExercise",
            [
                "run": run, "operation": exercise.operation.storable, "callCount": exercise.callCount,
                "exercise": try row(of: exercise),
            ]
        )
    }

    /// Writes how the run ended.
    ///
    /// - Parameters:
    ///   - ending: the ending.
    ///   - run: the run's row.
    ///   - keepsFirst: whether an ending that is there already is kept, rather than replaced.
    /// - Throws: an error of the database.
    func write(_ ending: RunEnding, ofRun run: Int64, keepsFirst: Bool = false) throws {
        try insert(
            keepsFirst ? "INSERT OR IGNORE" : "INSERT OR REPLACE",
            into: "ending",
            [
                "run": run, "reason": ending.reason.rawValue, "message": ending.message.storable,
                "finishedAt": ending.finishedAt.nanoseconds, "cleanup": ending.cleanup.map(ColumnJSON.text),
            ]
        )
    }

    /// Writes a case with its findings, its drifts and those of its exchanges that are given.
    ///
    /// - Parameters:
    ///   - record: the case.
    ///   - exchanges: the exchanges that are kept.
    ///   - run: the run's row.
    ///   - position: how many cases of the run began before it.
    /// - Throws: an error of the database.
    func write(_ record: CaseRecord, keeping exchanges: [Exchange], ofRun run: Int64, position: Int) throws {
        let row = try insert(
            into: "runCase",
            [
                "run": run, "position": position,
                "scenarioCase": try self.row(of: record.header),
                "startedAt": record.header.startedAt.nanoseconds,
                "scenarioHash": record.header.scenarioHash.map { Int64(bitPattern: $0) },
                "verdict": record.result?.verdict.rawValue,
                "reason": record.result?.reason.storable,
                "outcome": try record.result.map { try self.row(ofOutcome: $0.requirements) },
                "duration": record.result?.duration.wholeNanoseconds,
                "finishedAt": record.result?.finishedAt.nanoseconds,
                "untested": ColumnJSON.text(record.result?.untested ?? []),
                "causeOperation": record.result?.cause?.operation.storable,
                "causeEvidence": record.result?.cause?.evidence.storable,
                "witnesses": ColumnJSON.text(record.result?.witnesses ?? []),
            ]
        )
        for finding in record.findings { try write(finding, ofCase: row) }
        for (position, drift) in record.drifts.enumerated() {
            try insert(
                into: "caseDrift",
                ["runCase": row, "position": position, "drift": try self.row(of: drift)]
            )
        }
        for exchange in exchanges { try write(exchange, ofCase: row) }
    }

    private func write(_ finding: Finding, ofCase row: Int64) throws {
        try insert(
            into: "finding",
            [
                "runCase": row,
                "code": finding.code.storable,
                "requirements": ColumnJSON.text(finding.requirements),
                "severity": finding.severity.rawValue,
                "step": finding.step.storable,
                "exchange": finding.exchange,
                "operation": finding.operation?.storable,
                "place": finding.place.storable,
                "message": finding.message.storable,
                "expected": finding.expected.storable,
                "actual": finding.actual.storable,
                "fingerprint": finding.fingerprint,
            ]
        )
    }
}
