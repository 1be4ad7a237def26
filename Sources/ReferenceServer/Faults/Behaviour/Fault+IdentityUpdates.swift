import JSON
import SeamModel

extension Fault {
    /// Faults of updating identities.
    static let identityUpdates = [
        Fault(
            id: "update-ignores-email",
            requirement: "UI-UPD-READ",
            summary: "An update of an identity by PATCH does not store a new e-mail address.",
            effect: .misreads(.drop("email_address", where: .not(.null)), of: "user_identities.update", by: "PATCH")
        ),
        Fault(
            id: "update-ignores-phone",
            requirement: "UI-UPD-READ",
            summary: "An update of an identity by PATCH does not store a new phone number.",
            effect: .misreads(.drop("phone_number", where: .not(.null)), of: "user_identities.update", by: "PATCH")
        ),
        Fault(
            id: "update-ignores-key",
            requirement: "UI-UPD-READ",
            summary: "An update of an identity by PATCH does not store a new key.",
            effect: .misreads(.drop("user_identity_key", where: .not(.null)), of: "user_identities.update", by: "PATCH")
        ),
        Fault(
            id: "update-ignores-name",
            requirement: "UI-UPD-READ",
            summary: "An update of an identity by POST does not store a new name.",
            effect: .misreads(.drop("full_name", where: .not(.null)), of: "user_identities.update", by: "POST")
        ),
        Fault(
            id: "update-clears-omitted-email",
            requirement: "UI-UPD-OMIT",
            summary: "An update that is given no e-mail address clears it.",
            effect: .misreads(
                .set("email_address", .null),
                of: "user_identities.update",
                asked: ["email_address": .absent]
            )
        ),
        Fault(
            id: "update-clears-omitted-phone",
            requirement: "UI-UPD-OMIT",
            summary: "An update that is given no phone number clears it.",
            effect: .misreads(
                .set("phone_number", .null),
                of: "user_identities.update",
                asked: ["phone_number": .absent]
            )
        ),
        Fault(
            id: "update-clears-omitted-key",
            requirement: "UI-UPD-OMIT",
            summary: "An update that is given no key clears it.",
            effect: .misreads(
                .set("user_identity_key", .null),
                of: "user_identities.update",
                asked: ["user_identity_key": .absent]
            )
        ),
        Fault(
            id: "update-clears-omitted-name",
            requirement: "UI-UPD-OMIT",
            summary: "An update that is given no name clears it.",
            effect: .misreads(.set("full_name", .null), of: "user_identities.update", asked: ["full_name": .absent])
        ),
        Fault(
            id: "update-keeps-null-email",
            requirement: "UI-UPD-NULL",
            summary: "An update to null keeps the e-mail address.",
            effect: .misreads(.drop("email_address", where: .null), of: "user_identities.update")
        ),
        Fault(
            id: "update-keeps-null-phone",
            requirement: "UI-UPD-NULL",
            summary: "An update to null keeps the phone number.",
            effect: .misreads(.drop("phone_number", where: .null), of: "user_identities.update")
        ),
        Fault(
            id: "update-keeps-null-key",
            requirement: "UI-UPD-NULL",
            summary: "An update to null keeps the key.",
            effect: .misreads(.drop("user_identity_key", where: .null), of: "user_identities.update")
        ),
        Fault(
            id: "update-keeps-null-name",
            requirement: "UI-UPD-NULL",
            summary: "An update to null keeps the name.",
            effect: .misreads(.drop("full_name", where: .null), of: "user_identities.update")
        ),
        Fault(
            id: "empty-update-refused",
            requirement: "UI-UPD-NOOP",
            summary: "An update that names no value is refused.",
            effect: .refuses(
                [
                    "email_address": .absent, "phone_number": .absent, "full_name": .absent,
                    "user_identity_key": .absent,
                ],
                of: "user_identities.update"
            )
        ),
        Fault(
            id: "update-renews-created-at",
            requirement: "UI-ID-IMMUT",
            summary: "An update sets created_at to the time of the call.",
            effect: .policy(\.identities.keepsCreationTime)
        ),
        Fault(
            id: "addition-restarts-identity",
            requirement: "UI-ID-IMMUT",
            summary: "A user that is added sets created_at of its identity to the time of the call.",
            effect: .policy(\.additions.keepsCreationTime)
        ),
        Fault(
            id: "removal-restarts-identity",
            requirement: "UI-ID-IMMUT",
            summary: "A user that is removed sets created_at of its identity to the time of the call.",
            effect: .policy(\.additions.keepsCreationTimeWhenLeft)
        ),
        Fault(
            id: "identity-with-users-later",
            requirement: "UI-ID-IMMUT",
            summary: "An identity with a user of its own shows a created_at that is a second later.",
            effect: .body(
                .rewrite("user_identity.created_at", .moved(.seconds(1))),
                of: "user_identities.get",
                showing: ["user_identity.acs_user_ids": .not(.empty)]
            )
        ),
        Fault(
            id: "update-unknown-accepted",
            requirement: "UI-UPD-404",
            summary: "An update of an unknown id is answered as if it had been made.",
            effect: .accepts(unknownIn: "user_identities.update")
        ),
        Fault(
            id: "update-unknown-creates",
            requirement: "UI-UPD-404",
            summary: "An update of an unknown id makes an identity.",
            effect: .policy(\.identities.createsByCreationOnly)
        ),
        Fault(
            id: "stale-display-name",
            requirement: "UI-DISPLAY-UPDATE",
            summary: "The displayed name stays that of the creation.",
            effect: .policy(\.identities.updatesDisplayName)
        ),
    ]
}
