import History
import Reports
import Results
import SeamContract
import Synchronization

/// Everything that is made of a run's events while it goes on: the record, the store, the progress and the event file.
final class RunProjections: Sendable {
    private struct State: Sendable {
        var record: RunRecord?
        var progress: ConsoleProgress
        /// The lines of events that wait for the store.
        var waiting: [String] = []
    }

    private let state: Mutex<State>
    private let store: Store
    private let writer: RunWriter
    private let reports: [ReportDestination]

    /// The projections that were asked for; the store and the report files are opened at once, before anything is sent.
    ///
    /// - Parameters:
    ///   - request: what was asked for.
    ///   - open: the store that is open already; nil opens that of the request.
    ///   - environment: the variables of the process, which say how the progress may look.
    /// - Throws: `StoreError` or `CommandFailure` when the store or a file can't be written.
    init(request: RunRequest, store open: Store? = nil, environment: [String: String]) throws {
        let terminal = Terminal.standardError
        let progress = ConsoleProgress(
            style: terminal.isInteractive(in: environment) ? .bar(width: terminal.width) : .lines,
            isColored: terminal.isColoured(in: environment)
        )
        state = Mutex(State(record: nil, progress: progress))
        store = try open ?? Store(path: request.store)
        writer = RunWriter(store: store)
        reports = try request.reports.map { try ReportDestination($0.format, path: $0.path) }
    }

    /// The run as far as its events tell; nil before the first.
    var record: RunRecord? {
        state.withLock { $0.record }
    }

    /// Where the run writes down what it is about to create.
    ///
    /// - Parameters:
    ///   - run: the id of the run.
    ///   - endpoint: the URL of the endpoint.
    /// - Returns: the journal, which is kept in the store.
    func journal(ofRun run: String, at endpoint: String) -> StoreJournal {
        StoreJournal(store: store, run: run, endpoint: endpoint)
    }

    /// Says when earlier runs may have left something at the endpoint.
    ///
    /// - Parameter endpoint: the URL of the endpoint.
    func hintAtLeftovers(at endpoint: String) {
        do {
            let count = try store.leftoverCount(at: endpoint)
            guard count > 0 else { return }
            Terminal.standardError.write(
                "earlier runs may have left \(count) \(count == 1 ? "resource" : "resources") at this endpoint: "
                    + "'seamcheck sweep' deletes them\n"
            )
        } catch {
            Terminal.standardError.write("what earlier runs left can't be read: \(error)\n")
        }
    }

    /// Takes in the next event.
    ///
    /// Its line is not written before the store has the cases that have ended: what a file of events tells is kept, even
    /// when the process is killed.
    func take(_ event: RunEvent) {
        state.withLock { state in
            if case .started(let header) = event {
                state.record = RunRecord(header: header)
            } else {
                state.record?.apply(event.shown)
            }
            Terminal.standardError.write(state.progress.text(for: event))
            writer.record(event)
            let lines = reports.filter { $0.format.delivery == .lines }
            if lines.isEmpty { return }
            state.waiting.append(EventWire.line(event) + "\n")
            guard writer.isCaughtUp else { return }
            for report in lines { report.append(state.waiting.joined()) }
            state.waiting = []
        }
    }

    /// Writes the reports that are made of the whole run.
    ///
    /// - Parameters:
    ///   - catalogue: the requirements, for their statements.
    ///   - isStrict: whether a broken `should` fails too.
    /// - Returns: what could not be written, one line each; empty when all was.
    func close(catalogue: Catalogue, isStrict: Bool) -> [String] {
        var troubles = writer.trouble.map { ["\($0)"] } ?? []
        for report in reports where report.format.delivery == .lines { report.finish() }
        let whole = reports.filter { $0.format.delivery != .lines }
        if let record, !whole.isEmpty {
            let comparison = comparison(of: record, troubles: &troubles)
            for report in whole {
                let content = report.format.render(
                    record,
                    catalogue: catalogue,
                    comparison: comparison,
                    isStrict: isStrict
                )
                report.write(content)
            }
        }
        if writer.trouble == nil, let loss = store.loss { troubles.append("\(loss)") }
        return troubles + reports.compactMap(\.trouble)
    }

    /// How what was found stands against the runs before; nothing when the run could not be kept.
    private func comparison(of record: RunRecord, troubles: inout [String]) -> Comparison {
        guard writer.trouble == nil else { return .none }
        do {
            return try store.comparison(of: record.header.id)
        } catch {
            troubles.append("what is new can't be told: \(error)")
            return .none
        }
    }
}
