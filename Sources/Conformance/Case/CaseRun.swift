import JSON
import Results
import Scenarios
import SeamContract
import Timestamps

/// One case while it runs: set-up, steps, clean-up, round by round, and what is found on the way.
struct CaseRun {
    /// What all cases share.
    let context: RunContext
    /// The case.
    let testCase: Case
    /// The names and values that templates see.
    var scope: Scope
    /// Which round it is, counted from 1.
    var round = 1
    /// How often the values of this round were drawn before, since something had them already.
    var draw = 0
    /// The generated texts that this round has sent.
    var sentTexts: Set<String> = []
    /// The moment before this round sent its first request.
    var beginning: Sightings.Moment = 0
    /// What this round created and has to delete.
    var ledger = Ledger()
    /// The entries of the journal of which nothing is left.
    var settledEntries: [Int64] = []
    /// What this round did to the identity graph, by whose credential.
    var traces: [OwnerCredential: GraphTraces] = [:]
    /// What the copies that were released together last in this round were told; nil while there were none.
    var timeline: Timeline?
    /// What it has shown.
    var tally = CaseTally()
    /// How many requests were sent.
    var exchangeCount = 0
    /// Whether any of them was answered.
    var wasAnswered = false
    /// What of the endpoint the contract does not know, each told once.
    var drifts: Set<Drift> = []
    /// What it saved of answers, in order.
    var saved: [JSONValue] = []
    /// What the checks of every response found wrong, by exchange.
    var flaws: [Int: [ResponseFlaw]] = [:]
    /// The exchanges of the last look at the identity graph, as they are kept, by their numbers.
    var graphExchanges: [Int: Exchange] = [:]
    /// The server error that a step was answered with, after which nothing can be expected of the case; nil when there was none.
    var spoiler: ResponseFlaw?
    /// What kept expectations from being judged, in order.
    var obstructions: [ResponseFlaw] = []
    /// What its calls tell of whether operations work.
    var operationCalls: [OperationCall] = []
    /// Whether a call of the steps was made.
    var hasCalled = false
    /// The last look at whose something is, if the operation did not show it.
    var vainLook: OperationCall?
    /// The operation that failed the set-up last; nil when none did.
    var obstacle: Cause?
    /// What was seen of the things that it created; nil when it created nothing, or that can't be told.
    var memory: StateWatch.Memory?
    /// What ended the case before its last step; nil while nothing did.
    var stop: Stop?

    /// When the clean-up must be over, on the clock's `elapsed`; nil while it has not begun.
    var cleanupEnd: Duration?

    /// What ends a case before its last step.
    enum Stop: Sendable, Equatable {
        /// The set-up did not come about.
        case blocked(String)
        /// The next step can't be taken: no answer, nothing to save, or a template without a value.
        case halted(String)
        /// The run was stopped.
        case interrupted
        /// Something that an earlier run has left has the values of this round: it is begun again with others.
        case taken
        /// Nothing that the endpoint offers shows whose the thing is that a step would change.
        case unprovable(Cause)
    }

    /// A case that is about to run.
    ///
    /// - Parameters:
    ///   - testCase: the case.
    ///   - context: what all cases share.
    init(_ testCase: Case, in context: RunContext) {
        self.context = context
        self.testCase = testCase
        scope = Scope(seed: context.seed, caseID: testCase.id, now: context.clock.now)
    }

    /// Runs the case to its end, clean-up included.
    ///
    /// - Returns: the result, which is not told yet.
    mutating func run() async -> CaseResult {
        let start = context.clock.elapsed()
        for round in 1...max(1, testCase.scenario.rounds) where stop == nil && tally.verdict == .passed {
            draw = 0
            await perform(round: round)
            while stop == .taken {
                stop = nil
                draw += 1
                context.note(
                    "\(testCase.id): an earlier run with this seed left something with its values, so it draws others"
                )
                await perform(round: round)
            }
        }
        let (verdict, reason) = verdict
        let results = tally.results(in: context.catalogue)
        let weighed = Set(results.map(\.id))
        return CaseResult(
            id: testCase.id,
            verdict: verdict,
            reason: reason,
            requirements: results,
            untested: testCase.requirementIDs.filter { !weighed.contains($0) },
            cause: verdict == .blocked ? obstacle : nil,
            duration: context.clock.elapsed() - start,
            finishedAt: context.clock.now()
        )
    }

    /// Goes through the case once, clean-up included.
    private mutating func perform(round: Int) async {
        self.round = round
        beginning = context.ownership.now
        ledger = Ledger()
        sentTexts = []
        traces = [:]
        timeline = nil
        enterScope()
        await perform(testCase.given, in: .given)
        await perform(testCase.steps, in: .steps)
        if stop != .taken { await checkGraph() }
        await cleanUp()
    }

    /// Works out the round's own values.
    private mutating func enterScope() {
        do throws(TemplateError) {
            scope = try testCase.scope(
                seed: context.seed,
                round: round,
                draw: draw,
                fixtures: context.options.fixtures,
                now: context.clock.now
            )
            saved = context.options.fixtures.all.map { .string($0) }
        } catch {
            let place = testCase.scenario.place
            fault("template", step: "", message: "\(place): a value of the case can't be worked out: \(error)")
            stop = .halted("a value of the case can't be worked out")
        }
    }

    /// Takes steps until one ends the case.
    mutating func perform(_ steps: [Step], in phase: Exchange.Phase) async {
        for step in steps {
            if stop == nil, Task.isCancelled { stop = .interrupted }
            guard stop == nil else { return }
            await perform(step, in: phase)
        }
    }

    /// Takes one step.
    mutating func perform(_ step: Step, in phase: Exchange.Phase) async {
        do throws(TemplateError) {
            switch step.action {
            case .call(let call): try await perform(call, of: step, in: phase)
            case .enter(let entry): try scope.enter(entry)
            case .leave(let exit): try scope.leave(exit)
            case .firstOf(let ways): await perform(firstOf: ways, in: phase)
            }
        } catch {
            // What a failed case never saved can't be cleaned up by name; the ledger knows what was made all the same.
            guard phase != .cleanup || stop == nil else { return }
            guard !error.isAbsence else {
                // An answer without that part is the endpoint's; if that is a breach, a check has said so already.
                if phase != .cleanup, stop == nil {
                    stop = obstructions.isEmpty ? .blocked("\(step.place): \(error)") : .halted("")
                }
                return
            }
            fault("template", step: step.name, message: "\(step.place): \(error)")
            if phase != .cleanup { stop = .halted("a template has no value: \(error)") }
        }
    }

    /// The clean-up of the scenario, then of everything that was created.
    private mutating func cleanUp() async {
        let deadline = context.cleanupEnd
        cleanupEnd = deadline
        defer { cleanupEnd = nil }
        scope.leaveAllBlocks()
        for step in testCase.cleanup where context.clock.elapsed() < deadline {
            await perform(step, in: .cleanup)
        }
        await settleLedger()
    }

    /// The verdict and its reason.
    ///
    /// A `must` that was found broken comes before every trouble; then a fault of ours or of the network, since nothing can then
    /// be said of the endpoint; then what kept the case from being judged.
    private var verdict: (Verdict, String) {
        if tally.verdict == .failed { return (.failed, "") }
        switch stop {
        case .interrupted: return (.error, (context.halt.cause ?? .interruption).description)
        case .unprovable(let cause):
            return (
                .notApplicable,
                "\(cause.operation) is not offered (\(cause.evidence)), so nothing shows that this run created what a step changes"
            )
        case .taken: return (.error, "the values of its seed are taken")
        case .blocked(let reason): return (tally.hasHarnessFault ? .error : .blocked, reason)
        case .halted(let reason) where tally.hasHarnessFault: return (.error, reason)
        case nil where tally.hasHarnessFault: return (.error, "the request or the network was at fault")
        case .halted, nil:
            return obstructions.first.map { (.blocked, "because of \($0.caseID)") } ?? (tally.verdict, "")
        }
    }
}
