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
    @OptionGroup var execution: ExecutionOptions

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
        try OutputFiles.refuseClashes(of: [storeOptions.store] + execution.report.map(\.path), with: inputs)
        let session = RunSession(
            suite: suite,
            plan: plan,
            request: RunRequest(
                execution,
                demanding: profile,
                allowing: policy.waivers,
                isStrict: strict,
                store: storeOptions.store
            ),
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
