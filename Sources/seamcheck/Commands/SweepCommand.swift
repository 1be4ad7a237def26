import ArgumentParser
import Conformance
import Foundation
import History
import Reports
import Results
import Synchronization

/// `seamcheck sweep`: finishes the cleanup of runs that died.
struct SweepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: "Deletes what runs have left at the endpoint: runs that died, or that could not delete everything.",
        discussion: """
            Every run writes down what it is about to create before it sends the request. A sweep goes through what is \
            written down and not deleted yet. It deletes only what a fresh get shows to be created by that run, and \
            checks that it is gone. What it can't prove or delete is left and listed.
            """
    )

    @OptionGroup var storeOptions: KeptRunsOptions

    @Option(help: ArgumentHelp("The endpoint's base URL; overrides SEAM_ENDPOINT.", valueName: "url"))
    var endpoint: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How long one exchange may take, such as 30 or 500ms.", valueName: "time")
    )
    var timeout = TimeSpan(RunOptions().timeout)

    @Flag(help: "Sweep even in a workspace that is no sandbox, or can't be told to be one.")
    var allowProduction = false

    @Flag(help: "Only list what would be looked for, and send nothing.")
    var dryRun = false

    @Flag(help: "Forget what could not be deleted, so that no later run or sweep looks for it.")
    var forget = false

    func validate() throws {
        guard timeout.duration > .zero, timeout.duration <= .seconds(3600) else {
            throw ValidationError("--timeout takes more than 0, at most 1h")
        }
        guard !dryRun || !forget else { throw ValidationError("--dry-run and --forget exclude each other") }
    }

    func run() async throws {
        let settings = EndpointSettings(environment: ProcessInfo.processInfo.environment, option: endpoint)
        guard let endpoint = try settings.endpoint() else {
            throw CommandFailure("no endpoint to sweep (set SEAM_ENDPOINT, or give --endpoint)", status: .usage)
        }
        let store = try Store(reading: storeOptions.store)
        let journal = try store.journal()
        let entries = journal.filter { $0.endpoint == endpoint.url }
        let others = Set(journal.map(\.endpoint)).subtracting([endpoint.url]).sorted()
        for other in others {
            let count = journal.count { $0.endpoint == other }
            Terminal.standardError.write("\(count) more at \(other.visible.prefix(200))\n")
        }
        guard !entries.isEmpty else { return Terminal.standardOutput.write("nothing to sweep\n") }
        guard !dryRun else { return Terminal.standardOutput.write(entries.map(\.line).joined()) }
        try await sweep(entries, of: store, at: endpoint)
    }

    private func sweep(_ entries: [JournalEntry], of store: Store, at endpoint: Endpoint) async throws {
        var options = RunOptions(timeout: timeout.duration)
        options.allowsProduction = allowProduction
        options.userAgent = "seamcheck/\(SeamCheck.version)"
        let sweeper = Sweeper(
            endpoint: endpoint,
            contract: try Suite.contract(file: nil),
            catalogue: try Suite.catalogue(),
            options: options
        )
        let outcome = try await interruptible(notice: "\ninterrupted: finishing the case under way\n") {
            try await sweeper.sweep(entries, of: StoreJournal(store: store, run: "", endpoint: endpoint.url)) {
                Terminal.standardError.write("note  \($0.visible.prefix(400))\n")
            }
        }
        Terminal.standardOutput.write(outcome.text(of: entries.count))
        if forget, outcome.stop == nil { try store.settle(outcome.open) }
        if let stop = outcome.stop { throw CommandFailure(stop.message, status: ExitStatus(stop.reason)) }
        if !outcome.open.isEmpty, !forget { throw CommandFailure("", status: .doesNotConform) }
    }
}

extension JournalEntry {
    /// The entry in one line: when, what, and the id or the values that it is found by.
    fileprivate var line: String {
        let handle = id.map { "\(parameter ?? "") \($0)" }
        let values = intent.values.map(\.text).joined(separator: ", ")
        let found = handle ?? (values.isEmpty ? "no id and no value of ours" : values)
        return "\(intent.sentAt)  \(intent.operation)  \(found)".visible.prefix(300) + "\n"
    }
}

extension Sweeper.Outcome {
    /// What the sweep came to, for a person.
    fileprivate func text(of count: Int) -> String {
        let entries = "\(count) \(count == 1 ? "entry" : "entries")"
        let gone = goneCount == 0 ? "" : ", \(goneCount) gone already or never created"
        let head =
            "swept \(entries): \(cleanup.deleted) deleted\(gone), \(cleanup.left) left, \(open.count) still open\n"
        return head + cleanup.sentences.dropFirst().map { "left  \($0.visible.prefix(400))\n" }.joined()
    }
}

extension ExitStatus {
    /// The code for a sweep that did not go through.
    fileprivate init(_ reason: RunEnding.Reason) {
        self =
            switch reason {
            case .refused: .usage
            case .interrupted: .interrupted
            case .unwritable: .notWritten
            case .complete, .incomplete, .deadline, .unreachable, .failed: .unreachable
            }
    }
}
