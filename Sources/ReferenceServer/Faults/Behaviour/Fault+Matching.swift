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
}
