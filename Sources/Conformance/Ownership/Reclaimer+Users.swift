import JSON
import Scenarios
import SeamContract

extension Reclaimer {
    /// Whether the deletion of an identity of ours would take an access-system user with it that is not shown to be ours.
    ///
    /// Source: Seam's description of `/user_identities/delete`, which deletes the access-system users of the identity, too.
    /// - Parameters:
    ///   - identity: the identity's id; its `get` was asked before.
    ///   - claims: what is claimed and has to be looked at.
    ///   - settled: the ids of what is known to be ours, or to be gone.
    ///   - mayHaveOthers: whether it may have users that no response named.
    ///   - moment: the moment just before the identity was created; what a response showed before is not ours.
    ///   - credential: with whose credential the identity was made.
    ///   - ask: puts a question to the endpoint.
    /// - Returns: why it may not be deleted; nil when it may.
    mutating func foreignUser(
        of identity: String,
        claiming claims: [OwnershipClaim],
        without settled: Set<String> = [],
        mayHaveOthers: Bool = false,
        createdAfter moment: Sightings.Moment,
        as credential: OwnerCredential,
        asking ask: Ask
    ) async -> String? {
        var users = usersShown[identity] ?? []
        if mayHaveLinkedUsers || mayHaveOthers {
            let listed = await list(ofUsers: identity, as: credential, asking: ask)
            guard listed != nil || usersShown[identity] != nil else { return Self.unknownUsers }
            users += (listed ?? []).filter { !users.contains($0) }
        }
        let unknown = users.filter { !settled.contains($0) }
        let path = Ledger.users + "/get"
        for id in unknown.prefix(Self.listLimit) {
            let isOnlyListed = !(usersShown[identity] ?? []).contains(id)
            let claim = claims.first { $0.resource.namespace == Ledger.users && $0.resource.value == id }
            if let claim {
                switch await proof(of: claim, asking: ask) {
                case .ours, .gone: continue
                case .foreign, .unproven: if !isOnlyListed { return Self.reason(withUser: id) }
                }
            }
            let question = CleanupQuestion(
                purpose: .ownership,
                path: path,
                parameters: ["acs_user_id": .string(id)],
                credential: credential
            )
            if case .response(let status, let json) = await ask(question) {
                if OwnershipProof.saysGone(status: status, json: json) { continue }
                let proof = OwnershipProof(values: values, identityIDs: [], begin: begin)
                let isNew = !ownership.hasSeen(id, before: moment)
                if isNew, let user = json?["acs_user"], proof.showsValue(user), !proof.isOld(user) { continue }
                // A list that ignores its filter names users of others, which stay where they are.
                if isOnlyListed, let owner = json?["acs_user"]?["user_identity_id"]?.stringValue, owner != identity {
                    continue
                }
            }
            return Self.reason(withUser: id)
        }
        return unknown.count > Self.listLimit ? "more than \(Self.listLimit) access-system users belong to it" : nil
    }

    /// Why an identity is not deleted whose users nothing shows.
    static let unknownUsers =
        "nothing shows which access-system users belong to it, and any would be deleted with it"

    /// Why an identity is not deleted that a user belongs to.
    private static func reason(withUser id: String) -> String {
        "the access-system user \(id) belongs to it, is not shown to be this run's, and would be deleted with it"
    }

    /// Claims on the access-system users of an identity of ours that a list of them names.
    mutating func users(
        ofIdentity id: String,
        _ claim: OwnershipClaim,
        asking ask: Ask
    ) async -> [OwnershipClaim] {
        let users = await list(ofUsers: id, as: claim.resource.credential, asking: ask) ?? []
        return users.prefix(Self.listLimit).map { user in
            OwnershipClaim(
                resource: Resource(
                    namespace: Ledger.users,
                    handle: .id(parameter: "acs_user_id", value: user),
                    credential: claim.resource.credential
                ),
                moment: claim.moment,
                mark: .parent
            )
        }
    }

    /// The ids of the access-system users of an identity that a list of them names; asked once for each identity.
    ///
    /// - Returns: the ids, one more than ``listLimit`` at most; nil when they can't be asked for.
    private mutating func list(
        ofUsers identity: String,
        as credential: OwnerCredential,
        asking ask: Ask
    ) async -> [String]? {
        if let known = usersListed[identity] { return known }
        let path = Ledger.identities + "/list_acs_users"
        guard reasonAgainst(path) == nil else { return nil }
        let question = CleanupQuestion(
            purpose: .search,
            path: path,
            parameters: ["user_identity_id": .string(identity)],
            credential: credential
        )
        var ids: [String]?
        if case .response(let status, let json) = await ask(question), status / 100 == 2 {
            let users = json?["acs_users"]?.arrayValue?.prefix(Self.listLimit + 1)
            ids = users?.compactMap { $0["acs_user_id"]?.stringValue }
        }
        usersListed[identity] = .some(ids)
        return ids
    }

    /// The most users of one identity that are looked at.
    static let listLimit = 50
}
