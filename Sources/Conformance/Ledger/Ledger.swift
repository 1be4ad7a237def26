import JSON

/// What a case made and has to delete: written down as soon as a response tells of it.
///
/// · everything that an operation `create` or `get_or_create` answers with, by its `…_id`
/// · access-system users that an identity of ours has in `acs_user_ids`, since its e-mail and phone are unique to the run
/// · identities that `add_acs_user` makes for a key that nobody had
/// · identities of ours that were given access by id, for which an endpoint may make access-system users that no response
///   names; these are listed before the identity is deleted
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

    /// What was made, oldest first.
    private(set) var resources: [Resource] = []
    private var known: Set<Resource> = []
    private var identityKeys: Set<String> = []
    /// The ids of identities that may have users which no response named.
    private(set) var identitiesWithUnknownUsers: Set<String> = []

    /// Writes down what a call made.
    ///
    /// - Parameter entry: the call, which was accepted.
    mutating func record(_ entry: LedgerEntry) {
        let verb = OperationVerb(path: entry.path)
        let namespace = String(entry.path.dropLast(verb.name.count + 1))
        if verb.isCreation { recordCreated(in: entry, namespace: namespace) }
        if entry.path == Self.identities + "/add_acs_user" { recordKey(in: entry) }
        recordUsers(in: entry)
        if Self.silentCreators.contains(entry.path), let id = entry.parameters["user_identity_id"]?.stringValue {
            identitiesWithUnknownUsers.insert(id)
        }
    }

    /// Writes down one resource, once.
    mutating func add(_ resource: Resource) {
        if known.insert(resource).inserted { resources.append(resource) }
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

    /// The access-system users of identities that we made.
    private mutating func recordUsers(in entry: LedgerEntry) {
        let identity = entry.answer["user_identity"]
        for identity in [identity].compactMap(\.self) + (entry.answer["user_identities"]?.arrayValue ?? []) {
            guard let id = identity["user_identity_id"]?.stringValue, isOurs(id, entry.credential) else { continue }
            for user in identity["acs_user_ids"]?.arrayValue ?? [] {
                guard let user = user.stringValue else { continue }
                let handle = Resource.Handle.id(parameter: "acs_user_id", value: user)
                add(Resource(namespace: Self.users, handle: handle, credential: entry.credential))
            }
        }
    }

    private func isOurs(_ id: String, _ credential: LedgerCredential) -> Bool {
        let handle = Resource.Handle.id(parameter: "user_identity_id", value: id)
        return known.contains(Resource(namespace: Self.identities, handle: handle, credential: credential))
    }
}
