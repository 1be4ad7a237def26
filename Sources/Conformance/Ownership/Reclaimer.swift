import JSON
import Scenarios
import SeamContract
import Timestamps

/// Deletes what is ours, and nothing else: proves each claim by a fresh `get`, deletes it, and says what became of it.
///
/// It asks through a closure, so that a case and the sweep of dead runs delete by one set of rules.
struct Reclaimer: Sendable {
    /// How a question is put to the endpoint.
    typealias Ask = (CleanupQuestion) async -> CleanupReply

    /// What the run knows of whose things are.
    let ownership: RunOwnership
    /// The values that the run generated for the case.
    let values: GeneratedValues
    /// The operations that there are.
    let contract: Contract
    /// Before when nothing of the run can have been created; nil when that is not known.
    let begin: Timestamp?
    /// Whether something may be gone that was never shown to be ours: by deletions of the case itself, or long ago.
    let mayBeGone: Bool
    /// Whether it is looked again whether something is gone after it was deleted.
    let verifies: Bool
    /// Whether access-system users may have been put to identities, somebody else's included.
    let mayHaveLinkedUsers: Bool
    /// Whether another run may have generated the same values, from the same seed.
    let isShared: Bool
    /// The ids of identities that were shown to be ours.
    private(set) var identityIDs: Set<String>
    /// The ids of the access-system users that `get` showed with identities of ours last, by the id of the identity.
    var usersShown: [String: [String]] = [:]
    /// The ids of the access-system users that the list of an identity's users showed, by the id of the identity; empty where
    /// the list could not be read.
    var usersListed: [String: [String]?] = [:]

    /// A reclaimer that has proven nothing yet.
    ///
    /// - Parameters:
    ///   - ownership: what the run knows of whose things are.
    ///   - values: the values that the run generated for the case.
    ///   - contract: the operations that there are.
    ///   - begin: before when nothing of the run can have been created; nil when that is not known.
    ///   - identityIDs: the ids of identities that were shown to be ours before.
    ///   - mayBeGone: whether something may be gone that was never shown to be ours.
    ///   - verifies: whether it is looked again whether something is gone after it was deleted.
    ///   - mayHaveLinkedUsers: whether access-system users may have been put to identities, somebody else's included.
    ///   - isShared: whether another run may have generated the same values, from the same seed.
    init(
        ownership: RunOwnership,
        values: GeneratedValues,
        contract: Contract,
        begin: Timestamp?,
        identityIDs: Set<String> = [],
        mayBeGone: Bool = false,
        verifies: Bool = false,
        mayHaveLinkedUsers: Bool = false,
        isShared: Bool = false
    ) {
        self.mayHaveLinkedUsers = mayHaveLinkedUsers
        self.isShared = isShared
        self.identityIDs = identityIDs
        self.ownership = ownership
        self.values = values
        self.contract = contract
        self.begin = begin
        self.mayBeGone = mayBeGone
        self.verifies = verifies
    }

    /// Looks whether a claimed resource is ours.
    ///
    /// A key only leads to an id: what is found by it is looked at again by that id.
    /// - Parameters:
    ///   - claim: the claim; of one that rests on an identity, that must have been looked at before.
    ///   - ask: puts a question to the endpoint.
    /// - Returns: whether it is ours.
    mutating func proof(of claim: OwnershipClaim, asking ask: Ask) async -> OwnershipProof.Result {
        if claim.mark == .nothing { return .unproven(OwnershipProof.nothingToShow) }
        if let objection = ownership.objection(to: claim) { return objection }
        let path = claim.resource.namespace + "/get"
        if let reason = reasonAgainst(path) { return .unproven(reason) }
        let question = CleanupQuestion(
            purpose: .ownership,
            path: path,
            parameters: [claim.resource.parameter: .string(claim.resource.value)],
            credential: claim.resource.credential
        )
        switch await ask(question) {
        case .none(let reason): return .unproven("\(path): \(reason)")
        case .response(let status, let json):
            let proof = OwnershipProof(values: values, identityIDs: identityIDs, begin: begin)
            let result = proof.result(for: claim, status: status, json: json)
            if case .ours(let id) = result, case .identityKey = claim.resource.handle {
                return await self.proof(of: claim.identified(by: id), asking: ask)
            }
            if case .ours(let id) = result, claim.resource.namespace == Ledger.identities {
                identityIDs.insert(id)
                usersShown[id] = json?["user_identity"]?["acs_user_ids"]?.arrayValue?.compactMap(\.stringValue)
            }
            return result
        }
    }

    /// Deletes what is ours of what calls may have made: users and sessions before the identities that they belong to, newest
    /// first.
    ///
    /// - Parameters:
    ///   - claims: the claims, oldest first.
    ///   - lost: what calls made without a response that shows its id.
    ///   - identitiesWithUnknownUsers: the ids of identities that may have users which no response named.
    ///   - ask: puts a question to the endpoint.
    /// - Returns: what became of each.
    mutating func settle(
        _ claims: [OwnershipClaim],
        lost: [LostCreation] = [],
        identitiesWithUnknownUsers: Set<String>,
        asking ask: Ask
    ) async -> [Reclamation] {
        var settlements: [Reclamation] = []
        var claims = claims
        for creation in lost where !creation.sent.isEmpty {
            let found = await self.claims(onLost: creation, asking: ask)
            let fresh = (found ?? []).filter { claim in !claims.contains { $0.resource == claim.resource } }
            let askers = lost.count { $0.sent.first?.value == creation.sent.first?.value }
            if isShared, fresh.count > askers {
                settlements.append(settlement(ofShared: creation))
                continue
            }
            claims += fresh
            if fresh.isEmpty { settlements.append(settlement(of: creation, wasSearched: found != nil)) }
        }
        settlements += await settle(claims, identitiesWithUnknownUsers, asking: ask)
        for creation in lost where creation.sent.isEmpty {
            let found = await self.claims(onLost: creation, asking: ask)
            settlements.append(settlement(of: creation, wasSearched: found != nil))
        }
        return settlements
    }

    /// Deletes what claims say.
    private mutating func settle(
        _ claims: [OwnershipClaim],
        _ identitiesWithUnknownUsers: Set<String>,
        asking ask: Ask
    ) async -> [Reclamation] {
        var settlements: [Reclamation] = []
        var identities: [(claim: OwnershipClaim, id: String)] = []
        for claim in claims.reversed() where claim.resource.namespace == Ledger.identities {
            switch await proof(of: claim, asking: ask) {
            case .ours(let id): identities.append((claim, id))
            case let other:
                let known = claims + identities.map(\.claim)
                let found = await found(insteadOf: claim, other, besides: known, asking: ask)
                identities += found ?? []
                if found?.isEmpty ?? true {
                    settlements.append(settlement(of: claim, other, wasSearched: found != nil))
                }
            }
        }
        var dependents = Array(claims.filter { $0.resource.namespace != Ledger.identities }.reversed())
        for (claim, id) in identities where claim.mayHaveUsers || identitiesWithUnknownUsers.contains(id) {
            let known = Set(dependents.map(\.resource))
            dependents += await users(ofIdentity: id, claim, asking: ask).filter { !known.contains($0.resource) }
        }
        for claim in dependents {
            switch await proof(of: claim, asking: ask) {
            case .ours(let id): settlements.append(await deletion(of: claim.identified(by: id), asking: ask))
            case let other:
                let found = await found(insteadOf: claim, other, besides: claims, asking: ask)
                for (claim, id) in found ?? [] {
                    settlements.append(await deletion(of: claim.identified(by: id), asking: ask))
                }
                if found?.isEmpty ?? true {
                    settlements.append(settlement(of: claim, other, wasSearched: found != nil))
                }
            }
        }
        for (claim, id) in identities {
            let claim = claim.identified(by: id)
            let credential = claim.resource.credential
            let over = settlements.filter { [.deleted, .gone].contains($0.outcome) }
            let settled = Set(over.compactMap(\.resource?.value))
            let users = (claims + dependents).filter { !settled.contains($0.resource.value) }
            let reason = await foreignUser(
                of: id,
                claiming: users,
                without: settled,
                mayHaveOthers: claim.mayHaveUsers || identitiesWithUnknownUsers.contains(id),
                createdAfter: claim.moment,
                as: credential,
                asking: ask
            )
            if let reason {
                settlements.append(settlement(of: claim, .unproven(reason), wasSearched: false))
            } else {
                settlements.append(await deletion(of: claim, asking: ask))
            }
        }
        return settlements
    }

    /// Whether the endpoint has something with one of the values that a create sends.
    ///
    /// - Parameters:
    ///   - creation: the create.
    ///   - own: what the case has made itself.
    ///   - ask: puts a question to the endpoint.
    /// - Returns: false also when it could not be looked for.
    mutating func isThere(_ creation: LostCreation, besides own: [OwnershipClaim], asking ask: Ask) async -> Bool {
        let ownIDs = Set(own.map(\.resource.value))
        for claim in await claims(onLost: creation, asking: ask) ?? [] where !ownIDs.contains(claim.resource.value) {
            guard case .identityKey = claim.resource.handle else { return true }
            switch await proof(of: claim, asking: ask) {
            case .gone: continue
            case .ours(let id): if !ownIDs.contains(id) { return true }
            case .foreign, .unproven: return true
            }
        }
        return false
    }

    /// What a create really made whose response named something that is not ours.
    ///
    /// - Parameters:
    ///   - claim: the claim on what the response named.
    ///   - result: what a look at that came to.
    ///   - known: what is claimed otherwise.
    ///   - ask: puts a question to the endpoint.
    /// - Returns: claims that are proven, each with its id; nil when it can't be looked for.
    private mutating func found(
        insteadOf claim: OwnershipClaim,
        _ result: OwnershipProof.Result,
        besides known: [OwnershipClaim],
        asking ask: Ask
    ) async -> [(claim: OwnershipClaim, id: String)]? {
        guard isMisnamed(claim, result) else { return nil }
        let creation = LostCreation(
            path: claim.resource.namespace + "/create",
            sent: claim.sent,
            identityID: nil,
            moment: claim.moment,
            credential: claim.resource.credential,
            entry: claim.entry
        )
        guard let candidates = await claims(onLost: creation, asking: ask) else { return nil }
        var proven: [(claim: OwnershipClaim, id: String)] = []
        for candidate in candidates where !known.contains(where: { $0.resource == candidate.resource }) {
            guard case .ours(let id) = await proof(of: candidate, asking: ask) else { continue }
            let found = candidate.identified(by: id)
            guard !(known + proven.map(\.claim)).contains(where: { $0.resource == found.resource }) else { continue }
            proven.append((found, id))
        }
        return proven
    }

    /// Whether the response to a create may have named something else than what was created.
    private func isMisnamed(_ claim: OwnershipClaim, _ result: OwnershipProof.Result) -> Bool {
        guard !claim.sent.isEmpty, !claim.isProven else { return false }
        return switch result {
        case .ours: false
        case .gone: !mayBeGone || verifies
        case .foreign: true
        case .unproven(let reason):
            [OwnershipProof.noValue, OwnershipProof.valueButAge].contains(reason)
        }
    }

    /// What becomes of a call whose response did not show what it made, and of which nothing was found.
    private func settlement(of creation: LostCreation, wasSearched: Bool) -> Reclamation {
        let absence: Reclamation.Outcome = creation.wasAnswered ? .notCreated : .pending
        let reason = "no response shows its id, and it can't be searched for"
        return Reclamation(
            name: creation.name,
            namespace: OperationEffect.namespace(of: creation.path),
            outcome: wasSearched ? absence : .left(reason),
            entry: creation.entry,
            isUnfound: !wasSearched
        )
    }

    /// What becomes of a call whose response did not show what it made, where more was found than was made.
    private func settlement(ofShared creation: LostCreation) -> Reclamation {
        Reclamation(
            name: creation.name,
            namespace: OperationEffect.namespace(of: creation.path),
            outcome: .left("no response shows its id, and more has its values than it made"),
            entry: creation.entry
        )
    }

    /// Finds what a create has made whose response does not show it.
    ///
    /// - Parameters:
    ///   - creation: the create.
    ///   - ask: puts a question to the endpoint.
    /// - Returns: a claim on each thing that shows one of the values; nil when it could not be looked for.
    private func claims(onLost creation: LostCreation, asking ask: Ask) async -> [OwnershipClaim]? {
        let namespace =
            creation.path == Ledger.identities + "/add_acs_user"
            ? Ledger.identities : OperationEffect.namespace(of: creation.path)
        if let key = creation.sent.first(where: { $0.name == "user_identity_key" })?.value,
            reasonAgainst(Ledger.identities + "/get") == nil
        {
            return [
                OwnershipClaim(
                    resource: Resource(
                        namespace: Ledger.identities,
                        handle: .identityKey(key),
                        credential: creation.credential
                    ),
                    moment: creation.moment,
                    mark: .generatedValue,
                    entry: creation.entry,
                    mayHaveUsers: true
                )
            ]
        }
        guard let value = creation.sent.first?.value else {
            if let id = creation.identityID, await isGone(identity: id, creation.credential, asking: ask) { return [] }
            return await isInNoList(creation, asking: ask) ? [] : nil
        }
        guard reasonAgainst(namespace + "/list") == nil,
            let operation = contract[namespace + "/list"], operation.parameterType("search") != nil,
            let key = operation.responseKey, let property = contract[namespace + "/get"]?.responseKey
        else { return nil }
        let question = CleanupQuestion(
            purpose: .search,
            path: operation.path,
            parameters: ["search": .string(value)],
            credential: creation.credential
        )
        guard case .response(let status, let json?) = await ask(question), status / 100 == 2,
            let items = json[key]?.arrayValue
        else { return nil }
        let matches = items.filter(values.isShown)
        // A list that ignores what it is searched for says nothing as long as it has a further page.
        if matches.isEmpty, json["pagination"]?["has_next_page"]?.boolValue ?? false { return nil }
        let parameter = property + "_id"
        guard matches.allSatisfy({ !($0[parameter]?.stringValue ?? "").isEmpty }) else { return nil }
        return matches.compactMap { item in
            item[parameter]?.stringValue.map { id in
                OwnershipClaim(
                    resource: Resource(
                        namespace: namespace,
                        handle: .id(parameter: parameter, value: id),
                        credential: creation.credential
                    ),
                    moment: creation.moment,
                    mark: .generatedValue,
                    entry: creation.entry,
                    mayHaveUsers: namespace == Ledger.identities
                )
            }
        }
    }

    /// Whether a list shows nothing that was created while a create was sent that left nothing to search for.
    private func isInNoList(_ creation: LostCreation, asking ask: Ask) async -> Bool {
        let path = OperationEffect.namespace(of: creation.path) + "/list"
        guard let window = creation.window, reasonAgainst(path) == nil, let operation = contract[path] else {
            return false
        }
        let reading = ListReading(
            operation: operation,
            credential: creation.credential,
            pageLimit: Self.pageLimit,
            itemLimit: Self.itemLimit
        )
        // An item whose age can't be told ends the reading: then it is not known.
        let ending = await reading.read(asking: ask) { item in
            OwnershipProof.creation(of: item).map { !window.contains($0) } ?? false
        }
        return ending == .whole
    }

    /// The most pages of a list that are looked through.
    static let pageLimit = 50
    /// The most items of a list that are looked through.
    static let itemLimit = 50_000

    /// Whether an identity is gone, and with it what belonged to it alone.
    private func isGone(identity id: String, _ credential: OwnerCredential, asking ask: Ask) async -> Bool {
        let path = Ledger.identities + "/get"
        guard reasonAgainst(path) == nil else { return false }
        let question = CleanupQuestion(
            purpose: .search,
            path: path,
            parameters: ["user_identity_id": .string(id)],
            credential: credential
        )
        guard case .response(let status, let json) = await ask(question) else { return false }
        return OwnershipProof.saysGone(status: status, json: json)
    }

    /// Why an operation can't be asked; nil when it can.
    func reasonAgainst(_ path: String) -> String? {
        ownership.evidenceAgainst(path).map { "\(path) is not offered (\($0))" }
    }

    /// What becomes of a claim that was not shown to be ours.
    ///
    /// - Parameters:
    ///   - claim: the claim.
    ///   - result: what a look at the resource came to.
    ///   - wasSearched: whether what was created was looked for by its values, too, and not found.
    /// - Returns: what became of it.
    private func settlement(
        of claim: OwnershipClaim,
        _ result: OwnershipProof.Result,
        wasSearched: Bool
    ) -> Reclamation {
        let outcome: Reclamation.Outcome =
            switch result {
            case .ours: .deleted
            case .gone where claim.resource.handle == .identityKey(claim.resource.value): .notCreated
            case .gone where mayBeGone || claim.isProven || claim.mark == .parent: .gone
            case .gone: .left("get does not find it, although its create was accepted and nothing deleted it")
            case .foreign(let reason) where !claim.sent.isEmpty && !wasSearched:
                .left("\(reason), and what was created can't be searched for")
            case .foreign: .notCreated
            case .unproven(let reason): .left(reason)
            }
        return Reclamation(
            name: claim.resource.name,
            namespace: claim.resource.namespace,
            resource: claim.resource,
            outcome: outcome,
            entry: claim.entry,
            isUnfound: !wasSearched && isMisnamed(claim, result)
        )
    }

    /// Deletes a resource that was just shown to be ours.
    private func deletion(of claim: OwnershipClaim, asking ask: Ask) async -> Reclamation {
        let resource = claim.resource
        let path = resource.namespace + "/delete"
        let outcome: Reclamation.Outcome =
            if let reason = reasonAgainst(path) { .left(reason) } else {
                await deletion(of: resource, by: path, asking: ask)
            }
        return Reclamation(
            name: resource.name,
            namespace: resource.namespace,
            resource: resource,
            outcome: outcome,
            entry: claim.entry
        )
    }

    private func deletion(of resource: Resource, by path: String, asking ask: Ask) async -> Reclamation.Outcome {
        let question = CleanupQuestion(
            purpose: .deletion,
            path: path,
            parameters: [resource.parameter: .string(resource.value)],
            credential: resource.credential
        )
        switch await ask(question) {
        case .none(let reason): return .left("\(path): \(reason)")
        case .response(let status, let json):
            guard status / 100 == 2 || OwnershipProof.saysGone(status: status, json: json) else {
                let message = json?["error"]?["message"]?.stringValue.map { " \($0.prefix(200))" } ?? ""
                return .left("\(path) answered \(status)\(message)")
            }
            if verifies { return await verification(of: resource, asking: ask) }
            return status / 100 == 2 ? .deleted : .gone
        }
    }

    /// Looks whether a resource is gone after it was deleted.
    private func verification(of resource: Resource, asking ask: Ask) async -> Reclamation.Outcome {
        let question = CleanupQuestion(
            purpose: .ownership,
            path: resource.namespace + "/get",
            parameters: [resource.parameter: .string(resource.value)],
            credential: resource.credential
        )
        switch await ask(question) {
        case .response(let status, let json) where OwnershipProof.saysGone(status: status, json: json): return .deleted
        case .response(let status, let json):
            let isDying = json?[resource.property]?["warnings"]?.arrayValue?
                .contains { $0["warning_code"]?.stringValue == "being_deleted" }
            return isDying ?? false ? .deleted : .left("it was deleted, and get still answers \(status)")
        case .none(let reason): return .left("it was deleted, and get can't be asked: \(reason)")
        }
    }
}
