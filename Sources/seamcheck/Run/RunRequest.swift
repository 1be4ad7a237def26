import Conformance
import Policy
import Results
import SeamContract

/// What was asked for on the command line, as values.
struct RunRequest: Sendable {
    /// The value of `--endpoint`; nil without it.
    let endpoint: String?
    /// How the runner works.
    let options: RunOptions
    /// What all generated values follow from; nil for a random one.
    let seed: UInt64?
    /// What the endpoint is held to; nil for the whole catalogue.
    let profile: Profile?
    /// What is allowed to be broken.
    let waivers: [Waiver]
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
    ///
    /// - Parameters:
    ///   - profile: what the endpoint is held to; nil for the whole catalogue.
    ///   - waivers: what is allowed to be broken.
    /// - Returns: the values.
    func request(demanding profile: Profile?, allowing waivers: [Waiver]) -> RunRequest {
        var options = RunOptions(concurrency: concurrency, timeout: .seconds(timeout))
        options.isReadOnly = readOnly
        options.allowsProduction = allowProduction
        options.userAgent = "seamcheck/\(SeamCheck.version)"
        return RunRequest(
            endpoint: endpoint,
            options: options,
            seed: seed,
            profile: profile,
            waivers: waivers,
            labels: label.map(\.label).sorted { ($0.key, $0.value) < ($1.key, $1.value) },
            isStrict: strict,
            store: storeOptions.store,
            reports: report
        )
    }
}
