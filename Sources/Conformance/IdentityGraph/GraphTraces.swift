import JSON

/// What a case did that shapes the identity graph: what is to be read after it, and what a disagreement then breaks.
struct GraphTraces: Sendable {
    /// How a user last came into a group or out of it.
    enum MembershipChange: Sendable, Hashable {
        /// It was created into the group, added to it, or taken out of it.
        case created, added, removed
    }

    /// A user and a group.
    struct Membership: Sendable, Hashable {
        /// The user's id.
        let userID: String
        /// The group's id.
        let groupID: String
    }

    /// Whether something was linked, unlinked, merged, deleted, or put into a group or out of it.
    private(set) var hasChanges = false
    /// The ids of identities that were made or named, in order, each once.
    private(set) var identityIDs: [String] = []
    /// The keys of identities that may have been made for them.
    private(set) var identityKeys: [String] = []
    /// The ids of users that were made or named, in order, each once.
    private(set) var userIDs: [String] = []
    /// The ids of groups that were named, in order, each once.
    private(set) var groupIDs: [String] = []
    /// The ids of identities that were deleted.
    private(set) var deletedIdentityIDs: Set<String> = []
    /// The ids of users that were deleted.
    private(set) var deletedUserIDs: Set<String> = []
    /// Whether any user was deleted, be it one whose id was not named.
    private(set) var hasDeletedUsers = false
    /// The ids of identities whose values were changed.
    private(set) var changedIdentityIDs: Set<String> = []
    /// The ids of identities that were merged into others, or whose keys were.
    private(set) var mergedIdentityIDs: Set<String> = []
    /// Whether identities were merged.
    private(set) var hasMerged = false
    /// The ids of users that were unlinked.
    private(set) var unlinkedUserIDs: Set<String> = []
    /// How users last came into groups or out of them.
    private(set) var memberships: [Membership: MembershipChange] = [:]
}

extension GraphTraces {
    /// The operations that shape the graph whatever they are given.
    private static let shaping: Set<String> = [
        "/user_identities/add_acs_user", "/user_identities/remove_acs_user", "/user_identities/merge",
        "/user_identities/delete", "/acs/users/delete", "/acs/users/add_to_access_group",
        "/acs/users/remove_from_access_group", "/acs/access_groups/add_user", "/acs/access_groups/remove_user",
    ]
    /// The operations that do when they get this parameter.
    private static let shapingWith: [(path: String, parameter: String)] = [
        ("/user_identities/create", "acs_system_ids"), ("/acs/users/create", "user_identity_id"),
        ("/acs/users/create", "acs_access_group_ids"), ("/acs/entrances/grant_access", "user_identity_id"),
    ]

    /// Takes in what a call did.
    ///
    /// - Parameter entry: the call, which was accepted.
    mutating func record(_ entry: LedgerEntry) {
        touch(entry)
        let isShapedByParameter = Self.shapingWith.contains { path, parameter in
            entry.path == path && entry.parameters[parameter]?.isGiven ?? false
        }
        hasChanges = hasChanges || Self.shaping.contains(entry.path) || isShapedByParameter
        let identityID = entry.id("user_identity_id")
        let userID = entry.id("acs_user_id")
        switch entry.path {
        case "/user_identities/update": changedIdentityIDs.formUnion([identityID].compactMap(\.self))
        case "/user_identities/remove_acs_user": unlinkedUserIDs.formUnion([userID].compactMap(\.self))
        case "/user_identities/merge":
            hasMerged = true
            mergedIdentityIDs.formUnion(entry.ids("merged_user_identity_ids"))
        case "/user_identities/delete" where entry.isDeletion:
            deletedIdentityIDs.formUnion([identityID].compactMap(\.self))
        case "/acs/users/delete" where entry.isDeletion:
            hasDeletedUsers = true
            deletedUserIDs.formUnion([userID].compactMap(\.self))
        default: recordMembership(entry, userID: userID)
        }
    }

    /// Takes down which resources a call made or named; what a call that only reads names may be anybody's.
    private mutating func touch(_ entry: LedgerEntry) {
        let identity = entry.answer["user_identity"]
        let user = entry.answer["acs_user"]
        if !OperationVerb(path: entry.path).isRead {
            identityIDs += [entry.id("user_identity_id")].compactMap(\.self) + entry.ids("merged_user_identity_ids")
            userIDs += [entry.id("acs_user_id")].compactMap(\.self)
            groupIDs += [entry.id("acs_access_group_id")].compactMap(\.self) + entry.ids("acs_access_group_ids")
            identityIDs += [identity?["user_identity_id"]?.stringValue].compactMap(\.self)
            userIDs += [user?["acs_user_id"]?.stringValue].compactMap(\.self)
        }
        if let id = identity?["user_identity_id"]?.stringValue, identityIDs.contains(id) {
            userIDs += (identity?["acs_user_ids"]?.arrayValue ?? []).compactMap(\.stringValue)
        }
        if entry.path == "/user_identities/add_acs_user", let key = entry.id("user_identity_key") {
            identityKeys.append(key)
        }
        identityIDs = identityIDs.withoutRepetition
        identityKeys = identityKeys.withoutRepetition
        userIDs = userIDs.withoutRepetition
        groupIDs = groupIDs.withoutRepetition
    }

    /// Takes down how a user came into groups or out of them.
    private mutating func recordMembership(_ entry: LedgerEntry, userID: String?) {
        let change: MembershipChange
        switch entry.path {
        case "/acs/users/create": change = .created
        case "/acs/users/add_to_access_group", "/acs/access_groups/add_user": change = .added
        case "/acs/users/remove_from_access_group", "/acs/access_groups/remove_user": change = .removed
        default: return
        }
        guard let userID = userID ?? entry.answer["acs_user"]?["acs_user_id"]?.stringValue else { return }
        let groups = [entry.id("acs_access_group_id")].compactMap(\.self) + entry.ids("acs_access_group_ids")
        for groupID in groups { memberships[Membership(userID: userID, groupID: groupID)] = change }
    }
}

extension LedgerEntry {
    /// The text of a parameter; nil when it is no text.
    fileprivate func id(_ parameter: String) -> String? { parameters[parameter]?.stringValue }

    /// The texts of a parameter that is a list, or of one that a query gave as a single text.
    fileprivate func ids(_ parameter: String) -> [String] {
        if let text = parameters[parameter]?.stringValue { return [text] }
        return parameters[parameter]?.arrayValue?.compactMap(\.stringValue) ?? []
    }
}

extension JSONValue {
    /// Whether there is something in it: no null, no empty list.
    fileprivate var isGiven: Bool { !isNull && arrayValue?.isEmpty != true }
}
