import JSON
import SeamContract

/// What the calls of a case may have made.
///
/// · the object that an operation `create` or `get_or_create` answers with, by its `…_id`
/// · the identity that `add_acs_user` makes for a key that nobody had
/// · access-system users that came about beside an identity of the case: those that a response shows with it, once a call was
///   sent that makes users for identities
/// · what a create made whose response was lost or can't be read
///
/// All of this is claimed and not proven: ``OwnershipProof`` says what is ours. What the case itself deletes is struck out when
/// the endpoint accepts that; a later response that still shows it brings it back.
///
/// Source: Seam's descriptions of these operations.
struct Ledger: Sendable {
    /// The path of the operations on user identities.
    static let identities = "/user_identities"
    /// The path of the operations on access-system users.
    static let users = "/acs/users"
    /// The operations that make an access-system user for an identity that has none.
    private static let userMakers: Set<String> = [
        "/acs/access_groups/add_user", "/acs/entrances/grant_access", "/acs/credentials/assign",
        "/acs/credentials/create",
    ]
    /// The operation that makes an identity for a key that nobody has.
    private static let identityMaker = identities + "/add_acs_user"

    /// What was claimed and not deleted by the case, oldest first.
    private(set) var claims: [OwnershipClaim] = []
    /// What was made without a response that shows its id.
    private(set) var lost: [LostCreation] = []
    /// What was made and deleted by the case itself.
    private(set) var deleted: [OwnershipClaim] = []
    /// The ids of identities that may have users which no response named.
    private(set) var identitiesWithUnknownUsers: Set<String> = []
    /// The moment before the first call was sent that makes users for identities; nil while none was.
    private(set) var userMakingMoment: Sightings.Moment?

    /// Whether a call of the case may have put access-system users to identities, somebody else's included.
    private(set) var mayHaveLinkedUsers = false

    /// Whether the case has deleted or merged anything, which may have taken other things with it.
    private(set) var hasDestroyed = false

    /// Whether a call makes something of its own, so that it is written into the journal before it is sent.
    ///
    /// - Parameters:
    ///   - path: the path of the call.
    ///   - parameters: what it sends.
    /// - Returns: true for `create`, `get_or_create`, and `add_acs_user` with a key, which makes an identity for a new one.
    static func makes(path: String, parameters: JSONObject) -> Bool {
        OperationEffect(path: path) == .creates || (path == identityMaker && parameters["user_identity_key"] != nil)
    }

    /// Whether a call makes access-system users for identities.
    ///
    /// - Parameters:
    ///   - path: the path of the call.
    ///   - parameters: what it sends.
    /// - Returns: true also for an identity that is created in access systems.
    static func makesUsers(path: String, parameters: JSONObject) -> Bool {
        let systems = parameters["acs_system_ids"]?.arrayValue ?? []
        return userMakers.contains(path) || (path == identities + "/create" && !systems.isEmpty)
    }

    /// What a call that makes something came to.
    enum Making: Sendable {
        /// What it made is claimed.
        case claimed
        /// It made nothing that was not claimed already.
        case nothingNew
        /// It may have made something, and nothing in its response says what.
        case unknown
    }

    /// Takes in a call that was accepted.
    ///
    /// - Parameters:
    ///   - call: the call.
    ///   - moment: the moment just before it was sent.
    ///   - sent: the generated values that it sent.
    ///   - entry: the journal entry for it; nil when there is none.
    /// - Returns: what it came to, where it makes something.
    @discardableResult
    mutating func record(
        _ call: AcceptedCall,
        at moment: Sightings.Moment,
        sending sent: [GeneratedParameter],
        entry: Int64?
    ) -> Making {
        if mayLinkUsers(call) { mayHaveLinkedUsers = true }
        if Self.makesUsers(path: call.path, parameters: call.parameters) {
            userMakingMoment = userMakingMoment ?? moment
        }
        if OperationEffect(path: call.path) == .deletes || call.path.hasSuffix("/merge") { hasDestroyed = true }
        var making = Making.nothingNew
        if OperationEffect(path: call.path) == .creates {
            making = recordCreated(in: call, at: moment, sending: sent, entry: entry)
        }
        if call.path == Self.identityMaker { making = recordKey(in: call, at: moment, sending: sent, entry: entry) }
        recordShown(in: call)
        if call.isDeletion { strikeOut(call) }
        if Self.userMakers.contains(call.path), let id = call.parameters["user_identity_id"]?.stringValue {
            identitiesWithUnknownUsers.insert(id)
        }
        return making
    }

    /// Takes in a create of which no response shows what it made.
    ///
    /// - Parameter creation: the call.
    mutating func record(_ creation: LostCreation) {
        mayHaveLinkedUsers = true
        lost.append(creation)
    }

    /// The claim on the resource with an id; nil when there is none.
    ///
    /// - Parameters:
    ///   - id: the id.
    ///   - parameter: the parameter that takes such ids, such as `acs_user_id`.
    /// - Returns: the claim.
    func claim(onID id: String, parameter: String) -> OwnershipClaim? {
        let handle = Resource.Handle.id(parameter: parameter, value: id)
        return (claims + deleted).first { $0.resource.handle == handle }
    }

    /// Claims a user that came about beside an identity of the case.
    ///
    /// - Parameters:
    ///   - id: the user's id.
    ///   - credential: the credential that sees it.
    /// - Returns: the claim; nil when the case made no call that makes users for identities.
    @discardableResult
    mutating func claimUser(_ id: String, as credential: OwnerCredential) -> OwnershipClaim? {
        if let claim = claim(onID: id, parameter: "acs_user_id") { return claim }
        guard let userMakingMoment else { return nil }
        let handle = Resource.Handle.id(parameter: "acs_user_id", value: id)
        let resource = Resource(namespace: Self.users, handle: handle, credential: credential)
        let claim = OwnershipClaim(resource: resource, moment: userMakingMoment, mark: .parent)
        claims.append(claim)
        return claim
    }

    /// The ids of the identities that a `get` has shown to be ours.
    var provenIdentityIDs: Set<String> {
        let proven = claims.filter { $0.isProven && $0.resource.namespace == Self.identities }
        return Set(proven.filter { $0.resource.parameter == "user_identity_id" }.map(\.resource.value))
    }

    /// Notes that a `get` has shown a claimed resource to be ours.
    ///
    /// - Parameter claim: the claim, as it was made.
    mutating func noteProof(of claim: OwnershipClaim) {
        for index in claims.indices where claims[index].resource == claim.resource { claims[index].isProven = true }
    }

    /// Whether a call may have put an access-system user to an identity: one that is about users, and changes something.
    private func mayLinkUsers(_ call: AcceptedCall) -> Bool {
        guard OperationEffect(path: call.path) != .reads else { return false }
        return call.path.hasPrefix("/acs/") || call.path.hasSuffix("/merge") || call.path == Self.identityMaker
            || call.parameters.members.contains { $0.key.hasPrefix("acs_") }
    }

    /// Claims one resource, once; what was struck out comes back.
    ///
    /// - Returns: whether it was not claimed before.
    @discardableResult
    private mutating func add(_ claim: OwnershipClaim) -> Bool {
        if let index = deleted.firstIndex(where: { $0.resource == claim.resource }) {
            claims.append(deleted.remove(at: index))
            return false
        }
        if claims.contains(where: { $0.resource == claim.resource }) { return false }
        claims.append(claim)
        return true
    }

    /// Strikes out what was deleted by its id, with the credential that made it.
    private mutating func strikeOut(_ call: AcceptedCall) {
        let namespace = OperationEffect.namespace(of: call.path)
        let struck = claims.filter { claim in
            guard case .id(let parameter, let value) = claim.resource.handle else { return false }
            return claim.resource.namespace == namespace && claim.resource.credential == call.credential
                && call.parameters[parameter]?.stringValue == value
        }
        claims.removeAll { struck.contains($0) }
        deleted += struck
    }

    /// Claims the resource that a response holds: the object that the contract names, or else each with an id of its own name.
    private mutating func recordCreated(
        in call: AcceptedCall,
        at moment: Sightings.Moment,
        sending sent: [GeneratedParameter],
        entry: Int64?
    ) -> Making {
        let namespace = OperationEffect.namespace(of: call.path)
        let belongsToIdentity = ["user_identity_id", "user_identity_ids"].contains { call.parameters[$0] != nil }
        let mark: OwnershipClaim.Mark = sent.isEmpty ? (belongsToIdentity ? .parent : .nothing) : .generatedValue
        // What `get_or_create` answers with may have been there before; what `create` answers with may not.
        let isNew = OperationEffect.verb(of: call.path) == "create"
        let mayBeThere = OperationEffect.verb(of: call.path) == "get_or_create"
        var making = Making.unknown
        let members = call.answer.objectValue?.members ?? []
        let named = members.filter { $0.key == call.responseKey }
        for member in named.isEmpty ? members : named {
            let parameter = member.key + "_id"
            guard let id = member.value[parameter]?.stringValue, !id.isEmpty else { continue }
            let handle = Resource.Handle.id(parameter: parameter, value: id)
            let resource = Resource(namespace: namespace, handle: handle, credential: call.credential)
            let claim = OwnershipClaim(
                resource: resource,
                moment: moment,
                mark: mark,
                sent: isNew ? sent : [],
                entry: entry
            )
            // An id that another create gave already says nothing of what this one made.
            making = add(claim) ? .claimed : mayBeThere ? .nothingNew : .unknown
        }
        return making
    }

    /// Claims the identity that `add_acs_user` made for a key of ours that no identity of the case has.
    private mutating func recordKey(
        in call: AcceptedCall,
        at moment: Sightings.Moment,
        sending sent: [GeneratedParameter],
        entry: Int64?
    ) -> Making {
        guard let key = call.parameters["user_identity_key"]?.stringValue, !keys.contains(key) else {
            return .nothingNew
        }
        guard sent.contains(where: { $0.name == "user_identity_key" }) else { return .unknown }
        let resource = Resource(namespace: Self.identities, handle: .identityKey(key), credential: call.credential)
        let claim = OwnershipClaim(resource: resource, moment: moment, mark: .generatedValue, entry: entry)
        return add(claim) ? .claimed : .nothingNew
    }

    /// The keys that identities of the case were created with.
    private var keys: Set<String> = []

    /// Brings back identities of the case that are still shown, and claims the users that are shown with them.
    private mutating func recordShown(in call: AcceptedCall) {
        let identity = call.answer["user_identity"]
        for identity in [identity].compactMap(\.self) + (call.answer["user_identities"]?.arrayValue ?? []) {
            guard let id = identity["user_identity_id"]?.stringValue,
                let claim = claim(onID: id, parameter: "user_identity_id"), claim.resource.credential == call.credential
            else { continue }
            add(claim)
            if let key = identity["user_identity_key"]?.stringValue { keys.insert(key) }
            for user in identity["acs_user_ids"]?.arrayValue ?? [] {
                if let user = user.stringValue, let claim = claimUser(user, as: call.credential) { add(claim) }
            }
        }
    }
}
