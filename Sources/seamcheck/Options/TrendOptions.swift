import ArgumentParser
import History

/// Which nights a trend is about.
struct TrendOptions: ParsableArguments {
    @Flag(help: "Tell the trend over many nights instead of one run: as text, html, markdown or json.")
    var trend = false

    @Option(help: "How many nights a trend has at most, the newest.")
    var last: Int = 90

    @Option(
        help: ArgumentHelp(
            "A trend of runs with this label only (repeatable); without it, of the branch of the latest run.",
            valueName: "key=value"
        )
    )
    var label: [RunLabel] = []

    func validate() throws {
        guard (1...1000).contains(last) else { throw ValidationError("--last takes 1 to 1000") }
        guard trend || label.isEmpty else { throw ValidationError("--label is for --trend") }
    }

    /// The runs that are chosen.
    var selection: RunSelection { RunSelection(labels: label.map(\.label), limit: last) }
}
