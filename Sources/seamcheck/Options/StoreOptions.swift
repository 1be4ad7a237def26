import ArgumentParser
import History

/// Where runs were kept.
struct KeptRunsOptions: ParsableArguments {
    /// Where they were kept unless told otherwise.
    static let standardPath = "reports/seamcheck.sqlite"

    @Option(help: "The SQLite file that keeps the runs.")
    var store: String = Self.standardPath
}

/// Where runs are kept.
struct StoreOptions: ParsableArguments {
    @Option(help: "The SQLite file that keeps the runs; made when it is missing.")
    var store: String = KeptRunsOptions.standardPath
}
