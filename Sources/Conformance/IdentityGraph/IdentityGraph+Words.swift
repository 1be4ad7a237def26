extension IdentityGraph {
    /// The path that shows one identity.
    static let identityOperation = "/user_identities/get"
    /// The path that lists identities.
    static let identityListOperation = "/user_identities/list"
    /// The path that shows one user.
    static let userOperation = "/acs/users/get"

    /// What the endpoint says of an identity that was asked for by its id; where that can't be read, in a list.
    func identity(_ id: String) -> Identity? {
        let sightings = sightingsOfIdentity[id] ?? []
        return sightings.first { $0.view.operation == Self.identityOperation } ?? sightings.first
    }

    /// What the endpoint says of a user that was asked for by its id; where that can't be read, in a list.
    func user(_ id: String) -> User? {
        let sightings = sightingsOfUser[id] ?? []
        return sightings.first { $0.view.operation == Self.userOperation && $0.view.filter == nil } ?? sightings.first
    }

    /// The ids of the identities that some view shows, in the order they were read.
    var identityIDs: [String] { identities.map(\.id).withoutRepetition }

    /// The ids of the users that some view shows, in the order they were read.
    var userIDs: [String] { users.map(\.id).withoutRepetition }

    /// The view that does not find something by its id; nil when none was read.
    func absence(of id: String) -> Absence? {
        absencesByID[id]
    }

    /// Whether something is shown, and not as being deleted, so that what is said of it counts.
    func isSettledIdentity(_ id: String) -> Bool {
        let sightings = sightingsOfIdentity[id] ?? []
        return absence(of: id) == nil && !sightings.isEmpty && !sightings.contains(where: \.isLeaving)
    }

    /// Whether a user is shown, and not as being deleted, so that what is said of it counts.
    func isSettledUser(_ id: String) -> Bool {
        let sightings = sightingsOfUser[id] ?? []
        return absence(of: id) == nil && !sightings.isEmpty && !sightings.contains(where: \.isLeaving)
    }

    /// What the endpoint says of the users that count and that say they belong to an identity.
    func users(of identityID: String) -> [User] {
        userIDs.filter(isSettledUser).compactMap(user).filter { $0.identityID == identityID }
    }

    /// The list of a kind for something; nil when it was not read.
    func list(_ relation: List.Relation, of subject: String) -> List? {
        lists.first { $0.relation == relation && $0.subject == subject }
    }
}

extension IdentityGraph.List.Relation {
    /// Whether the rows are users.
    var isOfUsers: Bool {
        switch self {
        case .usersOfIdentity, .usersByIdentity, .usersByEmail, .usersByPhone, .usersBySearch, .usersOfGroup: true
        case .identities, .systemsOfIdentity, .groupsOfUser, .groupsOfIdentity: false
        }
    }
}

extension [String] {
    /// The texts, each where it is first.
    var withoutRepetition: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }

    /// The ids for a message: `[a, b]`, of many the first four.
    var told: String {
        "[" + prefix(4).joined(separator: ", ") + (count > 4 ? " and \(count - 4) more" : "") + "]"
    }
}
