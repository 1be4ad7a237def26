public import Results
public import Scenarios
public import SeamContract
import Timestamps

/// Runs cases against an endpoint and tells, event by event, what happens.
public struct Runner: Sendable {
    /// How many cases in a row may fail to reach the endpoint before the run stops.
    static let unreachableLimit = 3
    /// Which part of the time for an exchange a connection may take to come about.
    static let connectionShare = 3

    private let endpoint: Endpoint
    private let contract: Contract
    private let catalogue: Catalogue
    private let options: RunOptions
    private let clock: RunClock
    private let localServer: LocalServer?
    private let journal: (any CreationJournal)?
    /// When the run's time is over, on the clock's `elapsed`.
    private let end: Duration
    private let halt: RunHalt
    private let budget: RetryBudget
    private let pace: RequestPace?
    private let survey = Survey()

    /// A runner, whose time runs from now on.
    ///
    /// What it runs further, such as cases once more, shares the deadline, the retry budget and the pace of the first run, and
    /// what the first run found out about the endpoint.
    /// - Parameters:
    ///   - endpoint: where the cases are run.
    ///   - contract: what the endpoint is held against.
    ///   - catalogue: the requirements, which say how much a breach weighs.
    ///   - options: how the run goes about its work.
    ///   - clock: the time.
    ///   - localServer: the server in this process that is asked in place of the network; nil goes over the network.
    ///   - journal: where creates are written down before they are sent; nil where nothing can be left over.
    public init(
        endpoint: Endpoint,
        contract: Contract,
        catalogue: Catalogue,
        options: RunOptions = RunOptions(),
        clock: RunClock = .system,
        localServer: LocalServer? = nil,
        journal: (any CreationJournal)? = nil
    ) {
        self.endpoint = endpoint
        self.contract = contract
        self.catalogue = catalogue
        self.options = options
        self.clock = clock
        self.localServer = localServer
        self.journal = journal
        end = clock.elapsed() + options.deadline
        halt = RunHalt(cleanupTimeout: options.cleanupTimeout)
        budget = RetryBudget(options.retryBudget)
        pace = options.rate.map(RequestPace.init)
    }

    /// Runs cases side by side, as many as the options allow.
    ///
    /// When the task is cancelled or the deadline is reached, no further case begins; those under way stop before their next
    /// request, delete what they made, and get the verdict `error`.
    /// - Parameters:
    ///   - cases: the cases in the order in which they begin, as far as their locks allow.
    ///   - header: the run's header; its seed is what all generated values follow from, and what its profile demands is
    ///     missing where it is not offered.
    ///   - events: gets every event, redacted, one after the other, from whichever thread; it should not take long.
    /// - Returns: the ending, which was told as the last event.
    public func run(
        _ cases: [Case],
        header: RunHeader,
        events: @escaping @Sendable (RunEvent) -> Void
    ) async -> RunEnding {
        let redactor = endpoint.redactor(options.redaction)
        let log = EventLog(redactor: redactor, sink: events)
        let transport = Transport(
            wire: NetworkWire.wire(to: localServer, options, clock: clock),
            clock: clock,
            budget: budget,
            pace: pace
        )
        let context = RunContext(
            endpoint: endpoint,
            catalogue: catalogue,
            contract: contract,
            options: options,
            seed: header.seed,
            clock: clock,
            transport: transport,
            redactor: redactor,
            log: log,
            halt: halt,
            journal: journal
        )
        log.emit(.started(header))
        var ending = await ending(in: context) { await self.ending(of: cases, demanding: header.profile, in: context) }
        let plan = ResponsePlan(of: cases, contract: contract, catalogue: catalogue)
        context.responses.finish(plan, isComplete: ending.reason == .complete, telling: context)
        if [.complete, .deadline, .interrupted].contains(ending.reason) {
            await withTaskCancellationHandler {
                await LastLook(context: context).look()
            } onCancel: {
                halt.note(.interruption, at: clock.elapsed())
            }
        }
        ending.cleanup = context.ownership.cleanup
        await transport.close()
        if budget.refusalCount > 0 { context.note(refusedWaits) }
        for exercise in context.exercises.exercises(under: contract) { log.emit(.exercised(exercise)) }
        let redacted = redactor.redacted(ending)
        log.emit(.finished(redacted))
        return redacted
    }

    /// What is told of waits that did not fit into the budget.
    private var refusedWaits: String {
        "the waits that the endpoint asks for with 429 and 503 exceed the \(budget.limit.scenarioText) that a run waits in all: "
            + "\(budget.refusalCount) requests were not sent again (--retry-budget gives a run more)"
    }

    /// Does the work of a run, and stops it when its time is over.
    ///
    /// - Parameters:
    ///   - context: what all cases share.
    ///   - work: the work; when its task is cancelled it ends as interrupted, as soon as it has cleaned up.
    /// - Returns: how it ended.
    private func ending(in context: RunContext, _ work: @escaping @Sendable () async -> RunEnding) async -> RunEnding {
        let left = end - clock.elapsed()
        guard left > .zero else {
            halt.note(.deadline(options.deadline), at: clock.elapsed())
            return stopped(by: .deadline(options.deadline), at: clock.now())
        }
        let ending = await withTaskCancellationHandler {
            await withTaskGroup(of: RunEnding?.self) { group in
                group.addTask { await work() }
                group.addTask {
                    guard (try? await clock.alarm(left)) != nil else { return nil }
                    halt.note(.deadline(options.deadline), at: clock.elapsed())
                    return nil
                }
                // Whichever is over first ends the other.
                var ending: RunEnding?
                for await finished in group {
                    ending = ending ?? finished
                    group.cancelAll()
                }
                return ending
            }
        } onCancel: {
            halt.note(.interruption, at: clock.elapsed())
        }
        guard let ending, ending.reason != .interrupted else {
            return stopped(by: halt.cause ?? .interruption, at: clock.now())
        }
        return ending
    }

    /// The ending of a run that was stopped.
    private func stopped(by cause: RunHalt.Cause, at now: Timestamp) -> RunEnding {
        let reason: RunEnding.Reason = if case .deadline = cause { .deadline } else { .interrupted }
        return RunEnding(reason: reason, message: cause.description, finishedAt: now)
    }

    /// Looks at the target, then runs the cases.
    private func ending(of cases: [Case], demanding profile: RunProfile?, in context: RunContext) async -> RunEnding {
        let needed = Set(cases.flatMap(\.scenario.requires))
        switch await SandboxGuard(context: context).outcome(for: others(among: needed)) {
        case .stop(let ending): return ending
        case .proceed(let missing):
            let found = await survey(of: cases, needing: needed, in: context)
            for (path, evidence) in found.absences.operations {
                context.ownership.noteUnoffered(path, evidence: evidence)
            }
            context.responses.noteUnoffered(found.absences.operations)
            let admission = Admission(
                contract: contract,
                availability: found.availability.merging(missing) { _, missing in missing },
                absences: found.absences,
                fixtures: options.fixtures,
                demanded: Set(profile?.requirements ?? []),
                isReadOnly: options.isReadOnly
            ).demandingProofs(in: cases)
            return await CaseRunner(context: context, admission: admission).run(cases)
        }
    }

    /// What the endpoint offers and has of what cases need, asked for once.
    private func survey(
        of cases: [Case],
        needing needed: Set<Capability>,
        in context: RunContext
    ) async -> Survey.Finding {
        let operations = operations(of: cases, telling: CapabilityProbe.paths(for: needed))
        let (paths, others) = (Set(operations.map(\.path)), pathsByOtherMethod(in: cases))
        if let known = survey.finding(of: paths, byOtherMethod: others, for: needed) { return known }
        let absences = await OperationProbe(context: context).absences(among: operations, byOtherMethod: others)
        let found = Survey.Finding(
            paths: paths,
            pathsByOtherMethod: others,
            absences: absences,
            availability: await CapabilityProbe(context: context, absences: absences.operations).availability(
                of: needed
            )
        )
        survey.keep(found)
        return found
    }

    /// The operations that have to be there: those of the cases that may run, and those that tell of capabilities.
    private func operations(of cases: [Case], telling paths: Set<String>) -> [Contract.Operation] {
        let called = running(cases).flatMap { $0.neededOperations(of: contract) }
        let namespaces = Set(called.filter { $0.effect == .creates }.map { OperationEffect.namespace(of: $0.path) })
        let owners = namespaces.flatMap { namespace in ["get", "delete"].map { "\(namespace)/\($0)" } }
        let needed = called + (Array(paths) + owners).compactMap { contract[$0] }
        return Dictionary(needed.map { ($0.path, $0) }) { first, _ in first }.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The paths of operations that cases which may run call by their other method.
    private func pathsByOtherMethod(in cases: [Case]) -> Set<String> {
        Set(running(cases).flatMap(\.callsByOtherMethod).map(\.operation.path))
    }

    /// The cases that may run, as far as that follows from what was asked for.
    private func running(_ cases: [Case]) -> [Case] {
        cases.filter { $0.scenario.skip == nil && !(options.isReadOnly && $0.firstWrite != nil) }
    }

    /// The credentials beside the user's own that cases ask for and the user gave.
    private func others(among needed: Set<Capability>) -> [(capability: Capability, credential: Credential)] {
        var others: [(capability: Capability, credential: Credential)] = []
        if endpoint.credentials.otherAPIKey != nil, needed.contains(.otherWorkspace) {
            others.append((.otherWorkspace, .otherWorkspace))
        }
        let hasToken = endpoint.credentials.personalAccessToken != nil && endpoint.credentials.workspaceID != nil
        if hasToken, needed.contains(.personalAccessToken) {
            others.append((.personalAccessToken, .personalAccessToken))
        }
        return others
    }
}
