import SeamModel

extension Fault {
    /// Faults of deleting identities.
    static let identityDeletion = [
        Fault(
            id: "delete-lost",
            requirement: "UI-DEL",
            summary: "A deletion of an identity is answered and never made.",
            effect: .loses("user_identities.delete")
        ),
        Fault(
            id: "deleted-found-by-id",
            requirement: "UI-DEL",
            summary: "A deleted identity is still read by its id.",
            effect: .forgets(.byID, in: \.identities.forgottenBy)
        ),
        Fault(
            id: "deleted-found-by-key",
            requirement: "UI-DEL",
            summary: "A deleted identity is still read by its key.",
            effect: .forgets(.byKey, in: \.identities.forgottenBy)
        ),
        Fault(
            id: "deleted-still-listed",
            requirement: "UI-DEL-LIST",
            summary: "A deleted identity is still listed.",
            effect: .forgets(.list, in: \.identities.forgottenBy)
        ),
        Fault(
            id: "orphan-users",
            requirement: "UI-DEL-AU",
            summary: "Deleting an identity leaves its users.",
            effect: .policy(\.identities.deletesUsers)
        ),
        Fault(
            id: "second-user-left",
            requirement: "UI-DEL-AU",
            summary: "Deleting an identity deletes only the first of its users.",
            effect: .policy(\.identities.deletesEveryUser)
        ),
        Fault(
            id: "sessions-outlive-identity",
            requirement: "UI-DEL-CS",
            summary: "The client sessions of a deleted identity go on working.",
            effect: .policy(\.identities.endsSessions)
        ),
        Fault(
            id: "delete-needs-clean-up",
            requirement: "UI-DEL-NOBLOCK",
            summary: "An identity with access-system users can not be deleted.",
            effect: .policy(\.identities.deletesWithoutCleanUp)
        ),
        Fault(
            id: "delete-takes-unlinked-users",
            requirement: "UI-DEL-UNLINKED",
            summary: "Deleting an identity deletes users that were unlinked from it before.",
            effect: .policy(\.identities.sparesUnlinkedUsers)
        ),
        Fault(
            id: "delete-takes-users-of-same-name",
            requirement: "UI-DEL-NO-CROSS",
            summary: "Deleting an identity deletes every access-system user with its name.",
            effect: .policy(\.identities.sparesUsersOfSameName)
        ),
        Fault(
            id: "delete-takes-users-of-same-email",
            requirement: "UI-DEL-NO-CROSS",
            summary: "Deleting an identity deletes every access-system user with its e-mail address.",
            effect: .policy(\.identities.sparesUsersOfSameEmail)
        ),
        Fault(
            id: "delete-takes-namesakes",
            requirement: "UI-DEL-NO-CROSS",
            summary: "Deleting an identity deletes all identities of its name.",
            effect: .policy(\.identities.sparesNamesakes)
        ),
        Fault(
            id: "second-delete-accepted",
            requirement: "UI-DEL-TWICE",
            summary: "A second deletion of an identity is answered as if it had been made.",
            effect: .policy(\.identities.deletesOnce)
        ),
        Fault(
            id: "delete-unknown-accepted",
            requirement: "UI-DEL-404",
            summary: "A deletion of an unknown id is answered as if it had been made.",
            effect: .accepts(unknownIn: "user_identities.delete")
        ),
    ]
}
