import JSON
import SeamContract

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
    /// Whether all that was changed is that a set-up created what is linked from the beginning.
    private(set) var isMerelyCreated = true
    /// The ids of identities that such a change made or named, in order, each once.
    private(set) var identityIDs: [String] = []
    /// The ids of identities that other calls made or named, in order, each once.
    private(set) var otherIdentityIDs: [String] = []
    /// The ids of identities that were created like ``createdLimit`` others before, each with users of its own: a look at
    /// those others shows as much.
    private(set) var siblingIdentityIDs: Set<String> = []
    /// The ids of the users that these were created with.
    private(set) var siblingUserIDs: Set<String> = []
    /// How many identities were created with users.
    private var createdCount = 0
    /// The keys of identities that may have been made for them.
    private(set) var identityKeys: [String] = []
    /// The ids of users that such a change made or named, in order, each once.
    private(set) var userIDs: [String] = []
    /// The ids of groups that such a change named, in order, each once.
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
    /// Of how many identities that are created with users all views are read; the others are looked at in one list.
    static let createdLimit = 2

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
    /// - Parameters:
    ///   - entry: the call, which was accepted.
    ///   - isSetUp: whether it belongs to the set-up of the case.
    mutating func record(_ entry: AcceptedCall, isSetUp: Bool = false) {
        let isShapedByParameter = Self.shapingWith.contains { path, parameter in
            entry.path == path && entry.parameters[parameter]?.isGiven ?? false
        }
        if Self.shaping.contains(entry.path) || isShapedByParameter {
            hasChanges = true
            isMerelyCreated = isMerelyCreated && isSetUp && OperationEffect(path: entry.path) == .creates
            if entry.path == "/user_identities/create" { createdCount += 1 }
            if entry.path == "/user_identities/create", createdCount > Self.createdLimit {
                passOver(entry)
            } else {
                touch(entry)
            }
        } else if OperationEffect(path: entry.path) != .reads {
            otherIdentityIDs = (otherIdentityIDs + entry.identityIDs).withoutRepetition
        }
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

    /// Takes down an identity that was created like others before it.
    private mutating func passOver(_ entry: AcceptedCall) {
        otherIdentityIDs = (otherIdentityIDs + entry.identityIDs).withoutRepetition
        siblingIdentityIDs.formUnion(entry.identityIDs)
        siblingUserIDs.formUnion(entry.toldUserIDs)
    }

    /// Takes down which resources a change made or named.
    private mutating func touch(_ entry: AcceptedCall) {
        let key = entry.path == "/user_identities/add_acs_user" ? entry.id("user_identity_key") : nil
        let made = entry.answer["acs_user"]?["acs_user_id"]?.stringValue
        let users = [entry.id("acs_user_id"), made].compactMap(\.self) + entry.toldUserIDs
        identityIDs = (identityIDs + entry.identityIDs).withoutRepetition
        identityKeys = (identityKeys + [key].compactMap(\.self)).withoutRepetition
        userIDs = (userIDs + users).withoutRepetition
        groupIDs = (groupIDs + entry.groupIDs).withoutRepetition
    }

    /// Takes down how a user came into groups or out of them.
    private mutating func recordMembership(_ entry: AcceptedCall, userID: String?) {
        let change: MembershipChange
        switch entry.path {
        case "/acs/users/create": change = .created
        case "/acs/users/add_to_access_group", "/acs/access_groups/add_user": change = .added
        case "/acs/users/remove_from_access_group", "/acs/access_groups/remove_user": change = .removed
        default: return
        }
        guard let userID = userID ?? entry.answer["acs_user"]?["acs_user_id"]?.stringValue else {
            // By an identity, it concerns whichever user of it is in the group.
            for group in entry.groupIDs where change == .removed {
                for membership in memberships.keys where membership.groupID == group { memberships[membership] = nil }
            }
            return
        }
        for groupID in entry.groupIDs { memberships[Membership(userID: userID, groupID: groupID)] = change }
    }
}

extension AcceptedCall {
    /// The text of a parameter; nil when it is no text.
    fileprivate func id(_ parameter: String) -> String? { parameters[parameter]?.stringValue }

    /// The ids of identities that it names or made.
    fileprivate var identityIDs: [String] {
        let made = answer["user_identity"]?["user_identity_id"]?.stringValue
        return [id("user_identity_id"), made].compactMap(\.self) + ids("merged_user_identity_ids")
    }

    /// The ids of users that an identity in the answer tells.
    fileprivate var toldUserIDs: [String] {
        (answer["user_identity"]?["acs_user_ids"]?.arrayValue ?? []).compactMap(\.stringValue)
    }

    /// The ids of groups that it names.
    fileprivate var groupIDs: [String] {
        [id("acs_access_group_id")].compactMap(\.self) + ids("acs_access_group_ids")
    }

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
