import JSON
import Results
import Scenarios
import SeamContract

/// The look at the lists of what a run has created, when its last case has cleaned up.
///
/// A case believes a refused create and an accepted deletion. The lists show what that has missed: what a create stored that was
/// refused, what one create stored twice, and what is still there after its deletion was accepted. The first two are deleted by
/// the rules of every cleanup; all that stays is counted as left, and written into the journal.
///
/// Where the seed was given, another run may have given something the same values. Then what no case knows of is counted as
/// left, and neither deleted nor written into the journal, since a sweep deletes what stands there.
///
/// Only the first pages are read, and only where the endpoint offers the list; that a list was not read to its end is told.
struct LastLook {
    /// The most pages of one list that are read.
    static let pageLimit = 10
    /// The most items of one list that are looked at.
    static let itemLimit = 10_000

    /// What all cases share.
    private let context: RunContext
    /// Until when it may last, unless the run is stopped.
    private let latestEnd: Duration

    /// A look, whose time runs from now on.
    ///
    /// - Parameter context: what all cases share.
    init(context: RunContext) {
        self.context = context
        latestEnd = context.cleanupEnd
    }

    /// Until when it may last, as things are now.
    private var end: Duration { context.halt.cleanupEnd.map { min($0, latestEnd) } ?? latestEnd }

    private var isOver: Bool { context.clock.elapsed() >= end }

    /// Looks, and deletes what is ours.
    ///
    /// Cancellation does not stop it: it only hurries then, and in any case its time is bounded.
    func look() async {
        let values = context.ownership.values
        var unread: Set<String> = []
        for making in context.ownership.makings {
            guard let listing = Listing(of: making, in: context) else { continue }
            var seen: Set<Resource> = []
            var unknown: [(resource: Resource, owner: RunOwnership.CaseValues)] = []
            var undeleted: [Undeleted] = []
            let ending = await listing.reading.read(asking: reply) { item in
                guard !isOver else { return false }
                guard let resource = listing.resource(item), seen.insert(resource).inserted,
                    !context.ownership.isLeft(resource)
                else { return true }
                let owner = values.owner(of: item)
                if let outcome = context.ownership.deletion(of: resource) {
                    undeleted.append(Undeleted(resource: resource, outcome: outcome, owner: owner))
                } else if let owner {
                    unknown.append((resource, owner))
                }
                return true
            }
            if ending == .partial { unread.insert(listing.reading.operation.path) }
            for (resource, owner) in unknown { await reclaim(resource, of: owner) }
            await report(undeleted, values)
        }
        for path in unread.sorted() {
            context.note(
                "the list \(path) could not be read to its end, so what it shows further on of this run was neither "
                    + "deleted nor counted"
            )
        }
    }

    /// Deletes something that shows a value of the run and that no case knows of.
    ///
    /// Where the seed was given, another run may have given it the same value: then it is left.
    private func reclaim(_ resource: Resource, of owner: RunOwnership.CaseValues) async {
        var reclaimer = Reclaimer(
            ownership: context.ownership,
            values: owner.values,
            contract: context.contract,
            begin: context.ownership.begin,
            mayHaveLinkedUsers: true
        )
        let claim = OwnershipClaim(resource: resource, moment: owner.moment, mark: .generatedValue, mayHaveUsers: true)
        let isShared = context.options.isRepetition
        let reclamations: [Reclamation]
        switch await reclaimer.proof(of: claim, asking: reply) {
        case .gone, .foreign: return
        case .unproven(let reason): reclamations = [left(resource, because: reason)]
        case .ours where isShared:
            let reason = "a list shows it with a value of this run, and another run with this seed may have created it"
            reclamations = [left(resource, because: reason)]
        case .ours:
            reclamations = await reclaimer.settle([claim], identitiesWithUnknownUsers: [], asking: reply)
        }
        let unfound = context.ownership.takeUnfound(resource.namespace, of: owner.caseID)
        for reclamation in reclamations { context.ownership.note(reclamation) }
        guard !isShared else { return }
        if !reclamations.allSatisfy(\.isSettled) { write(resource, owner) }
        if let entry = unfound?.entry { attempt { try $0.settle([entry]) } }
    }

    private func left(_ resource: Resource, because reason: String) -> Reclamation {
        Reclamation(
            name: resource.name,
            namespace: resource.namespace,
            resource: resource,
            outcome: .left(reason),
            entry: nil
        )
    }

    /// Counts what is still there although it was said to be gone, once it had time to go.
    private func report(_ undeleted: [Undeleted], _ values: RunOwnership.Values) async {
        var there = await stillThere(of: undeleted, values)
        for attempt in 1..<max(1, context.departure.attempts) where !there.isEmpty {
            guard await context.clock.wait(context.departure.wait(before: attempt), shieldedUntil: end) else { break }
            let shown = there.filter { $0.doubt == nil }
            let first = await stillThere(of: Array(shown.prefix(1)), values).first
            // As long as one is there, the others that were there are not asked for again.
            let isThere = first.map { $0.doubt == nil } ?? false
            let rest = there.filter { $0.doubt != nil } + (isThere ? [] : shown)
            there = (isThere ? shown : []) + (await stillThere(of: rest, values))
        }
        guard !there.isEmpty else { return }
        context.departure.noteVain()
        for thing in there {
            context.ownership.noteUndeleted(thing.resource, because: thing.reason)
            if let owner = thing.owner { write(thing.resource, owner) }
        }
    }

    /// What of some things is not gone.
    private func stillThere(of things: [Undeleted], _ values: RunOwnership.Values) async -> [Undeleted] {
        var there: [Undeleted] = []
        for var thing in things {
            switch await presence(of: thing.resource, values) {
            case .gone: continue
            case .shown(let owner):
                thing.owner = owner
                thing.doubt = nil
            case .unknown(let doubt): thing.doubt = doubt
            }
            there.append(thing)
        }
        return there
    }

    /// What `get` says of something that a list shows.
    private enum Presence {
        case shown(RunOwnership.CaseValues)
        case gone
        case unknown(String)
    }

    private func presence(of resource: Resource, _ values: RunOwnership.Values) async -> Presence {
        let path = resource.namespace + "/get"
        if context.ownership.evidenceAgainst(path) != nil { return .unknown("it is not offered") }
        let question = CleanupQuestion(
            purpose: .ownership,
            path: path,
            parameters: [resource.parameter: .string(resource.value)],
            credential: resource.credential
        )
        switch await reply(to: question) {
        case .none(let reason): return .unknown(reason)
        case .response(let status, let json):
            if OwnershipProof.saysGone(status: status, json: json) { return .gone }
            guard status / 100 == 2 else { return .unknown("it answered \(status)") }
            guard let shown = json?[resource.property], let id = shown[resource.idParameter]?.stringValue else {
                return .unknown("it showed no \(resource.property) with an id")
            }
            // What was merged into another is shown as that one.
            guard id == resource.value else {
                return values.owner(of: shown) == nil ? .unknown("it showed another id") : .gone
            }
            // An id that shows nothing of ours any more belongs to somebody else by now.
            guard !Listing.isLeaving(shown), let owner = values.owner(of: shown) else { return .gone }
            return .shown(owner)
        }
    }

    /// Writes something into the journal, so that a sweep finds it.
    private func write(_ resource: Resource, _ owner: RunOwnership.CaseValues) {
        let intent = CreationIntent(
            operation: resource.namespace + "/create",
            credential: resource.credential.credential.word,
            seed: context.seed,
            caseID: owner.caseID,
            values: [
                CreationIntent.Value(
                    parameter: "",
                    text: GeneratedValues.first(seed: context.seed, caseID: owner.caseID)
                )
            ],
            sentAt: context.clock.now(),
            begin: context.ownership.begin
        )
        attempt { journal in
            for entry in try journal.intend([intent]) {
                try journal.identify(entry, parameter: resource.parameter, id: resource.value)
            }
        }
    }

    private func attempt(_ write: (any CreationJournal) throws -> Void) {
        guard let journal = context.journal else { return }
        do {
            try write(journal)
        } catch {
            context.journalTrouble.note("\(error)")
        }
    }

    /// Puts a question; who stops the run does not want to wait for its answer.
    private func reply(to question: CleanupQuestion) async -> CleanupReply {
        let isStopped = context.halt.cause != nil
        let timeout = isStopped ? context.options.interruptionGrace : context.options.timeout
        return await context.reply(
            to: question,
            within: timeout,
            until: end,
            by: .lastLook,
            endsWhenCancelled: !isStopped && question.purpose != .deletion
        )
    }
}

extension LastLook {
    /// A list, and how its items are read.
    private struct Listing {
        let reading: ListReading
        /// The property that holds the id of an item.
        let parameter: String
        let making: RunOwnership.Making

        /// The list of a kind of things; nil where there is none.
        init?(of making: RunOwnership.Making, in context: RunContext) {
            let path = making.namespace + "/list"
            guard context.ownership.evidenceAgainst(path) == nil, let operation = context.contract[path],
                let property = context.contract[making.namespace + "/get"]?.responseKey
            else { return nil }
            reading = ListReading(
                operation: operation,
                credential: making.credential,
                pageLimit: LastLook.pageLimit,
                itemLimit: LastLook.itemLimit
            )
            parameter = property + "_id"
            self.making = making
        }

        /// What an item is; nil when it has no id, or is on its way out.
        func resource(_ item: JSONValue) -> Resource? {
            guard let id = item[parameter]?.stringValue, !id.isEmpty, !Self.isLeaving(item) else { return nil }
            let handle = Resource.Handle.id(parameter: parameter, value: id)
            return Resource(namespace: making.namespace, handle: handle, credential: making.credential)
        }

        /// Whether a client session is over, or anything is being deleted.
        static func isLeaving(_ item: JSONValue) -> Bool {
            item["revoked_at"]?.stringValue != nil
                || item["warnings"]?.arrayValue?.contains { $0["warning_code"]?.stringValue == "being_deleted" }
                    ?? false
        }
    }

    /// Something that a list shows although it was said to be gone.
    private struct Undeleted {
        let resource: Resource
        /// What was said of it.
        let outcome: Reclamation.Outcome
        /// Whose it is, as far as that is shown.
        var owner: RunOwnership.CaseValues?
        /// Why `get` does not tell whether it is there; nil when it shows it.
        var doubt: String?

        /// Why it counts as left.
        var reason: String {
            let said = outcome == .deleted ? "its deletion was accepted" : "it was said not to be there"
            guard let doubt else { return "\(said), and a list and get still show it" }
            return "\(said), a list still shows it, and get does not tell (\(doubt))"
        }
    }
}
