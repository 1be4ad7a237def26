import SeamModel

extension Fault {
    /// Faults of creations that are refused, and of those that should be.
    static let identityCreation = [
        Fault(
            id: "ghost-after-failed-create",
            requirement: "UI-V-ATOMIC",
            summary: "A creation refused for an unknown access system leaves the identity behind.",
            effect: .policy(\.identities.createsAllOrNothing)
        ),
        Fault(
            id: "unknown-system-skipped",
            requirement: "UI-V-ACSIDS-UNKNOWN",
            summary: "A creation passes over access systems that do not exist.",
            effect: .policy(\.identities.refusesUnknownSystems)
        ),
        Fault(
            id: "ghost-after-clash",
            requirement: "UI-V-ATOMIC",
            summary: "A creation refused for a value that is taken leaves an identity with the rest behind.",
            effect: .policy(\.identities.leavesNoGhost)
        ),
        Fault(
            id: "clash-renames-holder",
            requirement: "UI-V-ATOMIC",
            summary: "A creation refused for a value that is taken gives its name to the identity that has the value.",
            effect: .policy(\.identities.sparesHolder)
        ),
        Fault(
            id: "clash-makes-users",
            requirement: "UI-UNIQ-NO-SIDE",
            summary: "A creation refused for a value that is taken has made its access-system users before.",
            effect: .policy(\.identities.makesNoUsersWhenRefused)
        ),
        Fault(
            id: "clash-makes-strangers",
            requirement: "UI-UNIQ-NO-SIDE",
            summary: "A creation refused for a value that is taken makes users where nobody matches.",
            effect: .policy(\.identities.makesNoStrangersWhenRefused)
        ),
        Fault(
            id: "clash-links-users",
            requirement: "UI-UNIQ-NO-SIDE",
            summary: "A creation refused for a value that is taken links matching users to the identity that has it.",
            effect: .policy(\.identities.linksNobodyWhenRefused)
        ),
        Fault(
            id: "repeated-create-accepted",
            requirement: "ID-POST-TWICE",
            summary: "A creation that repeats another word by word is answered with the identity of the first.",
            effect: .policy(\.identities.refusesRepetition)
        ),
    ]
}
