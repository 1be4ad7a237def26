import SeamModel

extension Fault {
    /// Faults of the users that an identity created with access systems comes to.
    static let matching = [
        Fault(
            id: "no-user-made",
            requirement: "LK-C-NEW",
            summary: "An identity comes to no user in an access system where nobody matches.",
            effect: .policy(\.links.makesUsers)
        ),
        Fault(
            id: "made-user-names-nobody",
            requirement: "LK-C-NEW",
            summary: "The user made for a new identity does not name the identity.",
            effect: .policy(\.links.namesIdentityOnMadeUsers)
        ),
        Fault(
            id: "ignore-matching-email",
            requirement: "LK-C-EMAIL",
            summary: "A user with the identity's e-mail address is not linked; a new one is made.",
            effect: .policy(\.links.matchesByEmail)
        ),
        Fault(
            id: "ignore-matching-phone",
            requirement: "LK-C-PHONE",
            summary: "A user with the identity's phone number is not linked; a new one is made.",
            effect: .policy(\.links.matchesByPhone)
        ),
        Fault(
            id: "user-beside-match",
            requirement: "LK-C-COUNT",
            summary: "Beside a user that matches another one is made.",
            effect: .policy(\.links.makesNobodyBesideMatch)
        ),
        Fault(
            id: "create-answers-before-linking",
            requirement: "LK-C-IDS",
            summary: "The answer to a creation does not list the users that it has linked.",
            effect: .policy(\.links.answersWithLinks)
        ),
        Fault(
            id: "first-system-only",
            requirement: "LK-C-MULTI",
            summary: "Only the first of several access systems is looked at.",
            effect: .policy(\.links.looksAtEverySystem)
        ),
        Fault(
            id: "match-ends-making",
            requirement: "LK-C-MULTI",
            summary: "When a user matches in one access system, none is made in the others.",
            effect: .policy(\.links.makesUsersBesideMatches)
        ),
        Fault(
            id: "match-in-any-system",
            requirement: "LK-C-SCOPE",
            summary: "A user of an access system that was not named matches too.",
            effect: .policy(\.links.matchesWithinSystem)
        ),
        Fault(
            id: "match-unasked",
            requirement: "LK-C-SCOPE",
            summary: "A creation that names no access system links the users that match in any.",
            effect: .policy(\.links.linksOnlyWhenAsked)
        ),
        Fault(
            id: "match-by-name",
            requirement: "LK-C-NAME-ONLY",
            summary: "A user with the same name matches.",
            effect: .policy(\.links.ignoresNames)
        ),
        Fault(
            id: "match-by-nothing",
            requirement: "LK-C-NO-CONTACT",
            summary: "An identity without e-mail address and phone number matches a user without either.",
            effect: .policy(\.links.ignoresMissingValues)
        ),
        Fault(
            id: "made-user-without-email",
            requirement: "LK-C-COPY",
            summary: "The user made for a new identity lacks the e-mail address of the identity.",
            effect: .forgets(.emailAddress, in: \.links.copied)
        ),
        Fault(
            id: "made-user-without-phone",
            requirement: "LK-C-COPY",
            summary: "The user made for a new identity lacks the phone number of the identity.",
            effect: .forgets(.phoneNumber, in: \.links.copied)
        ),
        Fault(
            id: "made-user-without-name",
            requirement: "LK-C-COPY",
            summary: "The user made for a new identity lacks the name of the identity.",
            effect: .forgets(.fullName, in: \.links.copied)
        ),
        Fault(
            id: "system-twice-two-users",
            requirement: "UI-V-ACSIDS-DUP",
            summary: "An access system that is named twice gives two users.",
            effect: .policy(\.links.countsSystemsOnce)
        ),
    ]

    /// Faults of users that are created for an identity, and of those that are not.
    static let userLinks = [
        Fault(
            id: "answer-without-identity",
            requirement: "LK-A-SET",
            summary: "The answer to the creation of a user for an identity does not name the identity.",
            effect: .body(.drop("acs_user.user_identity_id"), of: "acs.users.create")
        ),
        Fault(
            id: "created-user-unlisted",
            requirement: "LK-A-IDS",
            summary: "An identity does not list the users that were created for it.",
            effect: .forgets(.userCreation, in: \.links.listedByIdentity)
        ),
        Fault(
            id: "unknown-identity-skipped",
            requirement: "LK-A-404",
            summary: "A user for an unknown identity is created for nobody.",
            effect: .policy(\.links.refusesUnknownIdentity)
        ),
        Fault(
            id: "ghost-after-unknown-identity",
            requirement: "LK-A-404",
            summary: "A creation refused for an unknown identity leaves the user behind.",
            effect: .policy(\.links.createsAllOrNothing)
        ),
        Fault(
            id: "second-user-beside-first",
            requirement: "LK-A-SECOND",
            summary: "A second user may be created for an identity in one access system.",
            effect: .forgets(.userCreation, in: \.links.oneUserPerSystem)
        ),
        Fault(
            id: "user-linked-by-email",
            requirement: "LK-A-NONE",
            summary: "A user created for nobody is linked to the identity with its e-mail address.",
            effect: .policy(\.links.matchesNoIdentity)
        ),
        Fault(
            id: "identity-made-for-user",
            requirement: "LK-A-NONE",
            summary: "A user created for nobody gets an identity of its own.",
            effect: .policy(\.links.makesNoIdentity)
        ),
    ]
}
