import Conformance
import History
import Policy
import Reports
import Results
import Scenarios
import SeamContract

/// A kept run whose new failures are run again, with the suite and against the endpoint that it was made with.
struct KeptRunAgain {
    private let run: RunOutcome
    private let suite: Suite
    private let endpoint: JudgedEndpoint
    private let options: RunOptions
    private let waivers: [Waiver]

    /// A kept run.
    ///
    /// - Parameters:
    ///   - run: the run.
    ///   - suite: the suite.
    ///   - execution: against which endpoint cases are run, and how.
    ///   - policy: what is allowed to be broken.
    ///   - environment: the variables of the process.
    /// - Throws: `CommandFailure` when suite or endpoint are not those of the run, `EndpointError` when it can't be used.
    init(
        _ run: RunOutcome,
        _ suite: Suite,
        _ execution: ExecutionOptions,
        _ policy: Policy,
        environment: [String: String]
    ) throws {
        let header = run.header
        guard suite.library.fingerprint == header.suite.fingerprint,
            suite.contract.fingerprint == header.contract.fingerprint
        else {
            throw CommandFailure(
                "run \(header.id) was made with another suite or contract, so its cases can't be run again "
                    + "(name its files by --scenarios and --contract, or use `gate --run`)",
                status: .usage
            )
        }
        guard !header.isEmbedded || execution.endpoint == nil else {
            throw CommandFailure(
                "run \(header.id) was made against the embedded server, not against \(execution.endpoint ?? "")",
                status: .usage
            )
        }
        let named =
            header.isEmbedded
            ? nil
            : try EndpointSettings(environment: environment, option: execution.endpoint ?? header.endpoint).endpoint()
        guard header.isEmbedded || named?.url == header.endpoint else {
            throw CommandFailure(
                "run \(header.id) was made against \(header.endpoint), not against \(named?.url ?? "")",
                status: .usage
            )
        }
        try DescriptorBudget.run(concurrency: execution.concurrency).ensure()
        self.run = run
        self.suite =
            header.profile == nil ? suite : try suite.demanding(suite.profile(named: header.profile?.name ?? ""))
        endpoint = JudgedEndpoint(suite: suite, named: named)
        options = execution.runOptions(naming: policy.fixtures)
        waivers = policy.waivers
    }

    /// Runs what newly fails again, and keeps with the run how it came out.
    ///
    /// - Parameter past: what is known of the time before, and the store.
    /// - Throws: when the endpoint can't be used or the store can't be written; `CancellationError` after Ctrl-C.
    func rerun(_ past: GatePast) async throws {
        let reruns = Reruns(try past.subject(for: run), maximum: past.rules.reruns)
        guard !reruns.due.isEmpty else { return }
        let hold = try past.store.hold(run: run.header.id)
        defer { withExtendedLifetime(hold) {} }
        try await endpoint.withRunning { endpoint, isEmbedded in
            let journal = StoreJournal(store: past.store, run: run.header.id, endpoint: endpoint.url)
            let runner = Runner(
                endpoint: endpoint,
                contract: suite.contract,
                catalogue: suite.catalogue,
                options: options,
                journal: isEmbedded ? nil : journal
            )
            let rerunner = Rerunner(runner: runner, cases: suite.library.cases, header: run.header, waivers: waivers)
            try await interruptible(notice: "\ninterrupted: deleting what was created (once more ends at once)\n") {
                let reran = try await rerunner.run(reruns) { id, attempt in
                    Terminal.standardError.write("again  \(attempt.verdict.rawValue)  \(id.visible)\n")
                    try past.store.add(attempt, ofCase: id, toRun: run.header.id)
                }
                try Task.checkCancellation()
                if let stop = reran.stop { Terminal.standardError.write("note  \(stop.wordsOnReruns.visible)\n") }
            }
        }
    }
}
