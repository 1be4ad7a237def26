import ArgumentParser
import Results

/// A `--label KEY=VALUE`.
struct RunLabel: ExpressibleByArgument {
    /// The label.
    let label: Label

    /// Reads `KEY=VALUE`; nil when the key is empty or the sign is missing.
    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty else { return nil }
        label = Label(key: parts[0], value: parts[1])
    }
}
