import JSON

/// What the views of an API say of user identities, their access-system users, and access groups.
///
/// Each view's word stands beside the others', and nothing is made to fit: what two of them say differently is for
/// ``GraphComparison`` to find.
struct IdentityGraph: Sendable {
    /// A call that was read, and the exchange that shows its answer.
    struct View: Sendable, Hashable {
        /// The path of the operation.
        let operation: String
        /// What the rows were chosen by, such as `user_identity_id`; nil for what is asked for by its own id.
        var filter: String?
        /// The ordinal of the exchange.
        let exchange: Int

        /// What the view is called in a message: `/acs/users/list by user_identity_id`.
        var name: String { filter.map { "\(operation) by \($0)" } ?? operation }
    }

    /// An identity as a view shows it.
    struct Identity: Sendable {
        /// The view.
        let view: View
        /// The identity's id.
        let id: String
        /// Its `acs_user_ids`.
        let userIDs: [String]
        /// The `acs_user_id` of each of its errors.
        let troubledUserIDs: [String]
        /// Its `full_name`, `email_address` and `phone_number`, by these names.
        let profile: [String: JSONValue]
        /// Whether it is being deleted, so that nothing can be said of it.
        let isLeaving: Bool
    }

    /// An access-system user as a view shows it.
    struct User: Sendable {
        /// The view.
        let view: View
        /// The user's id.
        let id: String
        /// Its access system.
        let systemID: String
        /// Its `user_identity_id`; nil for null or none.
        let identityID: String?
        /// Its `user_identity_full_name`, `…_email_address` and `…_phone_number`, by the name without `user_identity_`.
        let mirrors: [String: JSONValue]
        /// Whether it is being deleted, so that nothing can be said of it.
        let isLeaving: Bool
        /// Whether it is on its way into groups or out of them.
        let isChangingGroups: Bool
    }

    /// Everything that a view lists of something.
    struct List: Sendable {
        /// What is listed of what.
        enum Relation: Sendable, Hashable {
            /// The identities with certain ids; the subject is empty.
            case identities
            /// The users, or access systems, of an identity.
            case usersOfIdentity, systemsOfIdentity
            /// The users whose identity has the id, e-mail address or telephone number.
            case usersByIdentity, usersByEmail, usersByPhone
            /// The users that a search for a user's id finds.
            case usersBySearch
            /// The groups of a user, or of an identity; the users of a group.
            case groupsOfUser, groupsOfIdentity, usersOfGroup
        }

        /// The view.
        let view: View
        /// What is listed.
        let relation: Relation
        /// The id of that of which it is listed.
        let subject: String
        /// The ids of the rows.
        let ids: [String]
        /// Whether these are all rows.
        let isComplete: Bool
    }

    /// That a view does not find something.
    struct Absence: Sendable {
        /// The view.
        let view: View
        /// The id of what is not there.
        let id: String
    }

    /// The user of an identity in an access system, as asked for by this pair.
    struct Pair: Sendable {
        /// The view.
        let view: View
        /// The identity's id.
        let identityID: String
        /// The access system's id.
        let systemID: String
        /// The id of the user that was found; nil when there is none.
        let userID: String?
    }

    /// The sightings of identities, in the order they were read.
    private(set) var identities: [Identity] = []
    /// The sightings of users, in the order they were read.
    private(set) var users: [User] = []
    /// The lists.
    var lists: [List] = []
    /// What was not found where it was asked for by its id.
    private(set) var absences: [Absence] = []
    /// The users of pairs.
    var pairs: [Pair] = []
    /// The sightings of each identity, by its id.
    private(set) var sightingsOfIdentity: [String: [Identity]] = [:]
    /// The sightings of each user, by its id.
    private(set) var sightingsOfUser: [String: [User]] = [:]
    /// The first view that does not find something, by its id.
    private(set) var absencesByID: [String: Absence] = [:]

    /// Adds a sighting of an identity.
    mutating func add(_ identity: Identity) {
        identities.append(identity)
        sightingsOfIdentity[identity.id, default: []].append(identity)
    }

    /// Adds a sighting of a user.
    mutating func add(_ user: User) {
        users.append(user)
        sightingsOfUser[user.id, default: []].append(user)
    }

    /// Adds that something was not found.
    mutating func add(_ absence: Absence) {
        absences.append(absence)
        if absencesByID[absence.id] == nil { absencesByID[absence.id] = absence }
    }
}
