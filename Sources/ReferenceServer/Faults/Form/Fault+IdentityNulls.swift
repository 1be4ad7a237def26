import JSON

extension Fault {
    /// Faults of values that an identity may have, or need not have.
    static let identityNulls = [
        Fault(
            id: "refuse-null-email",
            requirement: "UI-V-NULLS",
            summary: "An identity can't be created with an email_address of null.",
            effect: .refuses(["email_address": .null], of: "user_identities.create")
        ),
        Fault(
            id: "refuse-null-phone",
            requirement: "UI-V-NULLS",
            summary: "An identity can't be created with a phone_number of null.",
            effect: .refuses(["phone_number": .null], of: "user_identities.create")
        ),
        Fault(
            id: "refuse-null-name",
            requirement: "UI-V-NULLS",
            summary: "An identity can't be created with a full_name of null.",
            effect: .refuses(["full_name": .null], of: "user_identities.create")
        ),
        Fault(
            id: "refuse-null-key",
            requirement: "UI-V-NULLS",
            summary: "An identity can't be created with a user_identity_key of null.",
            effect: .refuses(["user_identity_key": .null], of: "user_identities.create")
        ),
        Fault(
            id: "null-name-as-word",
            requirement: "UI-V-NULLS",
            summary: "A full_name of null becomes the name null.",
            effect: .misreads(.replace("full_name", "null", where: .null), of: "user_identities.create")
        ),
        Fault(
            id: "name-alone-not-enough",
            requirement: "UI-V-FULLNAME-ONLY",
            summary: "A name alone is not enough for an identity.",
            effect: .refuses(
                [
                    "full_name": .present, "email_address": .absent, "phone_number": .absent,
                    "user_identity_key": .absent,
                ],
                of: "user_identities.create"
            )
        ),
        Fault(
            id: "key-alone-not-enough",
            requirement: "UI-V-KEY-ONLY",
            summary: "A key alone is not enough for an identity.",
            effect: .refuses(
                [
                    "user_identity_key": .present, "full_name": .absent, "email_address": .absent,
                    "phone_number": .absent, "acs_system_ids": .absent,
                ],
                of: "user_identities.create"
            )
        ),
        Fault(
            id: "email-alone-not-enough",
            requirement: "UI-V-EMAIL-ONLY",
            summary: "An e-mail address alone is not enough for an identity.",
            effect: .refuses(
                [
                    "email_address": .present, "full_name": .absent, "user_identity_key": .absent,
                    "phone_number": .absent, "acs_system_ids": .absent,
                ],
                of: "user_identities.create"
            )
        ),
    ]
}
