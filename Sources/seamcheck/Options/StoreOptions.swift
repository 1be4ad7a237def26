import ArgumentParser
import History

/// Where runs are kept.
struct StoreOptions: ParsableArguments {
    @Option(help: "The SQLite file that keeps the runs; made when it is missing.")
    var store: String = "reports/seamcheck.sqlite"
}
