import JSON
import SeamModel

extension Fault {
    /// Every fault, in the order of what they concern.
    public static let all: [Fault] = form + uniqueness + links + accessUsers

    /// Faults of values that must be unique.
    private static let uniqueness = [
        Fault(
            id: "accept-second-email",
            requirement: "UI-UNIQ-EMAIL",
            summary: "Two identities may have one e-mail address.",
            effect: .policy(\.enforcesUniqueEmail)
        ),
        Fault(
            id: "accept-second-phone",
            requirement: "UI-UNIQ-PHONE",
            summary: "Two identities may have one phone number.",
            effect: .policy(\.enforcesUniquePhone)
        ),
        Fault(
            id: "accept-second-key",
            requirement: "UI-UNIQ-KEY",
            summary: "Two identities may have one key.",
            effect: .policy(\.enforcesUniqueKey)
        ),
        Fault(
            id: "ghost-after-failed-create",
            requirement: "UI-V-ATOMIC",
            summary: "A creation refused for an unknown access system leaves the identity behind.",
            effect: .policy(\.createsAllOrNothing)
        ),
    ]

    /// Faults of links between identities and access-system users.
    private static let links = [
        Fault(
            id: "link-one-side",
            requirement: "LK-SYMMETRY",
            summary: "The identity does not list the users that are linked to it.",
            effect: .policy(\.listsLinksOnIdentity)
        ),
        Fault(
            id: "ignore-matching-email",
            requirement: "LK-C-EMAIL",
            summary: "A user with the identity's e-mail address is not linked; a new one is made.",
            effect: .policy(\.linksByEmail)
        ),
        Fault(
            id: "ignore-matching-phone",
            requirement: "LK-C-PHONE",
            summary: "A user with the identity's phone number is not linked; a new one is made.",
            effect: .policy(\.linksByPhone)
        ),
        Fault(
            id: "stale-mirror",
            requirement: "LK-A-MIRROR-LIVE",
            summary: "Users go on showing the identity as it was when they were linked.",
            effect: .policy(\.refreshesMirrors)
        ),
        Fault(
            id: "two-users-per-system",
            requirement: "LK-ONE-PER-SYS",
            summary: "An identity may have two users in one access system.",
            effect: .policy(\.enforcesOneUserPerSystem)
        ),
        Fault(
            id: "orphan-users",
            requirement: "UI-DEL-AU",
            summary: "Deleting an identity leaves its users.",
            effect: .policy(\.deletesUsersOfIdentity)
        ),
    ]

    /// Faults of access-system users.
    private static let accessUsers = [
        Fault(
            id: "accept-foreign-cursor",
            requirement: "LS-CURSOR-PARAMS",
            summary: "A cursor is taken with any parameters.",
            effect: .policy(\.bindsCursorsToParameters)
        )
    ]
}
