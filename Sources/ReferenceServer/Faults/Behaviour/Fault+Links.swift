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

    /// Faults of what a linked user shows of its identity.
    static let mirrors = [
        Fault(
            id: "mirror-without-email",
            requirement: "LK-A-MIRROR",
            summary: "A linked user does not show the e-mail address of its identity.",
            effect: .forgets(.emailAddress, in: \.links.mirrored)
        ),
        Fault(
            id: "mirror-without-phone",
            requirement: "LK-A-MIRROR",
            summary: "A linked user does not show the phone number of its identity.",
            effect: .forgets(.phoneNumber, in: \.links.mirrored)
        ),
        Fault(
            id: "mirror-without-name",
            requirement: "LK-A-MIRROR",
            summary: "A linked user does not show the name of its identity.",
            effect: .forgets(.fullName, in: \.links.mirrored)
        ),
        Fault(
            id: "mirror-of-user",
            requirement: "LK-A-MIRROR",
            summary: "A linked user shows its own values as those of its identity.",
            effect: .policy(\.links.mirrorsIdentity)
        ),
        Fault(
            id: "mirror-of-nothing",
            requirement: "LK-A-MIRROR-NULL",
            summary: "A name that the identity lacks is shown as an empty text.",
            effect: .policy(\.links.mirrorsNothingAsNull)
        ),
        Fault(
            id: "stale-mirror",
            requirement: "LK-A-MIRROR-LIVE",
            summary: "Users go on showing the identity as it was when they were linked.",
            effect: .weaken { $0.links.refreshed = [] }
        ),
        Fault(
            id: "stale-phone-in-mirror",
            requirement: "LK-A-MIRROR-LIVE",
            summary: "Users go on showing the phone number that the identity had when they were linked.",
            effect: .forgets(.phoneNumber, in: \.links.refreshed)
        ),
        Fault(
            id: "stale-mirror-of-second-user",
            requirement: "LK-A-MIRROR-LIVE",
            summary: "Only the first user of an identity shows its changes.",
            effect: .policy(\.links.refreshesEveryUser)
        ),
    ]

    /// Faults of linking that overwrite what either side has of its own.
    static let profiles = [
        Fault(
            id: "created-user-takes-profile",
            requirement: "LK-A-OWN",
            summary: "A user created for an identity gets the values of the identity in place of its own.",
            effect: .forgets(.userCreation, in: \.links.sparesUser)
        ),
        Fault(
            id: "matched-user-takes-profile",
            requirement: "LK-A-OWN",
            summary: "A user that matches a new identity gets the values of the identity in place of its own.",
            effect: .forgets(.identityCreation, in: \.links.sparesUser)
        ),
        Fault(
            id: "added-user-takes-profile",
            requirement: "LK-A-OWN",
            summary: "A user added to an identity gets the values of the identity in place of its own.",
            effect: .forgets(.addition, in: \.links.sparesUser)
        ),
        Fault(
            id: "identity-takes-name-of-user",
            requirement: "LK-A-OWN",
            summary: "An identity gets the name of the user that is created for it.",
            effect: .forgets(.userCreation, in: \.links.sparesIdentity)
        ),
    ]
}
