import ArgumentParser
import Results

/// A `--label KEY=VALUE`.
struct RunLabel: ExpressibleByArgument {
    /// The label.
    let label: Label

    /// Reads `KEY=VALUE`; nil when the key is empty or the sign is missing.
    init?(argument: String) {
        guard let label = Label(written: argument) else { return nil }
        self.label = label
    }
}
