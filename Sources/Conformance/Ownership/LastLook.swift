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
/// Only the first pages are read, and only where the endpoint offers the list.
struct LastLook {
    /// The most pages of one list that are read.
    static let pageLimit = 10

    /// What all cases share.
    let context: RunContext

    /// Something in a list.
    private struct Listed {
        let resource: Resource
        let item: JSONValue
    }

    /// Looks, and deletes what is ours.
    ///
    /// Cancellation does not stop it: requests are shielded, and only the time is bounded.
    func look() async {
        let end = context.cleanupEnd
        let values = context.ownership.values
        for making in context.ownership.makings {
            guard let items = await items(of: making, until: end) else { return }
            var undeleted: [Resource] = []
            for listed in items {
                if context.ownership.isDeleted(listed.resource) {
                    undeleted.append(listed.resource)
                } else if !context.ownership.isLeft(listed.resource), values.isShown(in: listed.item),
                    let owner = context.ownership.values(shownIn: listed.item)
                {
                    await reclaim(listed.resource, owner, until: end)
                }
            }
            await report(undeleted, until: end)
        }
    }

    /// What the first pages of the list of a kind of things show; nil when no response comes any more.
    private func items(of making: RunOwnership.Making, until end: Duration) async -> [Listed]? {
        let path = making.namespace + "/list"
        guard context.ownership.evidenceAgainst(path) == nil, let key = context.contract[path]?.responseKey,
            let property = context.contract[making.namespace + "/get"]?.responseKey
        else { return [] }
        let parameter = property + "_id"
        let reading = await ListReading(
            path,
            key: key,
            as: making.credential,
            pageLimit: Self.pageLimit,
            asking: { await reply(to: $0, until: end) }
        )
        guard reading.wasAnswered else { return nil }
        return reading.items.compactMap { item in
            guard let id = item[parameter]?.stringValue, !id.isEmpty, !Self.isRevoked(item) else { return nil }
            let handle = Resource.Handle.id(parameter: parameter, value: id)
            let resource = Resource(namespace: making.namespace, handle: handle, credential: making.credential)
            return Listed(resource: resource, item: item)
        }
    }

    /// Whether a client session is over, or anything is being deleted.
    private static func isRevoked(_ item: JSONValue) -> Bool {
        item["revoked_at"]?.stringValue != nil
            || item["warnings"]?.arrayValue?.contains { $0["warning_code"]?.stringValue == "being_deleted" } ?? false
    }

    /// Deletes something that shows a value of the run and that no case knows of.
    ///
    /// Where the seed was given, another run may have given it the same value: then it is left.
    private func reclaim(_ resource: Resource, _ owner: RunOwnership.CaseValues, until end: Duration) async {
        var reclaimer = Reclaimer(
            ownership: context.ownership,
            values: owner.values,
            contract: context.contract,
            begin: context.ownership.begin
        )
        let claim = OwnershipClaim(resource: resource, moment: owner.moment, mark: .generatedValue)
        let isOurs: Bool
        switch await reclaimer.proof(of: claim, asking: { await reply(to: $0, until: end) }) {
        case .gone, .foreign: return
        case .ours: isOurs = true
        case .unproven: isOurs = false
        }
        let reclamations: [Reclamation]
        if isOurs, context.options.isRepetition {
            let reason = "a list shows it with a value of this run, and another run with this seed may have created it"
            reclamations = [
                Reclamation(
                    name: resource.name,
                    namespace: resource.namespace,
                    resource: resource,
                    outcome: .left(reason),
                    entry: nil
                )
            ]
        } else {
            reclamations = await reclaimer.settle(
                [claim],
                identitiesWithUnknownUsers: [],
                asking: { await reply(to: $0, until: end) }
            )
        }
        for reclamation in reclamations { context.ownership.note(reclamation) }
        if !reclamations.allSatisfy(\.isSettled) { journal(resource, owner) }
    }

    /// Counts what is still there although its deletion was accepted, once it had time to go.
    private func report(_ undeleted: [Resource], until end: Duration) async {
        var there = await stillThere(of: undeleted, until: end)
        for attempt in 1..<max(1, context.departure.attempts) {
            guard let first = there.first,
                await context.clock.wait(context.departure.wait(before: attempt), shieldedUntil: end)
            else { break }
            // As long as one is there, the others are not asked for again.
            if await presence(of: first.resource, until: end) == .gone {
                there = await stillThere(of: there.map(\.resource), until: end)
            }
        }
        guard !there.isEmpty else { return }
        context.departure.noteVain()
        for (resource, owner) in there {
            context.ownership.noteUndeleted(resource)
            if let owner { journal(resource, owner) }
        }
    }

    /// What of some things is not gone, and whose case each belongs to, as far as that is shown.
    private func stillThere(
        of resources: [Resource],
        until end: Duration
    ) async -> [(resource: Resource, owner: RunOwnership.CaseValues?)] {
        var there: [(resource: Resource, owner: RunOwnership.CaseValues?)] = []
        for resource in resources {
            switch await presence(of: resource, until: end) {
            case .gone: continue
            case .shown(let shown):
                // An id that shows nothing of ours any more belongs to somebody else by now.
                if let owner = context.ownership.values(shownIn: shown) { there.append((resource, owner)) }
            case .unknown: there.append((resource, nil))
            }
        }
        return there
    }

    /// What `get` says of something that a list shows.
    private enum Presence: Equatable {
        case shown(JSONValue)
        case gone
        case unknown
    }

    private func presence(of resource: Resource, until end: Duration) async -> Presence {
        let question = CleanupQuestion(
            purpose: .ownership,
            path: resource.namespace + "/get",
            parameters: [resource.parameter: .string(resource.value)],
            credential: resource.credential
        )
        guard case .response(let status, let json) = await reply(to: question, until: end) else { return .unknown }
        if OwnershipProof.saysGone(status: status, json: json) { return .gone }
        guard status / 100 == 2, let shown = json?[resource.property] else { return .unknown }
        guard shown[resource.idParameter]?.stringValue == resource.value, !Self.isRevoked(shown) else { return .gone }
        return .shown(shown)
    }

    /// Writes something into the journal, so that a sweep finds it.
    private func journal(_ resource: Resource, _ owner: RunOwnership.CaseValues) {
        guard let journal = context.journal else { return }
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
        do {
            for entry in try journal.intend([intent]) {
                try journal.identify(entry, parameter: resource.parameter, id: resource.value)
            }
        } catch {
            context.journalTrouble.note("\(error)")
        }
    }

    private func reply(to question: CleanupQuestion, until end: Duration) async -> CleanupReply {
        // A list that is put off is not worth a wait, and who has stopped the run does not want to wait for it.
        let isStopped = context.halt.cause != nil
        let timeout = isStopped ? context.options.interruptionGrace : context.options.timeout
        return await context.reply(to: question, within: timeout, until: end, by: .impatient)
    }
}
