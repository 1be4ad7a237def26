import JSON

extension Fault {
    /// Faults of how ids, times and names of an access-system user are written.
    static let userForms = [
        Fault(
            id: "account-id-with-prefix",
            requirement: "AU-IDS",
            summary: "An access-system user names its connected account with a prefix.",
            effect: .body(.rewrite("acs_user.connected_account_id", .prefixed("account_")), of: "acs.users.get")
        ),
        Fault(
            id: "listed-user-ids-with-prefix",
            requirement: "AU-IDS",
            summary: "Ids of access-system users have a prefix in lists.",
            effect: .body(.rewrite("acs_users.*.acs_user_id", .prefixed("user_")), by: "GET")
        ),
        Fault(
            id: "system-id-without-hyphens",
            requirement: "AU-IDS",
            summary: "Listed access-system users name their system without hyphens.",
            effect: .body(.rewrite("acs_users.*.acs_system_id", .replacing("-", by: "")))
        ),
        Fault(
            id: "user-created-without-zone",
            requirement: "AU-CREATED-FMT",
            summary: "The time at which an access-system user was created has no zone when it is listed.",
            effect: .body(.rewrite("acs_users.*.created_at", .first(19)))
        ),
        Fault(
            id: "user-created-on-a-day",
            requirement: "AU-CREATED-FMT",
            summary: "The time at which an access-system user was created is a day.",
            effect: .body(.rewrite("acs_user.created_at", .first(10)), of: "acs.users.create")
        ),
        Fault(
            id: "user-displayed-by-email",
            requirement: "AU-DISPLAY",
            summary: "An access-system user is displayed by its e-mail address though it has a name.",
            effect: .body(.copy("email_address", to: "display_name", in: "acs_user"))
        ),
        Fault(
            id: "user-displayed-by-nothing",
            requirement: "AU-DISPLAY",
            summary: "An access-system user is displayed by an empty text.",
            effect: .body(.replace("acs_user.display_name", ""))
        ),
        Fault(
            id: "user-displayed-in-capitals",
            requirement: "AU-DISPLAY",
            summary: "An access-system user is displayed in capital letters.",
            effect: .body(.rewrite("acs_user.display_name", .uppercased))
        ),
    ]
}
