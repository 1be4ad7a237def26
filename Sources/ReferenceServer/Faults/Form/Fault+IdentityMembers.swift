import JSON

extension Fault {
    /// Faults of members that are null, empty or lack something.
    static let identityMembers = [
        Fault(
            id: "omit-null-email",
            requirement: "UI-NULL-PRESENT",
            summary: "An identity that is read leaves out an email_address of null.",
            effect: .body(.drop("user_identity.email_address", where: .null), of: "user_identities.get")
        ),
        Fault(
            id: "omit-null-phone",
            requirement: "UI-NULL-PRESENT",
            summary: "A created identity leaves out a phone_number of null.",
            effect: .body(.drop("user_identity.phone_number", where: .null), of: "user_identities.create")
        ),
        Fault(
            id: "omit-null-key",
            requirement: "UI-NULL-PRESENT",
            summary: "Listed identities leave out a user_identity_key of null.",
            effect: .body(.drop("user_identities.*.user_identity_key", where: .null), of: "user_identities.list")
        ),
        Fault(
            id: "name-of-nobody",
            requirement: "UI-NULL-PRESENT",
            summary: "An identity without a name is called unknown.",
            effect: .body(.replace("user_identity.full_name", "unknown", where: .null))
        ),
        Fault(
            id: "errors-null",
            requirement: "UI-ARRAYS",
            summary: "A created identity has null for errors when there are none.",
            effect: .body(.replace("user_identity.errors", .null, where: .empty), of: "user_identities.create")
        ),
        Fault(
            id: "warnings-null",
            requirement: "UI-ARRAYS",
            summary: "Listed identities have null for warnings when there are none.",
            effect: .body(.replace("user_identities.*.warnings", .null, where: .empty))
        ),
        Fault(
            id: "acs-user-ids-null",
            requirement: "UI-ARRAYS",
            summary: "An identity that is read has null for acs_user_ids when there are none.",
            effect: .body(.replace("user_identity.acs_user_ids", .null, where: .empty), of: "user_identities.get")
        ),
        Fault(
            id: "error-without-system",
            requirement: "UI-ERR-ITEM",
            summary: "An error of an identity lacks the access system.",
            effect: .body(
                .copy("acs_user_ids", to: "errors", in: "user_identity"),
                .embed("user_identity.errors.*", as: "acs_user_id", beside: trouble),
                .drop("user_identity.errors.*.acs_system_id"),
                of: "user_identities.get"
            )
        ),
        Fault(
            id: "error-of-other-code",
            requirement: "AU-ENUMS",
            summary: "An error of an identity has a code that is not published.",
            effect: .body(
                .copy("acs_user_ids", to: "errors", in: "user_identity"),
                .embed("user_identity.errors.*", as: "acs_user_id", beside: trouble),
                .replace("user_identity.errors.*.error_code", "acs_user_trouble"),
                of: "user_identities.get"
            )
        ),
        Fault(
            id: "warning-without-message",
            requirement: "UI-WARN-ITEM",
            summary: "A warning of an identity lacks its message.",
            effect: .body(
                .set(
                    "user_identity.warnings",
                    [["warning_code": "being_deleted", "created_at": "2026-03-01T10:40:00Z"]]
                ),
                of: "user_identities.get",
                showing: ["user_identity.acs_user_ids": .not(.empty)]
            )
        ),
        Fault(
            id: "warning-of-other-code",
            requirement: "AU-ENUMS",
            summary: "A warning of an identity has a code that is not published.",
            effect: .body(.replace("user_identity.warnings.*.warning_code", "profile_mismatch"))
        ),
        Fault(
            id: "warning-time-without-zone",
            requirement: "UI-WARN-ITEM",
            summary: "The time of a warning of an identity has no zone.",
            effect: .body(.rewrite("user_identity.warnings.*.created_at", .first(19)))
        ),
        Fault(
            id: "warning-without-code",
            requirement: "UI-CODE-PRESENT",
            summary: "A warning of an identity lacks its code, as in the example of the documentation.",
            effect: .body(.drop("user_identity.warnings.*.warning_code"))
        ),
        Fault(
            id: "two-errors-for-one-user",
            requirement: "UI-ERR-PER-USER",
            summary: "An identity has two errors for the same access-system user.",
            effect: .body(
                .copy("acs_user_ids", to: "errors", in: "user_identity"),
                .embed("user_identity.errors.*", as: "acs_user_id", beside: trouble),
                .double("user_identity.errors"),
                of: "user_identities.get"
            )
        ),
    ]

    /// What an error of an identity says beside the access-system user.
    private static let trouble: JSONValue = [
        "error_code": "issue_with_acs_user", "created_at": "2026-03-01T10:40:00Z",
        "message": "a user could not be made",
        "acs_system_id": "1b0f7f9c-4b8a-4e4f-87b0-a00c6b2c1f9a",
    ]
}
