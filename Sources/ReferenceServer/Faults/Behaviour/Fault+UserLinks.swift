import SeamModel

extension Fault {
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
