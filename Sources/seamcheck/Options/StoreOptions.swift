import ArgumentParser
import History

/// Where runs were kept.
struct KeptRunsOptions: ParsableArguments {
    @Option(help: "The SQLite file that keeps the runs.")
    var store: String = "reports/seamcheck.sqlite"
}

/// Where runs are kept.
struct StoreOptions: ParsableArguments {
    @Option(help: "The SQLite file that keeps the runs; made when it is missing.")
    var store: String = "reports/seamcheck.sqlite"
}
