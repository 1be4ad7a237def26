import Conformance
import Policy
import Results
import Scenarios
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
    /// Which shard of which set of runs it is; nil when the suite is not split.
    let membership: ShardMembership?
}

extension RunRequest {
    /// The values of the arguments.
    ///
    /// - Parameters:
    ///   - execution: against which endpoint cases are run, and how.
    ///   - profile: what the endpoint is held to; nil for the whole catalogue.
    ///   - waivers: what is allowed to be broken.
    ///   - isStrict: whether a broken `should` fails too.
    ///   - store: the store's path.
    ///   - membership: which shard of which set of runs it is; nil when the suite is not split.
    ///   - fixtures: what the policy file names by hand.
    init(
        _ execution: ExecutionOptions,
        demanding profile: Profile?,
        allowing waivers: [Waiver],
        isStrict: Bool,
        store: String,
        of membership: ShardMembership?,
        naming fixtures: RunFixtures
    ) {
        endpoint = execution.endpoint
        options = execution.runOptions(naming: fixtures)
        seed = execution.seed
        self.profile = profile
        self.waivers = waivers
        labels = execution.label.map(\.label).sorted { ($0.key, $0.value) < ($1.key, $1.value) }
        self.isStrict = isStrict
        self.store = store
        reports = execution.report
        self.membership = membership
    }
}

extension ExecutionOptions {
    /// How the runner works.
    ///
    /// - Parameter settled: what the policy file names by hand.
    /// - Returns: the options.
    func runOptions(naming settled: RunFixtures) -> RunOptions {
        var options = RunOptions(concurrency: concurrency, timeout: timeout.duration)
        options.deadline = deadline.duration
        options.retryBudget = retryBudget.duration
        options.rate = rate
        options.isReadOnly = readOnly
        options.fixtures = fixtures(beside: settled)
        options.allowsProduction = allowProduction
        options.isRepetition = seed != nil
        options.redaction = redaction.rules
        options.userAgent = "seamcheck/\(SeamCheck.version)"
        return options
    }
}
