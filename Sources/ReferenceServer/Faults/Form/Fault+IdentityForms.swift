import JSON

extension Fault {
    /// Faults of how ids and times of an identity are written.
    static let identityForms = [
        Fault(
            id: "listed-ids-with-prefix",
            requirement: "UI-ID-UUID",
            summary: "Ids of identities have a prefix in lists.",
            effect: .body(.rewrite("user_identities.*.user_identity_id", .prefixed("ui_")), by: "GET")
        ),
        Fault(
            id: "linked-ids-without-hyphens",
            requirement: "UI-ID-UUID",
            summary: "Ids of an identity's users are written without hyphens.",
            effect: .body(.rewrite("user_identity.acs_user_ids.*", .replacing("-", by: "")), of: "user_identities.get")
        ),
        Fault(
            id: "workspace-id-with-prefix",
            requirement: "UI-ID-UUID",
            summary: "Listed identities name their workspace with a prefix.",
            effect: .body(.rewrite("user_identities.*.workspace_id", .prefixed("ws_")))
        ),
        Fault(
            id: "one-id-for-names-and-phones",
            requirement: "UI-ID-UNIQUE",
            summary: "Identities that are created with nothing but a name and a phone number get the same id.",
            effect: .body(
                .replace("user_identity.user_identity_id", "7d0b4a66-9d5c-4f0d-8b3c-4a5e5e1f3d0a"),
                of: "user_identities.create",
                asked: [
                    "full_name": .present, "phone_number": .present, "user_identity_key": .absent,
                    "email_address": .absent, "acs_system_ids": .absent,
                ]
            )
        ),
        Fault(
            id: "created-at-without-zone",
            requirement: "UI-CREATED-FMT",
            summary: "The time at which an identity was created has no zone when it is listed.",
            effect: .body(.rewrite("user_identities.*.created_at", .first(19)))
        ),
        Fault(
            id: "created-at-with-space",
            requirement: "UI-CREATED-FMT",
            summary: "The time at which an identity was created has a space for the T.",
            effect: .body(.rewrite("user_identities.*.created_at", .replacing("T", by: " ")), by: "POST")
        ),
        Fault(
            id: "created-on-a-day",
            requirement: "UI-CREATED-FMT",
            summary: "The time at which an identity was created is a day when it is listed by GET.",
            effect: .body(.rewrite("user_identities.*.created_at", .first(10)), by: "GET")
        ),
        Fault(
            id: "created-at-slow-clock",
            requirement: "UI-CREATED-NOW",
            summary: "The clock that says when an identity was created is twenty minutes slow.",
            effect: .body(.rewrite("user_identity.created_at", .moved(.seconds(-20 * 60))))
        ),
    ]
}
