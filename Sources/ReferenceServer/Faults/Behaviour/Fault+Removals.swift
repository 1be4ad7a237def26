import SeamModel

extension Fault {
    /// Faults of removing users from identities.
    static let removals = [
        Fault(
            id: "removed-user-names-identity",
            requirement: "LK-REM",
            summary: "A removed user goes on naming the identity.",
            effect: .policy(\.additions.clearsUser)
        ),
        Fault(
            id: "removed-user-listed",
            requirement: "LK-REM",
            summary: "The identity goes on listing a removed user.",
            effect: .policy(\.additions.clearsIdentity)
        ),
        Fault(
            id: "removal-lost",
            requirement: "LK-REM",
            summary: "Removing a user is answered and never done.",
            effect: .loses("user_identities.remove_acs_user")
        ),
        Fault(
            id: "removal-answers-not-found",
            requirement: "UI-UPD-VOID",
            summary: "Removing a user answers 404 when it is done, since the link is gone.",
            effect: .denies("user_identities.remove_acs_user", status: 404, type: "acs_user_not_found")
        ),
        Fault(
            id: "removal-deletes-user",
            requirement: "LK-REM-KEEP",
            summary: "Removing a user deletes it.",
            effect: .policy(\.additions.keepsUser)
        ),
        Fault(
            id: "removal-deletes-identity",
            requirement: "LK-REM-KEEP",
            summary: "Removing the last user of an identity deletes the identity.",
            effect: .policy(\.additions.keepsIdentity)
        ),
        Fault(
            id: "removal-from-others",
            requirement: "LK-REM-NOTLINKED",
            summary: "A user is removed from its identity though another one was named.",
            effect: .policy(\.additions.sparesOthers)
        ),
        Fault(
            id: "removed-user-may-not-return",
            requirement: "LK-REM-READD",
            summary: "A removed user can not be added to the same identity again.",
            effect: .policy(\.additions.acceptsReturn)
        ),
        Fault(
            id: "removed-user-may-not-move",
            requirement: "LK-REM-READD",
            summary: "A removed user can not be added to another identity.",
            effect: .policy(\.additions.releasesUser)
        ),
    ]
}
