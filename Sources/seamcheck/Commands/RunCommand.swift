import ArgumentParser
import Foundation
import History
import Policy
import Reports
import Results
import Scenarios

/// `seamcheck run [PATH…]`: runs scenarios against an endpoint and says whether it conforms.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Runs scenarios against an endpoint; without one, against the embedded reference server."
    )

    @OptionGroup var suiteOptions: SuiteOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var policyOptions: PolicyOptions

    @Option(help: ArgumentHelp("The endpoint's base URL; goes before SEAM_ENDPOINT.", valueName: "url"))
    var endpoint: String?

    @Option(
        help: ArgumentHelp(
            "Also write a report (repeatable): \(ReportFormat.names), of which allure is a folder.",
            valueName: "format=file"
        ),
        transform: ReportRequest.init(parsing:)
    )
    var report: [ReportRequest] = []

    @Option(help: ArgumentHelp("A label kept with the run (repeatable).", valueName: "key=value"))
    var label: [RunLabel] = []

    @Option(parsing: .unconditional, help: "How many cases run at once.")
    var concurrency: Int = 8

    @Option(parsing: .unconditional, help: "How many seconds one exchange may take.")
    var timeout: Double = 30

    @Option(help: "What all generated values follow from; a random one without it.")
    var seed: UInt64?

    @Option(
        help: ArgumentHelp(
            "Only what a kept run has not settled: what failed or could not be judged, and what is new.",
            valueName: "run"
        )
    )
    var rerun: String?

    @Flag(help: "A broken should fails too.")
    var strict = false

    @Flag(help: "List the cases and send nothing.")
    var dryRun = false

    @Flag(help: "Only cases that create and change nothing.")
    var readOnly = false

    @Flag(help: "Run even in a workspace that is no sandbox, or can't be told to be one.")
    var allowProduction = false

    func validate() throws {
        guard (1...256).contains(concurrency) else { throw ValidationError("--concurrency takes 1 to 256") }
        guard timeout > 0, timeout <= 3600 else {
            throw ValidationError("--timeout takes more than 0, at most 3600 seconds")
        }
    }

    func run() async throws {
        let wholeSuite = try await suiteOptions.suite()
        let selected = try selection.plan(for: wholeSuite)
        let plan = try rerun.map { try unsettled(of: selected, since: $0) } ?? selected
        let profile = try selection.profile(of: wholeSuite)
        let suite = profile.map(wholeSuite.demanding) ?? wholeSuite
        guard !plan.cases.isEmpty || selected.cases.isEmpty else {
            return Terminal.standardOutput.write("nothing to run again: run \(rerun ?? "") has settled every case\n")
        }
        guard !plan.cases.isEmpty else {
            throw CommandFailure("no case fits the selection, so nothing was tested", status: .nothingTested)
        }
        guard !dryRun else { return Terminal.standardOutput.write(plan.listing) }
        let policy = try policyOptions.policy(for: wholeSuite.catalogue)
        let inputs = suiteOptions.files + [policyOptions.path].compactMap(\.self)
        try OutputFiles.refuseClashes(of: [storeOptions.store] + report.map(\.path), with: inputs)
        let session = RunSession(
            suite: suite,
            plan: plan,
            request: request(demanding: profile, allowing: policy.waivers),
            environment: ProcessInfo.processInfo.environment
        )
        let status = try await session.run()
        if status != .conforms { throw CommandFailure("", status: status) }
    }

    /// The cases of a plan that a kept run has not settled.
    private func unsettled(of plan: Plan, since run: String) throws -> Plan {
        let outcome = try Store(reading: storeOptions.store).outcome(of: run)
        return plan.leavingOut { outcome.hasSettled($0) }
    }
}
