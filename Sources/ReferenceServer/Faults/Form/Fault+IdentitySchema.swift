import JSON

extension Fault {
    /// Faults of where an identity stands in an answer.
    static let identityEnvelope = [
        Fault(
            id: "created-identity-elsewhere",
            requirement: "UI-CREATE",
            summary: "A created identity stands under data.",
            effect: .body(.rename("user_identity", to: "data"), of: "user_identities.create")
        ),
        Fault(
            id: "created-identity-not-shown",
            requirement: "UI-CREATE",
            summary: "A created identity is not shown.",
            effect: .body(.drop("user_identity"), of: "user_identities.create")
        ),
        Fault(
            id: "drop-acs-user-ids",
            requirement: "UI-SCHEMA-BASE",
            summary: "A created identity lacks acs_user_ids.",
            effect: .body(.drop("user_identity.acs_user_ids"), of: "user_identities.create")
        ),
        Fault(
            id: "drop-workspace-of-listed",
            requirement: "UI-SCHEMA-BASE",
            summary: "Listed identities lack workspace_id.",
            effect: .body(.drop("user_identities.*.workspace_id"), of: "user_identities.list")
        ),
        Fault(
            id: "drop-errors-of-second",
            requirement: "UI-SCHEMA-BASE",
            summary: "The second of listed identities lacks errors.",
            effect: .body(.drop("user_identities.1.errors"), of: "user_identities.list")
        ),
        Fault(
            id: "drop-warnings-without-users",
            requirement: "UI-SCHEMA-BASE",
            summary: "An identity that is read lacks warnings when it has none.",
            effect: .body(.drop("user_identity.warnings", where: .empty), of: "user_identities.get")
        ),
        Fault(
            id: "display-name-as-boolean",
            requirement: "UI-SCHEMA-BASE",
            summary: "The displayed name of a listed identity is a Boolean.",
            effect: .body(.replace("user_identities.*.display_name", true), of: "user_identities.list", by: "GET")
        ),
        Fault(
            id: "time-as-number",
            requirement: "UI-SCHEMA-BASE",
            summary: "The time at which an identity was created is a number of seconds.",
            effect: .body(.replace("user_identity.created_at", 1_774_000_000), of: "user_identities.get")
        ),
        Fault(
            id: "no-merged-members",
            requirement: "UI-SCHEMA-MERGED",
            summary: "Identities lack merged_user_identity_ids and merged_user_identity_keys.",
            effect: .body(
                .drop("user_identity.merged_user_identity_ids"),
                .drop("user_identity.merged_user_identity_keys")
            )
        ),
        Fault(
            id: "merged-ids-null",
            requirement: "UI-SCHEMA-MERGED",
            summary: "Listed identities have null for merged_user_identity_ids when nothing was merged.",
            effect: .body(.replace("user_identities.*.merged_user_identity_ids", .null, where: .empty))
        ),
        Fault(
            id: "merged-keys-as-text",
            requirement: "UI-SCHEMA-MERGED",
            summary: "The merged_user_identity_keys of an identity are one text.",
            effect: .body(.replace("user_identity.merged_user_identity_keys", "", where: .empty))
        ),
    ]
}
