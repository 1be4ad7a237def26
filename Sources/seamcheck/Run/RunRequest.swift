import Conformance
import Results

/// What was asked for on the command line, as values.
struct RunRequest: Sendable {
    /// The value of `--endpoint`; nil without it.
    let endpoint: String?
    /// How the runner works.
    let options: RunOptions
    /// What all generated values follow from; nil for a random one.
    let seed: UInt64?
    /// What is kept with the run, sorted by key.
    let labels: [Label]
    /// Whether a broken `should` fails too.
    let isStrict: Bool
    /// The store's path.
    let store: String
    /// The reports that are written beside the summary.
    let reports: [ReportRequest]
}

extension RunCommand {
    /// The values of the arguments.
    var request: RunRequest {
        var options = RunOptions(concurrency: concurrency, timeout: .seconds(timeout))
        options.isReadOnly = readOnly
        options.allowsProduction = allowProduction
        options.userAgent = "seamcheck/\(SeamCheck.version)"
        return RunRequest(
            endpoint: endpoint,
            options: options,
            seed: seed,
            labels: label.map(\.label).sorted { ($0.key, $0.value) < ($1.key, $1.value) },
            isStrict: strict,
            store: storeOptions.store,
            reports: report
        )
    }
}
