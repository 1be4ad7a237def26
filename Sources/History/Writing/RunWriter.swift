import GRDB
public import Results
import Synchronization
import Timestamps

/// Writes one run into the store while it goes on: each case when it ends, but those that end within a tenth of a second
/// together, since a transaction costs more than a case.
///
/// It may be called from several tasks at once. Trouble never stops the run: the first is kept in `trouble`, nothing more
/// is written after it, and what was written before stays, as a run that was interrupted.
public final class RunWriter: Sendable {
    private let store: Store
    private let state = Mutex(State())

    /// A writer for the next run.
    ///
    /// - Parameter store: where it is kept.
    public init(store: Store) {
        self.store = store
    }

    /// What went wrong first; nil when all that was recorded is written.
    public var trouble: StoreError? { state.withLock { $0.trouble } }

    /// Whether every case that has ended is in the store, or nothing more will be written; a kill takes nothing of that away.
    public var isCaughtUp: Bool { state.withLock { $0.isCaughtUp } }

    /// Takes in the next event of the run.
    ///
    /// The events of a case are written when it ends, or with the next that does; those of cases that did not end when the run
    /// does.
    /// - Parameter event: the event; those before `started` are left out.
    public func record(_ event: RunEvent) {
        state.withLock { state in
            guard state.trouble == nil else { return }
            do {
                try state.record(event, in: store)
            } catch {
                state.fail(StoreError(error, path: store.path))
            }
        }
    }
}

extension RunWriter {
    /// What is not written yet, and where the rest went.
    private struct State {
        private var run: Int64?
        private var lock: RunLock?
        private var open: [String: (position: Int, record: CaseRecord)] = [:]
        /// The cases that have ended and are not written yet, and the exchanges of them that are kept.
        private var ended: [(position: Int, record: CaseRecord, kept: [Exchange])] = []
        private var lastWriting: Timestamp?
        private var caseCount = 0
        private var noteCount = 0
        private var exercises: [OperationExercise] = []
        private var latencies = LatencyTally()
        private var attempts: [(caseID: String, attempt: Attempt)] = []
        private var evidence = EvidenceSelection()
        private(set) var trouble: StoreError?

        var isCaughtUp: Bool { trouble != nil || ended.isEmpty }

        /// Stops writing, so that the run counts as dead.
        mutating func fail(_ error: StoreError) {
            trouble = error
            open = [:]
            ended = []
            lock = nil
        }

        mutating func record(_ event: RunEvent, in store: Store) throws {
            if case .started(let header) = event { return try begin(header, in: store) }
            guard let run else { return }
            switch event {
            case .started: break
            case .caseStarted(let header):
                open[header.id] = (caseCount, CaseRecord(header: header))
                caseCount += 1
            case .exchanged(let id, let exchange):
                open[id]?.record.exchanges.append(exchange)
                // What every response shows is shown once more in a case of its own.
                if !EveryResponse.isOne(id) { latencies.note(exchange) }
            case .found(let id, let finding): open[id]?.record.findings.append(finding)
            case .drifted(let id, let drift): open[id]?.record.drifts.append(drift)
            case .caseFinished(let result): try end(result, ofRun: run, in: store)
            case .exercised(let exercise): exercises.append(exercise)
            case .reran(let id, let attempt): attempts.append((id, attempt))
            case .noted(let at, let message): try note(RunNote(at: at, message: message), ofRun: run, in: store)
            case .finished(let ending): try end(ending, ofRun: run, in: store)
            }
        }

        /// Writes the header; the lock is taken before others can see the run.
        private mutating func begin(_ header: RunHeader, in store: Store) throws {
            (run, lock) = try store.write { database in
                let run = try RowWriter(database: database).write(header)
                return (run, try store.locks.take(run: run))
            }
        }

        private mutating func note(_ note: RunNote, ofRun run: Int64, in store: Store) throws {
            try store.write { database in
                try RowWriter(database: database).write(note, ofRun: run, position: noteCount)
            }
            noteCount += 1
        }

        private mutating func end(_ result: CaseResult, ofRun run: Int64, in store: Store) throws {
            guard let (position, begun) = open.removeValue(forKey: result.id) else { return }
            var record = begun
            record.result = result
            ended.append((position, record, evidence.exchanges(of: record)))
            let isDue = lastWriting.map { result.finishedAt - $0 >= .milliseconds(100) } ?? true
            guard isDue || ended.count >= 64 else { return }
            lastWriting = result.finishedAt
            try store.write { try writeEnded(ofRun: run, into: RowWriter(database: $0)) }
            ended = []
        }

        private func writeEnded(ofRun run: Int64, into rows: RowWriter) throws {
            for (position, record, kept) in ended {
                try rows.write(record, keeping: kept, ofRun: run, position: position)
            }
        }

        private mutating func end(_ ending: RunEnding, ofRun run: Int64, in store: Store) throws {
            let unended = open.values.sorted { $0.position < $1.position }
            open = [:]
            try store.write { database in
                let rows = RowWriter(database: database)
                try writeEnded(ofRun: run, into: rows)
                for (position, record) in unended {
                    try rows.write(record, keeping: record.exchanges, ofRun: run, position: position)
                }
                for exercise in exercises { try rows.write(exercise, ofRun: run) }
                try rows.write(latencies.histograms, ofRun: run)
                for (id, attempt) in attempts { try rows.write(attempt, ofCase: id, ofRun: run) }
                try rows.write(ending, ofRun: run)
            }
            ended = []
            lock = nil
            try store.confirm(run: run)
        }
    }
}
