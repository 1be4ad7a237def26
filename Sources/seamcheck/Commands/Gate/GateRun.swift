import Policy
import Results
import Scenarios

/// The run that `gate --run` makes: that of `seamcheck run`, with re-runs of what newly fails at its end.
struct GateRun {
    private let session: RunSession

    /// A run.
    ///
    /// - Parameters:
    ///   - suite: the suite.
    ///   - selection: which cases.
    ///   - execution: against which endpoint they are run, and how.
    ///   - policy: what is allowed to be broken, and how often cases are run again.
    ///   - store: the store's path.
    ///   - membership: which shard of which set of runs it is; nil when the suite is not split.
    /// - Throws: `CommandFailure` when nothing is selected.
    init(
        _ suite: Suite,
        _ selection: SelectionOptions,
        _ execution: ExecutionOptions,
        _ policy: Policy,
        store: String,
        of membership: ShardMembership?
    ) throws {
        let plan = try selection.plan(for: suite, shard: membership?.shard)
        let profile = try selection.profile(of: suite)
        guard !plan.idsOfAllShards.isEmpty else {
            throw CommandFailure("no case fits the selection, so nothing was tested", status: .nothingTested)
        }
        session = RunSession(
            suite: profile.map(suite.demanding) ?? suite,
            plan: plan,
            request: RunRequest(
                execution,
                demanding: profile,
                allowing: policy.waivers,
                isStrict: policy.gate.isStrict,
                store: store,
                of: membership,
                naming: policy.fixtures
            ),
            environment: [:]
        )
    }

    /// Makes the run.
    ///
    /// - Parameters:
    ///   - environment: the variables of the process.
    ///   - past: what is known of the time before.
    /// - Returns: how it came out, what to end with when the gate is shut, and whether the store and all reports were written.
    /// - Throws: when it could not begin.
    func outcome(_ environment: [String: String], past: GatePast) async throws -> (RunOutcome, ExitStatus, isKept: Bool)
    {
        var session = session
        session.environment = environment
        session.store = past.store
        session.reruns = { record in
            Reruns(try past.subject(for: RunOutcome(record)), maximum: past.rules.reruns)
        }
        let projections = try await session.perform()
        guard let record = projections.record else { throw CommandFailure("the run has not begun", status: .defect) }
        let status = ExitStatus(record.conclusion(isStrict: session.request.isStrict))
        let isWritten = session.close(projections, endingWith: .conforms) == .conforms
        let outcome = RunOutcome(record)
        switch status {
        case .conforms, .doesNotConform, .nothingTested: return (outcome, .doesNotConform, isWritten)
        default: return (outcome, status, isWritten)
        }
    }
}
