import JSON

/// What a case made and has to delete: written down as soon as a response tells of it.
///
/// · everything that an operation `create` or `get_or_create` answers with, by its `…_id`
/// · access-system users that an identity of ours has in `acs_user_ids`, since its e-mail and phone are unique to the run
/// · identities that `add_acs_user` makes for a key that nobody had
/// · identities of ours that were given access by id, for which an endpoint may make access-system users that no response
///   names; these are listed before the identity is deleted
///
/// What the case itself deletes is struck out again when the endpoint accepts that; a later response that still shows it
/// brings it back.
///
/// Source: Seam's descriptions of these operations.
struct Ledger: Sendable {
    /// The path of the operations on user identities.
    static let identities = "/user_identities"
    /// The path of the operations on access-system users.
    static let users = "/acs/users"
    /// The operations that make an access-system user for an identity that has none.
    private static let silentCreators: Set<String> = [
        "/acs/access_groups/add_user", "/acs/entrances/grant_access", "/acs/credentials/assign",
        "/acs/credentials/create",
    ]

    /// What was made and not yet deleted, oldest first.
    private(set) var resources: [Resource] = []
    /// What was ever made.
    private var ours: Set<Resource> = []
    private var identityKeys: Set<String> = []
    /// The ids of identities that may have users which no response named.
    private(set) var identitiesWithUnknownUsers: Set<String> = []

    /// Writes down what a call made, and strikes out what it deleted.
    ///
    /// - Parameter entry: the call, which was accepted.
    mutating func record(_ entry: LedgerEntry) {
        let verb = OperationVerb(path: entry.path)
        let namespace = String(entry.path.dropLast(verb.name.count + 1))
        if verb.isCreation { recordCreated(in: entry, namespace: namespace) }
        if entry.path == Self.identities + "/add_acs_user" { recordKey(in: entry) }
        recordShown(in: entry)
        if entry.isDeletion { strikeOut(entry, namespace: namespace) }
        if Self.silentCreators.contains(entry.path), let id = entry.parameters["user_identity_id"]?.stringValue {
            identitiesWithUnknownUsers.insert(id)
        }
    }

    /// Writes down one resource, once.
    private mutating func add(_ resource: Resource) {
        ours.insert(resource)
        if !resources.contains(resource) { resources.append(resource) }
    }

    /// Strikes out what was deleted by its id, with the credential that made it.
    private mutating func strikeOut(_ entry: LedgerEntry, namespace: String) {
        resources.removeAll { resource in
            guard case .id(let parameter, let value) = resource.handle else { return false }
            return resource.namespace == namespace && resource.credential == entry.credential
                && entry.parameters[parameter]?.stringValue == value
        }
    }

    /// The resource that an answer holds: its only object with an id of its own name.
    private mutating func recordCreated(in entry: LedgerEntry, namespace: String) {
        for member in entry.answer.objectValue?.members ?? [] {
            let parameter = member.key + "_id"
            guard let id = member.value[parameter]?.stringValue else { continue }
            let handle = Resource.Handle.id(parameter: parameter, value: id)
            add(Resource(namespace: namespace, handle: handle, credential: entry.credential))
            if let key = member.value["user_identity_key"]?.stringValue { identityKeys.insert(key) }
        }
    }

    /// The identity that `add_acs_user` made, unless its key is one that we gave.
    private mutating func recordKey(in entry: LedgerEntry) {
        guard let key = entry.parameters["user_identity_key"]?.stringValue, !identityKeys.contains(key) else { return }
        add(Resource(namespace: Self.identities, handle: .identityKey(key), credential: entry.credential))
    }

    /// Identities that we made and that are still shown, and their access-system users.
    private mutating func recordShown(in entry: LedgerEntry) {
        let identity = entry.answer["user_identity"]
        for identity in [identity].compactMap(\.self) + (entry.answer["user_identities"]?.arrayValue ?? []) {
            guard let id = identity["user_identity_id"]?.stringValue else { continue }
            let handle = Resource.Handle.id(parameter: "user_identity_id", value: id)
            let resource = Resource(namespace: Self.identities, handle: handle, credential: entry.credential)
            guard ours.contains(resource) else { continue }
            add(resource)
            for user in identity["acs_user_ids"]?.arrayValue ?? [] {
                guard let user = user.stringValue else { continue }
                let handle = Resource.Handle.id(parameter: "acs_user_id", value: user)
                add(Resource(namespace: Self.users, handle: handle, credential: entry.credential))
            }
        }
    }
}
