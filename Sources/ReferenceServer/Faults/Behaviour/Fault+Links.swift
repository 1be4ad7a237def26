import JSON
import SeamModel

extension Fault {
    /// Faults of what a link is, from whichever side it is seen.
    static let links = [
        Fault(
            id: "link-one-side",
            requirement: "LK-SYMMETRY",
            summary: "The identity does not list the users that are linked to it.",
            effect: .weaken { $0.links.listedByIdentity = [] }
        ),
        Fault(
            id: "second-user-by-any-way",
            requirement: "LK-ONE-PER-SYS",
            summary: "An identity may come to two users in one access system in any way.",
            effect: .weaken { $0.links.oneUserPerSystem = [] }
        ),
        Fault(
            id: "users-listed-twice",
            requirement: "LK-LIST-USERS",
            summary: "The list of the users of an identity holds each twice.",
            effect: .policy(\.links.listsUsersOnce)
        ),
        Fault(
            id: "suspended-users-unlisted",
            requirement: "LK-LIST-USERS",
            summary: "The list of the users of an identity leaves out those that are suspended.",
            effect: .policy(\.links.listsSuspendedUsers)
        ),
        Fault(
            id: "all-systems-of-identity",
            requirement: "LK-LIST-SYSTEMS",
            summary: "The list of the access systems of an identity holds all of the workspace.",
            effect: .policy(\.links.listsOwnSystemsOnly)
        ),
        Fault(
            id: "first-system-of-identity",
            requirement: "LK-LIST-SYSTEMS",
            summary: "The list of the access systems of an identity holds the first alone.",
            effect: .policy(\.links.listsEverySystem)
        ),
        Fault(
            id: "users-of-unknown-identity",
            requirement: "LK-LIST-404",
            summary: "The users of an unknown identity are an empty list.",
            effect: .accepts(unknownIn: "user_identities.list_acs_users", answering: ["acs_users": []])
        ),
        Fault(
            id: "systems-of-unknown-identity",
            requirement: "LK-LIST-404",
            summary: "The access systems of an unknown identity are an empty list.",
            effect: .accepts(unknownIn: "user_identities.list_acs_systems", answering: ["acs_systems": []])
        ),
    ]
}
