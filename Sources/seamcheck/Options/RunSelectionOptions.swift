import ArgumentParser
import History
import Results

/// Which runs a question is about.
struct RunSelectionOptions: ParsableArguments {
    @OptionGroup var storeOptions: KeptRunsOptions

    @Option(
        help: ArgumentHelp(
            "Only runs with this label (repeatable); without it, the runs with the branch of the latest one.",
            valueName: "key=value"
        )
    )
    var label: [RunLabel] = []

    @Option(help: "How many runs at most, the newest.")
    var last: Int?

    func validate() throws {
        guard last ?? 1 > 0 else { throw ValidationError("--last must be at least 1.") }
    }

    /// The selection; with a limit, so many runs when `--last` does not say.
    func selection(last limit: Int? = nil) -> RunSelection {
        RunSelection(labels: label.map(\.label), limit: last ?? limit)
    }

    /// The store, which has runs to ask about.
    ///
    /// - Throws: `StoreError`, or `CommandFailure` when no run has the labels.
    func openStore() throws -> Store {
        let store = try Store(reading: storeOptions.store)
        guard try store.hasRuns(in: selection()) else {
            let labels = label.map { "\($0.label.key)=\($0.label.value)" }.joined(separator: ", ")
            let whole = "no run in \(storeOptions.store) that was not narrowed, by --id or the like,"
            throw CommandFailure(
                label.isEmpty
                    ? "there is \(whole) so there is no night to ask about (run the whole suite)"
                    : "\(whole) has the label \(labels) ('seamcheck history runs --format json' shows them)",
                status: .usage
            )
        }
        return store
    }
}
