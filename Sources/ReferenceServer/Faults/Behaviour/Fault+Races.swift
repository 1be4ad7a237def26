import SeamModel

extension Fault {
    /// Faults of calls at once: each looks first and stores later, with others between.
    static let races = [
        Fault(
            id: "race-for-email",
            requirement: "UI-UNIQ-RACE",
            summary: "A creation looks whether an e-mail address is taken and stores the identity later.",
            effect: .races("user_identities.create") { $0.uniqueness.checkedOnCreation.remove(.emailAddress) }
        ),
        Fault(
            id: "race-for-phone",
            requirement: "UI-UNIQ-RACE",
            summary: "A creation looks whether a phone number is taken and stores the identity later.",
            effect: .races("user_identities.create") { $0.uniqueness.checkedOnCreation.remove(.phoneNumber) }
        ),
        Fault(
            id: "race-for-key",
            requirement: "UI-UNIQ-RACE",
            summary: "A creation looks whether a key is taken and stores the identity later.",
            effect: .races("user_identities.create") { $0.uniqueness.checkedOnCreation.remove(.key) }
        ),
        Fault(
            id: "race-update-to-email",
            requirement: "UI-UNIQ-RACE-UPD",
            summary: "An update looks whether an e-mail address is taken and stores it later.",
            effect: .races("user_identities.update") { $0.uniqueness.checkedOnUpdate.remove(.emailAddress) }
        ),
        Fault(
            id: "race-update-to-phone",
            requirement: "UI-UNIQ-RACE-UPD",
            summary: "An update looks whether a phone number is taken and stores it later.",
            effect: .races("user_identities.update") { $0.uniqueness.checkedOnUpdate.remove(.phoneNumber) }
        ),
        Fault(
            id: "race-update-to-key",
            requirement: "UI-UNIQ-RACE-UPD",
            summary: "An update looks whether a key is taken and stores it later.",
            effect: .races("user_identities.update") { $0.uniqueness.checkedOnUpdate.remove(.key) }
        ),
        Fault(
            id: "race-to-link",
            requirement: "CC-LINK-SAME",
            summary: "An addition looks whether a user has an identity and links it later.",
            effect: .races("user_identities.add_acs_user") { $0.additions.refusesLinkedUsers = false }
        ),
        Fault(
            id: "race-to-match",
            requirement: "CC-LINK-SAME",
            summary: "A creation looks which users match and are free, and links them later.",
            effect: .races("user_identities.create", by: Race.recallMatches)
        ),
        Fault(
            id: "race-for-new-key",
            requirement: "CC-ADDKEY-RACE",
            summary: "An addition by a new key looks whether there is an identity with it and makes one later.",
            effect: .races("user_identities.add_acs_user", by: Race.recallFreeKey)
        ),
        Fault(
            id: "race-into-group",
            requirement: "CC-GROUP-RACE",
            summary: "An addition to an access group looks whether the user is in it and stores the membership later.",
            effect: .races("acs.users.add_to_access_group", "acs.access_groups.add_user") {
                $0.groups.listsMembersOnce = false
            }
        ),
        Fault(
            id: "race-to-delete-identity",
            requirement: "CC-DEL-RACE",
            summary: "A deletion of an identity fails with 500 when another one comes first.",
            effect: .races("user_identities.delete", failure: .crash)
        ),
        Fault(
            id: "race-to-delete-user",
            requirement: "CC-DEL-RACE",
            summary: "A deletion of an access-system user fails with 500 when another one comes first.",
            effect: .races("acs.users.delete", failure: .crash)
        ),
        Fault(
            id: "race-for-users",
            requirement: "CC-LINK-RACE",
            summary: "A creation looks which id is free for an access-system user and makes the user later.",
            effect: .races("user_identities.create", by: Race.recallFreeIDs)
        ),
    ]
}
