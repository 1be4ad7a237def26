import JSON

extension Fault {
    /// Faults of where an access-system user stands in an answer, and what it lacks.
    static let userEnvelope = [
        Fault(
            id: "created-user-elsewhere",
            requirement: "AU-CREATE",
            summary: "A created access-system user stands under user.",
            effect: .body(.rename("acs_user", to: "user"), of: "acs.users.create")
        ),
        Fault(
            id: "created-user-not-shown",
            requirement: "AU-CREATE",
            summary: "A created access-system user is not shown.",
            effect: .body(.drop("acs_user"), of: "acs.users.create")
        ),
        Fault(
            id: "drop-is-managed",
            requirement: "AU-MANAGED",
            summary: "A created access-system user lacks is_managed.",
            effect: .body(.drop("acs_user.is_managed"), of: "acs.users.create")
        ),
        Fault(
            id: "user-not-managed",
            requirement: "AU-MANAGED",
            summary: "An access-system user that is read is not managed.",
            effect: .body(.replace("acs_user.is_managed", false), of: "acs.users.get")
        ),
        Fault(
            id: "listed-user-not-managed",
            requirement: "AU-MANAGED",
            summary: "Listed access-system users are not managed.",
            effect: .body(.replace("acs_users.*.is_managed", false))
        ),
        Fault(
            id: "drop-last-sync",
            requirement: "AU-SCHEMA",
            summary: "An access-system user that was never synced lacks last_successful_sync_at.",
            effect: .body(.drop("acs_user.last_successful_sync_at", where: .null))
        ),
        Fault(
            id: "drop-account-of-listed",
            requirement: "AU-SCHEMA",
            summary: "Listed access-system users lack connected_account_id.",
            effect: .body(.drop("acs_users.*.connected_account_id"))
        ),
        Fault(
            id: "drop-warnings-of-user",
            requirement: "AU-SCHEMA",
            summary: "A created access-system user lacks warnings.",
            effect: .body(.drop("acs_user.warnings"), of: "acs.users.create")
        ),
        Fault(
            id: "suspension-as-text",
            requirement: "AU-SCHEMA",
            summary: "Whether an access-system user is suspended is a text.",
            effect: .body(.retype("acs_user.is_suspended"), of: "acs.users.get")
        ),
        Fault(
            id: "user-errors-as-object",
            requirement: "AU-SCHEMA",
            summary: "The errors of a listed access-system user are an object.",
            effect: .body(.replace("acs_users.*.errors", [:], where: .empty))
        ),
    ]
}
