import SeamModel

extension Fault {
    /// Faults of deleting access-system users.
    static let accessUserDeletion = [
        Fault(
            id: "user-delete-lost",
            requirement: "AU-DEL",
            summary: "A deletion of a user is answered and never made.",
            effect: .loses("acs.users.delete", asked: ["acs_user_id": .present])
        ),
        Fault(
            id: "deleted-user-found",
            requirement: "AU-DEL",
            summary: "A deleted user is still read by its id.",
            effect: .forgets(.byID, in: \.accessUsers.forgottenBy)
        ),
        Fault(
            id: "deleted-user-listed",
            requirement: "AU-DEL-LIST",
            summary: "A deleted user is still listed.",
            effect: .forgets(.list, in: \.accessUsers.forgottenBy)
        ),
        Fault(
            id: "deleted-user-in-group",
            requirement: "AU-DEL-LIST",
            summary: "A deleted user is still listed among those of its access group.",
            effect: .forgets(.group, in: \.accessUsers.forgottenBy)
        ),
        Fault(
            id: "deleted-user-of-identity",
            requirement: "AU-DEL-LIST",
            summary: "The id of a deleted user stays among those of its identity.",
            effect: .forgets(.identity, in: \.accessUsers.forgottenBy)
        ),
        Fault(
            id: "user-delete-takes-identity",
            requirement: "AU-DEL-KEEP-UI",
            summary: "Deleting one of several users of an identity deletes the identity.",
            effect: .policy(\.accessUsers.keepsIdentity)
        ),
        Fault(
            id: "last-user-takes-identity",
            requirement: "AU-DEL-KEEP-UI",
            summary: "Deleting the last user of an identity deletes the identity.",
            effect: .policy(\.accessUsers.keepsIdentityOfLastUser)
        ),
        Fault(
            id: "second-user-delete-accepted",
            requirement: "AU-DEL-TWICE",
            summary: "A second deletion of a user is answered as if it had been made.",
            effect: .policy(\.accessUsers.deletesOnce)
        ),
        Fault(
            id: "pair-delete-takes-all",
            requirement: "AU-DEL-PAIR",
            summary: "Deleting the user of an identity in one access system deletes its users in all of them.",
            effect: .policy(\.accessUsers.deletesOneOfPair)
        ),
        Fault(
            id: "pair-delete-lost",
            requirement: "AU-DEL-PAIR",
            summary: "Deleting the user of an identity in an access system is answered and never done.",
            effect: .loses("acs.users.delete", asked: ["user_identity_id": .present, "acs_user_id": .absent])
        ),
        Fault(
            id: "user-revived",
            requirement: "AU-DEL-RECREATE",
            summary: "A new user with the e-mail address of a deleted one gets its id.",
            effect: .policy(\.accessUsers.givesNewIDs)
        ),
        Fault(
            id: "deleted-user-keeps-email",
            requirement: "AU-DEL-RECREATE",
            summary: "A new user with the e-mail address of a deleted one is refused.",
            effect: .policy(\.accessUsers.freesEmail)
        ),
    ]
}
