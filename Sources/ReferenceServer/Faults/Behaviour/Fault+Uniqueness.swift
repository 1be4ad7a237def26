import SeamModel

extension Fault {
    /// Faults of values that only one identity may have.
    static let uniqueness = [
        Fault(
            id: "accept-second-email",
            requirement: "UI-UNIQ-EMAIL",
            summary: "Two identities may be created with one e-mail address.",
            effect: .forgets(.emailAddress, in: \.uniqueness.checkedOnCreation)
        ),
        Fault(
            id: "accept-second-phone",
            requirement: "UI-UNIQ-PHONE",
            summary: "Two identities may be created with one phone number.",
            effect: .forgets(.phoneNumber, in: \.uniqueness.checkedOnCreation)
        ),
        Fault(
            id: "accept-second-key",
            requirement: "UI-UNIQ-KEY",
            summary: "Two identities may be created with one key.",
            effect: .forgets(.key, in: \.uniqueness.checkedOnCreation)
        ),
        Fault(
            id: "accept-second-email-beside-key",
            requirement: "UI-UNIQ-EMAIL",
            summary: "E-mail addresses and phone numbers that are taken are accepted beside a new key.",
            effect: .policy(\.uniqueness.looksBesideKey)
        ),
        Fault(
            id: "update-to-taken-email",
            requirement: "UI-UNIQ-UPD",
            summary: "An update to an e-mail address that another identity has is accepted.",
            effect: .forgets(.emailAddress, in: \.uniqueness.checkedOnUpdate)
        ),
        Fault(
            id: "update-to-taken-phone",
            requirement: "UI-UNIQ-UPD",
            summary: "An update to a phone number that another identity has is accepted.",
            effect: .forgets(.phoneNumber, in: \.uniqueness.checkedOnUpdate)
        ),
        Fault(
            id: "update-to-taken-key",
            requirement: "UI-UNIQ-UPD",
            summary: "An update to a key that another identity has is accepted.",
            effect: .forgets(.key, in: \.uniqueness.checkedOnUpdate)
        ),
        Fault(
            id: "refused-update-renames",
            requirement: "UI-UNIQ-UPD",
            summary: "An update refused for a value that is taken changes the name all the same.",
            effect: .policy(\.identities.updatesAllOrNothing)
        ),
        Fault(
            id: "clash-as-not-found",
            requirement: "UI-UNIQ-STATUS",
            summary: "A creation with a value that is taken is refused with 404.",
            effect: .refuses("user_identities.create", status: 404, insteadOf: 409...409)
        ),
        Fault(
            id: "one-null-email",
            requirement: "UI-UNIQ-NULLS",
            summary: "Only one identity may be created without e-mail address by an explicit null.",
            effect: .forgets(.emailAddress, in: \.uniqueness.manyNulls)
        ),
        Fault(
            id: "one-null-phone",
            requirement: "UI-UNIQ-NULLS",
            summary: "Only one identity may be created without phone number by an explicit null.",
            effect: .forgets(.phoneNumber, in: \.uniqueness.manyNulls)
        ),
        Fault(
            id: "one-null-key",
            requirement: "UI-UNIQ-NULLS",
            summary: "Only one identity may be created without key by an explicit null.",
            effect: .forgets(.key, in: \.uniqueness.manyNulls)
        ),
        Fault(
            id: "unique-names",
            requirement: "UI-UNIQ-NAME",
            summary: "A creation with the name of another identity is refused.",
            effect: .policy(\.uniqueness.sharesNames)
        ),
        Fault(
            id: "key-held-against-emails",
            requirement: "UI-UNIQ-INDEP",
            summary: "A key is refused when it is the e-mail address of an identity.",
            effect: .policy(\.uniqueness.comparesWithinField)
        ),
        Fault(
            id: "own-email-taken",
            requirement: "UI-UNIQ-UPD-SELF",
            summary: "An identity's own e-mail address counts as taken when it is updated.",
            effect: .forgets(.emailAddress, in: \.uniqueness.ownedByHolder)
        ),
        Fault(
            id: "own-phone-taken",
            requirement: "UI-UNIQ-UPD-SELF",
            summary: "An identity's own phone number counts as taken when it is updated.",
            effect: .forgets(.phoneNumber, in: \.uniqueness.ownedByHolder)
        ),
        Fault(
            id: "own-key-taken",
            requirement: "UI-UNIQ-UPD-SELF",
            summary: "An identity's own key counts as taken when it is updated.",
            effect: .forgets(.key, in: \.uniqueness.ownedByHolder)
        ),
    ]
}
