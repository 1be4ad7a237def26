import JSON

/// One read of the graph.
struct GraphCall: Sendable, Hashable {
    /// What is read.
    enum Reading: Sendable, Hashable {
        /// An identity, by its id or its key.
        case identity(id: String), identityOfKey(String)
        /// Identities in a list, by their ids.
        case identities(ids: [String])
        /// A user, by its id.
        case user(id: String)
        /// The user of an identity in an access system.
        case pair(identityID: String, systemID: String)
        /// A list.
        case list(IdentityGraph.List.Relation, of: String)
        /// The users whose identity has the value that the identity has.
        case usersByValue(IdentityGraph.List.Relation, of: String, value: String)
    }

    /// What is read.
    let reading: Reading

    /// The operation's path, the parameters, and for a list the name of its rows and of a row's id.
    private var form: (path: String, parameters: [String: JSONValue], rows: String, rowID: String) {
        switch reading {
        case .identity(let id): (IdentityGraph.identityOperation, ["user_identity_id": .string(id)], "", "")
        case .identityOfKey(let key): (IdentityGraph.identityOperation, ["user_identity_key": .string(key)], "", "")
        case .identities(let ids): IdentityGraph.List.Relation.identities.form(of: .array(ids.map { .string($0) }))
        case .user(let id): (IdentityGraph.userOperation, ["acs_user_id": .string(id)], "", "")
        case .pair(let identity, let system):
            (
                IdentityGraph.userOperation,
                ["user_identity_id": .string(identity), "acs_system_id": .string(system)], "", ""
            )
        case .list(let relation, let subject): relation.form(of: .string(subject))
        case .usersByValue(let relation, _, let value): relation.form(of: .string(value))
        }
    }

    /// The operation's path.
    var path: String { form.path }
    /// The parameters.
    var parameters: JSONValue {
        .object(form.parameters.sorted { $0.key < $1.key }.reduce(into: JSONObject()) { $0[$1.key] = $1.value })
    }
    /// The member of the answer that holds the rows of a list.
    var rows: String { form.rows }
    /// The member of a row that is its id.
    var rowID: String { form.rowID }

    /// The view that the answer is.
    ///
    /// - Parameter exchange: the ordinal of the exchange.
    /// - Returns: the view.
    func view(_ exchange: Int) -> IdentityGraph.View {
        IdentityGraph.View(operation: path, filter: filter, exchange: exchange)
    }

    /// What the rows, or the user, are chosen by; nil for what is asked for by its own id.
    private var filter: String? {
        switch reading {
        case .identity, .user: nil
        case .identityOfKey, .identities: form.parameters.keys.first
        case .pair: "user_identity_id and acs_system_id"
        case .list(.usersOfIdentity, _), .list(.systemsOfIdentity, _), .list(.usersOfGroup, _): nil
        case .list, .usersByValue: form.parameters.keys.first
        }
    }
}

extension IdentityGraph.List.Relation {
    /// How such a list is asked for.
    fileprivate func form(
        of value: JSONValue
    ) -> (path: String, parameters: [String: JSONValue], rows: String, rowID: String) {
        let (path, parameter): (String, String) =
            switch self {
            case .identities: (IdentityGraph.identityListOperation, "user_identity_ids")
            case .usersOfIdentity: ("/user_identities/list_acs_users", "user_identity_id")
            case .systemsOfIdentity: ("/user_identities/list_acs_systems", "user_identity_id")
            case .usersByIdentity: ("/acs/users/list", "user_identity_id")
            case .usersByEmail: ("/acs/users/list", "user_identity_email_address")
            case .usersByPhone: ("/acs/users/list", "user_identity_phone_number")
            case .usersBySearch: ("/acs/users/list", "search")
            case .groupsOfUser: ("/acs/access_groups/list", "acs_user_id")
            case .groupsOfIdentity: ("/acs/access_groups/list", "user_identity_id")
            case .usersOfGroup: ("/acs/access_groups/list_users", "acs_access_group_id")
            }
        let (rows, rowID): (String, String) =
            switch self {
            case .identities: ("user_identities", "user_identity_id")
            case .systemsOfIdentity: ("acs_systems", "acs_system_id")
            case .groupsOfUser, .groupsOfIdentity: ("acs_access_groups", "acs_access_group_id")
            default: ("acs_users", "acs_user_id")
            }
        return (path, [parameter: value], rows, rowID)
    }
}
