import ArgumentParser
import Conformance
import Files
import Foundation
import History
import Policy
import Results
import SeamContract
import YAMLSource

/// `seamcheck gate [RUN]`: the yes or no for a change.
struct GateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "Says whether a change may pass: shut only for what it broke.",
        discussion: """
            The run is compared with the latest complete, whole run of the baseline that judged the same endpoint. The \
            baseline is branch=main unless the policy says otherwise. With --run the suite is run first, and takes the options of `seamcheck run`. Ends with 0 when the gate \
            is open, with 1 when it is shut.
            """
    )

    @OptionGroup var storeOptions: KeptRunsOptions
    @OptionGroup var policyOptions: PolicyOptions

    @Argument(help: ArgumentHelp("The run's id, the beginning of one, or 'latest'.", valueName: "run"))
    var runID: String?

    @Flag(name: .customLong("run"), help: "Run the suite, and decide on that run; what newly fails is run again.")
    var runsSuite = false

    @Flag(help: "Run what newly fails in a kept run again, just often enough to tell what is broken from chance.")
    var rerun = false

    @Option(help: ArgumentHelp("The run to compare with, by its id; goes before the policy.", valueName: "run"))
    var baseline: String?

    @Option(help: ArgumentHelp("Compare with a file of --write-baseline instead of a run.", valueName: "file"))
    var baselineFile: String?

    @Option(help: ArgumentHelp("Write down what the run breaks instead of deciding on it.", valueName: "file"))
    var writeBaseline: String?

    @Flag(help: "Show every rule with its figures.")
    var explain = false

    @Option(help: "Print as text or json. (default: text)")
    var format: ListFormat?

    @Option(
        help: ArgumentHelp(
            "With --run or --rerun: scenario files and folders instead of all that the binary carries (repeatable).",
            valueName: "path"
        )
    )
    var scenarios: [String] = []

    @Option(help: "With --run or --rerun: judge by this OpenAPI document instead of the bundled contract.")
    var contract: String?

    @OptionGroup(title: "Options for --run and --rerun") var selection: SelectionOptions
    @OptionGroup(title: "Options for --run and --rerun") var execution: ExecutionOptions

    func validate() throws {
        guard baseline == nil || baselineFile == nil else {
            throw ValidationError("--baseline and --baseline-file name two baselines: leave one out")
        }
        guard !runsSuite || (runID == nil && !rerun) else {
            throw ValidationError("--run makes a run of its own: leave out \(rerun ? "--rerun" : "the run's id")")
        }
        for idle in idleOptions { throw ValidationError(idle.words) }
    }

    func run() async throws {
        let catalogue = try Suite.catalogue()
        let policy = try policyOptions.policy(for: catalogue)
        let files = [baselineFile, contract, policyOptions.path].compactMap(\.self) + scenarios
        let outputs = [storeOptions.store] + [writeBaseline].compactMap(\.self) + execution.report.map(\.path)
        try OutputFiles.refuseClashes(of: outputs, with: files)
        let store = runsSuite ? try Store(path: storeOptions.store) : try Store(reading: storeOptions.store)
        let past = GatePast(
            rules: policy.gate,
            store: store,
            // Looked up before there is a run of this gate, which would be the latest.
            baseline: try baseline.map { try store.outcome(of: $0).header.id },
            file: try baselineFile.map { path in
                try BaselineFile(text: Input(path: path).text(atMost: YAMLBounds.bytes), path: path)
            }
        )
        let gate = Gate(
            policy,
            catalogue: catalogue,
            profile: try profile(of: policy.gate, catalogue),
            now: RunClock.system.now()
        )
        let (run, status, isKept) = try await outcome(policy, past)
        if let writeBaseline { return try write(run, to: writeBaseline) }
        let decision = gate.decision(on: try past.subject(for: run))
        Terminal.standardOutput.write(format == .json ? decision.json : decision.text(explained: explain))
        if !decision.isOpen { throw CommandFailure("", status: status) }
        if !isKept { throw CommandFailure("", status: .notWritten) }
    }

    /// The profile whose every must has to be kept; nil when the policy names none.
    private func profile(of rules: GateRules, _ catalogue: Catalogue) throws -> Profile? {
        guard let name = rules.profile else { return nil }
        do {
            return try Suite.profile(named: name, of: catalogue)
        } catch let failure as CommandFailure {
            let words = failure.message.trimmingPrefix("seamcheck: ")
            throw CommandFailure(problem: "\(policyOptions.path ?? "seamcheck.yaml"): 'profile': \(words)")
        }
    }

    /// The run that is decided on, what to end with when the gate is shut, and whether all of the run could be written.
    private func outcome(_ policy: Policy, _ past: GatePast) async throws -> (RunOutcome, ExitStatus, isKept: Bool) {
        let environment = ProcessInfo.processInfo.environment
        if runsSuite {
            let suite = try await Suite(paths: scenarios, contractFile: contract)
            let shards = ShardSettings(environment: environment, option: selection.shard, set: nil)
            let run = try GateRun(
                suite,
                selection,
                execution,
                policy,
                store: storeOptions.store,
                of: try shards.membership()
            )
            return try await run.outcome(environment, past: past)
        }
        let run = try past.store.outcome(of: runID ?? "latest")
        guard rerun, policy.gate.reruns > 0 else { return (run, .doesNotConform, true) }
        let suite = try await Suite(paths: scenarios, contractFile: contract)
        let again = try KeptRunAgain(run, suite, execution, policy, environment: environment)
        try await again.rerun(past)
        return (try past.store.outcome(of: run.header.id), .doesNotConform, true)
    }

    /// Writes down what a run breaks.
    private func write(_ run: RunOutcome, to path: String) throws {
        guard run.ending?.reason == .complete else {
            let words = "run \(run.header.id) did not come to its end, so it is no baseline (name a complete one)"
            throw CommandFailure(words, status: .usage)
        }
        let causes = (run.header.narrowing ?? []).filter { $0 != .profile }.map(\.words).joined(separator: ", ")
        guard causes.isEmpty else {
            let words = "run \(run.header.id) was narrowed by \(causes), so it is no baseline (name a whole one)"
            throw CommandFailure(words, status: .usage)
        }
        if let missing = run.header.shards?.missing, !missing.isEmpty {
            let words =
                "shards of run \(run.header.id) did not come, so it is no baseline (`history merge` puts them together)"
            throw CommandFailure(words, status: .usage)
        }
        let file = BaselineFile(run, path: path)
        try OutputFile.write(file.text, to: path, kind: nil)
        let caseCount = Set(file.failures.map(\.caseID)).count
        Terminal.standardOutput.write(
            "\(path): \(caseCount) of \(file.testedCount) cases of run \(run.header.id) are broken\n"
        )
    }
}
