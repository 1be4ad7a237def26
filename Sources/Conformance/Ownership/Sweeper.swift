import Redaction
public import Results
public import SeamContract
import Scenarios
import Timestamps

/// Finishes the cleanup of runs that died, or that could not delete all that they created.
///
/// It deletes by the rules of a run: each thing that the journal tells of is proven by a fresh `get` to be ours, deleted, and
/// looked for again. What can't be proven is left and reported.
public struct Sweeper: Sendable {
    /// What a sweep came to.
    public struct Outcome: Sendable, Equatable {
        /// Why it did not begin, or did not go on; nil when it went through all entries.
        public let stop: RunEnding?
        /// How much was there, and what became of it.
        public let cleanup: Cleanup
        /// How many entries tell of something that was gone already, or never came about.
        public let goneCount: Int
        /// The numbers of the entries that are still open.
        public let open: [Int64]
    }

    /// How old the last create must be before a sweep begins, since an endpoint may show what it made a moment later.
    static let settlingTime = Duration.seconds(5)

    /// How many generated values of one case are known again at most.
    static let valueLimit = 1024

    private let endpoint: Endpoint
    private let contract: Contract
    private let catalogue: Catalogue
    private let options: RunOptions
    private let clock: RunClock
    private let localServer: LocalServer?

    /// A sweeper.
    ///
    /// - Parameters:
    ///   - endpoint: where things were left.
    ///   - contract: the operations that there are.
    ///   - catalogue: the requirements, which a sweep does not judge.
    ///   - options: how it goes about its work; its cleanup timeout holds for the entries of one case.
    ///   - clock: the time.
    ///   - localServer: the server in this process that is asked in place of the network; nil goes over the network.
    public init(
        endpoint: Endpoint,
        contract: Contract,
        catalogue: Catalogue,
        options: RunOptions,
        clock: RunClock = .system,
        localServer: LocalServer? = nil
    ) {
        self.endpoint = endpoint
        self.contract = contract
        self.catalogue = catalogue
        self.options = options
        self.clock = clock
        self.localServer = localServer
    }

    /// Deletes what entries tell of.
    ///
    /// When the task is cancelled, the case under way is finished and no further one begins.
    /// - Parameters:
    ///   - entries: the entries, oldest first, all of this endpoint.
    ///   - journal: where they are taken out when nothing of them is left.
    ///   - note: gets what a person should know, redacted.
    /// - Returns: what it came to.
    /// - Throws: what the journal throws.
    public func sweep(
        _ entries: [JournalEntry],
        of journal: any CreationJournal,
        note: @escaping @Sendable (String) -> Void
    ) async throws -> Outcome {
        let redactor = endpoint.redactor(options.redaction)
        let log = EventLog(redactor: redactor) { event in
            if case .noted(_, let message) = event { note(message) }
        }
        let context = RunContext(
            endpoint: endpoint,
            catalogue: catalogue,
            contract: contract,
            options: options,
            seed: 0,
            clock: clock,
            transport: Transport(wire: NetworkWire.wire(to: localServer, options, clock: clock), clock: clock),
            redactor: redactor,
            log: log,
            halt: RunHalt(cleanupTimeout: options.cleanupTimeout),
            journal: nil
        )
        do {
            let outcome = try await sweep(entries, of: journal, in: context)
            await context.transport.close()
            return outcome
        } catch {
            await context.transport.close()
            throw error
        }
    }

    private func sweep(
        _ entries: [JournalEntry],
        of journal: any CreationJournal,
        in context: RunContext
    ) async throws -> Outcome {
        if case .stop(let ending) = await SandboxGuard(context: context).outcome(for: []) {
            return Outcome(
                stop: context.redactor.redacted(ending),
                cleanup: Cleanup(),
                goneCount: 0,
                open: entries.map(\.number)
            )
        }
        let operations = Set(entries.map { OperationEffect.namespace(of: $0.intent.operation) })
            .union([Ledger.identities, Ledger.users]).sorted()
            .flatMap { namespace in ["get", "list", "delete"].compactMap { contract["\(namespace)/\($0)"] } }
        let absences = await OperationProbe(context: context).absences(among: operations, byOtherMethod: [])
        for (path, evidence) in absences.operations { context.ownership.noteUnoffered(path, evidence: evidence) }
        await waitForLast(of: entries, in: context)
        var open: [Int64] = []
        var goneCount = 0
        // What leaves nothing to search for is looked for in a list, where nothing else of the dead runs may be any more.
        let unsearchable = Set(entries.filter(\.isUnsearchable).map(\.number))
        let passes = [false, true].map { isLast in entries.filter { unsearchable.contains($0.number) == isLast } }
        for group in passes.flatMap(groups) {
            guard !Task.isCancelled else {
                open += group.map(\.number)
                continue
            }
            let reclamations = await settle(group, in: context)
            let settled = reclamations.settledEntries
            if !settled.isEmpty { try journal.settle(settled) }
            let deleted = Set(reclamations.filter { $0.outcome == .deleted }.compactMap(\.entry))
            goneCount += Set(settled).subtracting(deleted).count
            open += group.map(\.number).filter { !settled.contains($0) }
        }
        let ending = Task.isCancelled ? RunEnding(reason: .interrupted, finishedAt: clock.now()) : nil
        return Outcome(
            stop: ending,
            cleanup: context.ownership.cleanup,
            goneCount: goneCount,
            open: open.sorted()
        )
    }

    /// Waits until the endpoint has had time to show what the last create made.
    private func waitForLast(of entries: [JournalEntry], in context: RunContext) async {
        guard let last = entries.map(\.intent.sentAt).max() else { return }
        let left = Self.settlingTime - (clock.now() - last)
        guard left > .zero, left <= Self.settlingTime else { return }
        context.note("the last create is just over; waiting \(left.words) until the endpoint shows what it made")
        _ = await clock.wait(left)
    }

    /// The entries of each case of each run, those of the latest first.
    private func groups(of entries: [JournalEntry]) -> [[JournalEntry]] {
        let groups = Dictionary(grouping: entries) { [$0.run, $0.intent.caseID] }.values
        return groups.sorted { ($0.last?.number ?? 0) > ($1.last?.number ?? 0) }
    }

    /// Deletes what the entries of one case tell of.
    ///
    /// - Returns: what became of each.
    private func settle(_ entries: [JournalEntry], in context: RunContext) async -> [Reclamation] {
        guard let first = entries.first?.intent else { return [] }
        var reclaimer = Reclaimer(
            ownership: context.ownership,
            values: GeneratedValues(seed: first.seed, caseID: first.caseID, count: Self.valueLimit),
            contract: contract,
            begin: entries.compactMap(\.intent.begin).min(),
            mayBeGone: true,
            verifies: true,
            mayHaveLinkedUsers: true,
            isShared: true
        )
        let claims = entries.compactMap(\.claim)
        let identityIDs = claims.filter { $0.resource.namespace == Ledger.identities }.map(\.resource.value)
        let end = clock.elapsed() + options.cleanupTimeout
        let settlements = await reclaimer.settle(
            claims,
            lost: entries.compactMap(\.lostCreation),
            identitiesWithUnknownUsers: Set(identityIDs),
            asking: { await context.reply(to: $0, within: options.timeout, until: end) }
        )
        for settlement in settlements where settlement.outcome != .gone { context.ownership.note(settlement) }
        return settlements
    }
}

extension JournalEntry {
    /// The claim on what the create made, when a response has shown its id.
    fileprivate var claim: OwnershipClaim? {
        guard let id, let parameter, let credential = OwnerCredential(word: intent.credential) else { return nil }
        return OwnershipClaim(
            resource: Resource(
                namespace: parameter == "user_identity_id"
                    ? Ledger.identities : OperationEffect.namespace(of: intent.operation),
                handle: .id(parameter: parameter, value: id),
                credential: credential
            ),
            moment: 0,
            mark: mark,
            sent: sent,
            entry: number
        )
    }

    private var sent: [GeneratedParameter] {
        intent.values.map { GeneratedParameter(name: $0.parameter, value: $0.text) }
    }

    private var mark: OwnershipClaim.Mark {
        if !intent.values.isEmpty { return .generatedValue }
        return intent.identityID == nil ? .nothing : .parent
    }

    /// The create, when no response has shown what it made.
    fileprivate var lostCreation: LostCreation? {
        guard id == nil, let credential = OwnerCredential(word: intent.credential) else { return nil }
        return LostCreation(
            path: intent.operation,
            sent: sent,
            identityID: intent.identityID,
            moment: 0,
            credential: credential,
            entry: number,
            window: window
        )
    }

    /// Whether what the create made can be found neither by its id nor by a value.
    fileprivate var isUnsearchable: Bool { id == nil && intent.values.isEmpty }

    /// When the create was carried out, by the endpoint's clock: from the beginning of the run to a day after it was sent.
    private var window: ClosedRange<Timestamp>? {
        let day = Duration.seconds(86_400)
        let begin = intent.begin ?? intent.sentAt - day
        return begin...(max(begin, intent.sentAt) + day)
    }
}
