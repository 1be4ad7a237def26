import ArgumentParser
import History
import JSON
import Reports

/// `seamcheck history prune`: takes away runs that nobody needs any more.
struct HistoryPruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Takes away old runs, and keeps what tells since when something is broken.",
        discussion: """
            Kept are the last runs of each branch, the first and the last run of each streak of failures with the run \
            before it, every run of a streak that still goes on, and runs that go on.
            """
    )

    @OptionGroup var storeOptions: KeptRunsOptions

    @Option(name: .customLong("keep"), help: "How many of the last runs of each branch are kept.")
    var last: Int

    @Option(help: "The label that tells branches apart.")
    var label: String = "branch"

    @Flag(help: "Only tell which runs would go.")
    var dryRun = false

    @Option(help: "Print as table or json.")
    var format: TableFormat = .table

    func validate() throws {
        guard last > 0 else { throw ValidationError("--keep must be at least 1.") }
    }

    func run() throws {
        let store = try Store(reading: storeOptions.store)
        let pruning = try store.prune(Retention(last: last, label: label), isRehearsal: dryRun)
        Terminal.standardOutput.write(format == .table ? text(pruning) : json(pruning))
    }

    private func text(_ pruning: Store.Pruning) -> String {
        let names = pruning.removed.map { $0.visible + "\n" }.joined()
        let verb = dryRun ? "would go" : "gone"
        let space = pruning.freedBytes > 0 ? ", the file is \(pruning.freedBytes / 1024) KiB smaller" : ""
        return "\(names)\(pruning.removed.count) \(verb), \(pruning.keptCount) kept\(space)\n"
    }

    private func json(_ pruning: Store.Pruning) -> String {
        let object: JSONValue = [
            "removed": .array(pruning.removed.map { .string($0) }), "kept": .number(JSONNumber(pruning.keptCount)),
            "freed_bytes": .number(JSONNumber(pruning.freedBytes)), "dry_run": .bool(dryRun),
        ]
        return object.serialized(.pretty) + "\n"
    }
}
