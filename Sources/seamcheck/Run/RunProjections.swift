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
    }

    private let state: Mutex<State>
    private let store: RunWriter
    private let eventFiles: [ReportFile]
    private let reports: [(format: ReportFormat, file: ReportFile)]

    /// The projections that were asked for; the store and the report files are opened at once, before anything is sent.
    ///
    /// - Parameters:
    ///   - request: what was asked for.
    ///   - environment: the variables of the process, which say how the progress may look.
    /// - Throws: `StoreError` or `CommandFailure` when the store or a file can't be written.
    init(request: RunRequest, environment: [String: String]) throws {
        let terminal = Terminal.standardError
        let progress = ConsoleProgress(
            style: terminal.isInteractive(in: environment) ? .bar(width: terminal.width) : .lines,
            isColored: terminal.isColoured(in: environment)
        )
        state = Mutex(State(record: nil, progress: progress))
        store = RunWriter(store: try Store(path: request.store))
        let files = try request.reports.map { ($0.format, try ReportFile(path: $0.path)) }
        eventFiles = files.filter { $0.0 == .ndjson }.map(\.1)
        reports = files.filter { $0.0 != .ndjson }.map { (format: $0.0, file: $0.1) }
    }

    /// The run as far as its events tell; nil before the first.
    var record: RunRecord? {
        state.withLock { $0.record }
    }

    /// Takes in the next event.
    func take(_ event: RunEvent) {
        state.withLock { state in
            if case .started(let header) = event {
                state.record = RunRecord(header: header)
            } else {
                state.record?.apply(event)
            }
            Terminal.standardError.write(state.progress.text(for: event))
            store.record(event)
            for file in eventFiles { file.append(EventWire.line(event) + "\n") }
        }
    }

    /// Writes the reports that are made of the whole run.
    ///
    /// - Parameters:
    ///   - catalogue: the requirements, for their statements.
    ///   - isStrict: whether a broken `should` fails too.
    /// - Returns: what could not be written, one line each; empty when all was.
    func close(catalogue: Catalogue, isStrict: Bool) -> [String] {
        if let record {
            for report in reports {
                report.file.replace(with: report.format.render(record, catalogue: catalogue, isStrict: isStrict))
            }
        }
        let files = eventFiles + reports.map(\.file)
        return (store.trouble.map { ["\($0)"] } ?? []) + files.compactMap(\.trouble)
    }
}
