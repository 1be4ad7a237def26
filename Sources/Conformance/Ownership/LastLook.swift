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
            var undeleted: [Resource] = []
            for listed in await items(of: making, until: end) {
                if context.ownership.isDeleted(listed.resource) {
                    undeleted.append(listed.resource)
                } else if !context.ownership.isLeft(listed.resource), values.isShown(in: listed.item),
                    let owner = context.ownership.values(shownIn: listed.item)
                {
                    await reclaim(listed.resource, showing: listed.item, owner, until: end)
                }
            }
            await report(undeleted, until: end)
        }
    }

    /// What the list of a kind of things shows, as far as it can have been created by this run.
    private func items(of making: RunOwnership.Making, until end: Duration) async -> [Listed] {
        let path = making.namespace + "/list"
        guard context.ownership.evidenceAgainst(path) == nil, let key = context.contract[path]?.responseKey,
            let property = context.contract[making.namespace + "/get"]?.responseKey
        else { return [] }
        let parameter = property + "_id"
        var found: [Listed] = []
        var cursor: JSONValue?
        for _ in 0..<Self.pageLimit {
            let question = CleanupQuestion(
                purpose: .search,
                path: path,
                parameters: cursor.map { ["page_cursor": $0] } ?? [:],
                credential: making.credential
            )
            guard case .response(let status, let json?) = await reply(to: question, until: end), status / 100 == 2,
                let items = json[key]?.arrayValue
            else { return found }
            for item in items {
                guard let id = item[parameter]?.stringValue, !id.isEmpty, !Self.isRevoked(item) else { continue }
                let handle = Resource.Handle.id(parameter: parameter, value: id)
                let resource = Resource(namespace: making.namespace, handle: handle, credential: making.credential)
                found.append(Listed(resource: resource, item: item))
            }
            guard json["pagination"]?["has_next_page"]?.boolValue ?? false,
                let next = json["pagination"]?["next_page_cursor"], next.stringValue != nil, next != cursor
            else { return found }
            cursor = next
        }
        return found
    }

    /// Whether a client session is over, or anything is being deleted.
    private static func isRevoked(_ item: JSONValue) -> Bool {
        item["revoked_at"]?.stringValue != nil
            || item["warnings"]?.arrayValue?.contains { $0["warning_code"]?.stringValue == "being_deleted" } ?? false
    }

    /// Deletes something that shows a value of the run and that no case knows of.
    private func reclaim(
        _ resource: Resource,
        showing item: JSONValue,
        _ owner: RunOwnership.CaseValues,
        until end: Duration
    ) async {
        let entry = journal(resource, showing: item)
        var reclaimer = Reclaimer(
            ownership: context.ownership,
            values: owner.values,
            contract: context.contract,
            begin: context.ownership.begin
        )
        let claim = OwnershipClaim(resource: resource, moment: owner.moment, mark: .generatedValue, entry: entry)
        let reclamations = await reclaimer.settle(
            [claim],
            identitiesWithUnknownUsers: [],
            asking: { await reply(to: $0, until: end) }
        )
        for reclamation in reclamations { context.ownership.note(reclamation) }
        write { try $0.settle(reclamations.settledEntries) }
    }

    /// Counts what is still there although its deletion was accepted, once it had time to go.
    private func report(_ undeleted: [Resource], until end: Duration) async {
        var there: [(resource: Resource, shown: JSONValue)] = []
        for attempt in 1... {
            let asked = attempt == 1 ? undeleted : there.map(\.resource)
            there = []
            for resource in asked {
                if let shown = await shown(resource, until: end) { there.append((resource, shown)) }
            }
            guard !there.isEmpty else { return }
            guard attempt < context.departure.attempts,
                await context.clock.wait(context.departure.wait(before: attempt), shieldedUntil: end)
            else { break }
        }
        context.departure.noteVain()
        for (resource, shown) in there {
            context.ownership.noteUndeleted(resource)
            journal(resource, showing: shown)
        }
    }

    /// What `get` shows of a resource; nil when it is not there any more, or nothing can be told.
    private func shown(_ resource: Resource, until end: Duration) async -> JSONValue? {
        let question = CleanupQuestion(
            purpose: .ownership,
            path: resource.namespace + "/get",
            parameters: [resource.parameter: .string(resource.value)],
            credential: resource.credential
        )
        guard case .response(let status, let json?) = await reply(to: question, until: end), status / 100 == 2,
            let shown = json[resource.property], shown[resource.idParameter]?.stringValue == resource.value
        else { return nil }
        return Self.isRevoked(shown) ? nil : shown
    }

    /// Writes something into the journal, so that a sweep finds it.
    ///
    /// - Returns: the number of its entry; nil when there is no journal.
    @discardableResult
    private func journal(_ resource: Resource, showing shown: JSONValue) -> Int64? {
        guard let owner = context.ownership.values(shownIn: shown) else { return nil }
        let intent = CreationIntent(
            operation: resource.namespace + "/create",
            credential: resource.credential.credential.word,
            seed: context.seed,
            caseID: owner.caseID,
            values: owner.values.texts(in: shown, limit: 4)
                .map { CreationIntent.Value(parameter: "", text: $0) },
            sentAt: context.clock.now(),
            begin: context.ownership.begin
        )
        let entry = write { try $0.intend([intent]).first }
        if let entry { write { try $0.identify(entry, parameter: resource.parameter, id: resource.value) } }
        return entry
    }

    private func reply(to question: CleanupQuestion, until end: Duration) async -> CleanupReply {
        do {
            let request = try context.builder.request(question.path, question.json, as: question.credential.credential)
            // A list that is put off is not worth a wait: it would only confirm what the responses said.
            var transport = context.transport
            transport.cleanupPolicy = .impatient
            let delivery = try await transport.deliver(request, within: context.options.timeout, shieldedUntil: end)
            return CleanupReply(delivery)
        } catch {
            return .none("it can't be called: \(error)")
        }
    }

    /// Writes to the journal; nil when there is none, or when it can't be written.
    @discardableResult
    private func write<Result>(_ body: (any CreationJournal) throws -> Result?) -> Result? {
        guard let journal = context.journal else { return nil }
        do {
            return try body(journal)
        } catch {
            context.journalTrouble.note("\(error)")
            return nil
        }
    }
}
