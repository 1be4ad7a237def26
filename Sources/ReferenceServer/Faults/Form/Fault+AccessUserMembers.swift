import JSON

extension Fault {
    /// Faults of members of an access-system user that should not be there, or not so.
    static let userMembers = [
        Fault(
            id: "account-of-nobody",
            requirement: "AU-CONNECTED",
            summary: "An access-system user names another connected account than its system's.",
            effect: .body(.copy("acs_system_id", to: "connected_account_id", in: "acs_user"))
        ),
        Fault(
            id: "null-email-of-user",
            requirement: "AU-OMIT",
            summary: "A created access-system user without an e-mail address has one of null.",
            effect: .body(.complete("acs_user", with: ["email_address": .null]), of: "acs.users.create")
        ),
        Fault(
            id: "null-phone-of-user",
            requirement: "AU-OMIT",
            summary: "An access-system user without a phone number has one of null.",
            effect: .body(.complete("acs_user", with: ["phone_number": .null]))
        ),
        Fault(
            id: "null-identity-of-listed-user",
            requirement: "AU-OMIT",
            summary: "Listed access-system users without an identity have a user_identity_id of null.",
            effect: .body(.complete("acs_users.*", with: ["user_identity_id": .null]))
        ),
        Fault(
            id: "null-schedule",
            requirement: "AU-OMIT",
            summary: "An access-system user that is read has null for the access_schedule that it does not have.",
            effect: .body(.complete("acs_user", with: ["access_schedule": .null]), of: "acs.users.get")
        ),
        Fault(
            id: "old-email-alone",
            requirement: "AU-EMAIL-BOTH",
            summary: "Access-system users that are listed by GET have their e-mail address under the old name alone.",
            effect: .body(.drop("acs_users.*.email_address"), of: "acs.users.list", by: "GET")
        ),
        Fault(
            id: "old-email-differs",
            requirement: "AU-EMAIL-BOTH",
            summary: "The old e-mail address of listed access-system users is written in capital letters.",
            effect: .body(.rewrite("acs_users.*.email", .uppercased))
        ),
        Fault(
            id: "old-email-in-request-ignored",
            requirement: "AU-EMAIL-ALIAS",
            summary: "An e-mail address under its old name is passed over.",
            effect: .misreads(.drop("email", where: .contains("@")), of: "acs.users.create")
        ),
        Fault(
            id: "old-email-wins",
            requirement: "AU-EMAIL-ALIAS",
            summary: "The e-mail address under its old name counts when both are given.",
            effect: .misreads(.copy("email", to: "email_address"), of: "acs.users.create")
        ),
        Fault(
            id: "invented-email",
            requirement: "AU-NO-INVENT",
            summary: "An access-system user without an e-mail address shows one of the access system.",
            effect: .body(.complete("acs_user", with: ["email_address": "unknown@access.example"]))
        ),
        Fault(
            id: "invented-old-email",
            requirement: "AU-NO-INVENT",
            summary: "A created access-system user without an e-mail address shows one under the old name.",
            effect: .body(.complete("acs_user", with: ["email": "unknown@access.example"]), of: "acs.users.create")
        ),
        Fault(
            id: "invented-phone",
            requirement: "AU-NO-INVENT",
            summary: "An access-system user without a phone number shows zeros.",
            effect: .body(.complete("acs_user", with: ["phone_number": "+10000000000"]), of: "acs.users.create")
        ),
        Fault(
            id: "user-born-suspended",
            requirement: "AU-SUSP-FALSE",
            summary: "A created access-system user is suspended.",
            effect: .body(.replace("acs_user.is_suspended", true), of: "acs.users.create")
        ),
        Fault(
            id: "mutations-as-object",
            requirement: "AU-PENDING",
            summary: "The pending mutations of an access-system user are an object.",
            effect: .body(.replace("acs_user.pending_mutations", [:], where: .empty))
        ),
        Fault(
            id: "mutation-of-other-kind",
            requirement: "AU-PENDING",
            summary: "A pending mutation of a created access-system user is of a kind that is not published.",
            effect: .body(.set("acs_user.pending_mutations", [mutation("provisioning")]), of: "acs.users.create")
        ),
        Fault(
            id: "mutation-without-ends",
            requirement: "AU-PENDING",
            summary: "A pending change of an access-system user's values says neither from what nor to what.",
            effect: .body(
                .set("acs_user.pending_mutations", [mutation("updating_user_information")]),
                of: "acs.users.get"
            )
        ),
        Fault(
            id: "external-type-unknown",
            requirement: "AU-ENUMS",
            summary: "The external_type of an access-system user is not a published one.",
            effect: .body(.replace("acs_user.external_type", "card_holder"))
        ),
        Fault(
            id: "external-type-in-capitals",
            requirement: "AU-ENUMS",
            summary: "The external_type of listed access-system users is written in capital letters.",
            effect: .body(.rewrite("acs_users.*.external_type", .uppercased))
        ),
        Fault(
            id: "user-error-code-unknown",
            requirement: "AU-ENUMS",
            summary: "An error of a created access-system user has a code that is not published.",
            effect: .body(
                .set(
                    "acs_user.errors",
                    [["error_code": "sync_failed", "created_at": "2026-03-01T10:40:00Z", "message": "not synced"]]
                ),
                of: "acs.users.create"
            )
        ),
    ]

    /// A pending mutation with no more than all of them have.
    private static func mutation(_ code: String) -> JSONValue {
        [
            "mutation_code": .string(code), "created_at": "2026-03-01T10:40:00Z",
            "message": "the access system has not been told yet",
        ]
    }
}
