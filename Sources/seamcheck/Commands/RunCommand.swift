import ArgumentParser
import Foundation
import History
import Policy
import Reports
import Results
import Scenarios
import SeamContract

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

    @Option(
        help: ArgumentHelp(
            "Only what is not settled since a kept run: what failed in it or later, what has changed, and what is new.",
            valueName: "run"
        )
    )
    var since: String?

    @Option(
        help: ArgumentHelp(
            "What the shards of one run have in common; GITHUB_RUN_ID or CI_PIPELINE_ID without it.",
            valueName: "id"
        )
    )
    var runSet: String?

    @Flag(help: "A broken should fails too.")
    var strict = false

    @Flag(help: "List the cases and send nothing.")
    var dryRun = false

    func validate() throws {
        guard rerun == nil || since == nil else { throw ValidationError("--rerun and --since exclude each other") }
        guard runSet != "" else { throw ValidationError("--run-set takes an id that is not empty") }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let shards = ShardSettings(environment: environment, option: selection.shard, set: runSet)
        let shard = try shards.shard()
        let wholeSuite = try await suiteOptions.suite()
        let selected = try selection.plan(for: wholeSuite, shard: shard)
        let plan = try unsettled(of: selected, by: wholeSuite)
        let profile = try selection.profile(of: wholeSuite)
        let suite = profile.map(wholeSuite.demanding) ?? wholeSuite
        guard !plan.idsOfAllShards.isEmpty || selected.idsOfAllShards.isEmpty else {
            let settled =
                rerun.map { "run \($0) has settled every case" } ?? "every case is settled since \(since ?? "")"
            return Terminal.standardOutput.write("nothing to run again: \(settled)\n")
        }
        guard !plan.idsOfAllShards.isEmpty else {
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
                store: storeOptions.store,
                of: try shards.membership(),
                naming: policy.fixtures
            ),
            environment: environment
        )
        let status = try await session.run()
        if status == .nothingTested, plan.cases.isEmpty {
            return Terminal.standardOutput.write("no case belongs to this shard\n")
        }
        if status != .conforms { throw CommandFailure("", status: status) }
    }

    /// The cases of a plan that kept runs have not settled; all without `--rerun` and `--since`.
    private func unsettled(of plan: Plan, by suite: Suite) throws -> Plan {
        guard let run = rerun ?? since else { return plan }
        let store = try Store(reading: storeOptions.store)
        guard since != nil else {
            let outcome = try store.outcome(of: run)
            return plan.leavingOut { outcome.hasSettled($0.id) }
        }
        let settlement = Settlement(
            try store.outcomes(since: run),
            contract: suite.contract.fingerprint,
            version: SeamCheck.version
        )
        return plan.leavingOut { settlement.covers($0.id, scenarioHash: $0.scenario.hash) }
    }
}
