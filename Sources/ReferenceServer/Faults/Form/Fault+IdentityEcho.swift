import JSON

extension Fault {
    /// Faults of how the values of an identity come back.
    static let identityEcho = [
        Fault(
            id: "email-in-small-letters",
            requirement: "UI-ECHO",
            summary: "An e-mail address comes back in small letters.",
            effect: .body(.rewrite("user_identity.email_address", .lowercased))
        ),
        Fault(
            id: "key-in-small-letters",
            requirement: "UI-ECHO",
            summary: "A key comes back in small letters.",
            effect: .body(.rewrite("user_identity.user_identity_key", .lowercased))
        ),
        Fault(
            id: "name-trimmed",
            requirement: "UI-ECHO",
            summary: "A name comes back without the spaces at its ends.",
            effect: .body(.rewrite("user_identity.full_name", .trimmed))
        ),
        Fault(
            id: "name-with-single-spaces",
            requirement: "UI-ECHO",
            summary: "Several spaces in a name come back as one.",
            effect: .body(.rewrite("user_identity.full_name", .spacedOnce))
        ),
        Fault(
            id: "name-cut-off",
            requirement: "UI-ECHO",
            summary: "A name comes back with its first 255 characters only.",
            effect: .body(.rewrite("user_identity.full_name", .first(255)))
        ),
        Fault(
            id: "phone-without-plus",
            requirement: "UI-ECHO",
            summary: "A phone number comes back without its plus sign when there is no name.",
            effect: .body(
                .rewrite("user_identity.phone_number", .replacing("+", by: "")),
                of: "user_identities.create",
                asked: ["full_name": .absent]
            )
        ),
        Fault(
            id: "phone-in-groups",
            requirement: "UI-ECHO",
            summary: "A phone number comes back with a space in it when there is no name.",
            effect: .body(
                .rewrite("user_identity.phone_number", .replacing("+1", by: "+1 ")),
                of: "user_identities.create",
                asked: ["full_name": .absent]
            )
        ),
        Fault(
            id: "get-differs-in-time",
            requirement: "UI-CREATE-GET-EQ",
            summary: "The time at which an identity was created is given to the second when it is read by GET.",
            effect: .body(
                .rewrite("user_identity.created_at", .first(19)),
                .rewrite("user_identity.created_at", .suffixed("Z")),
                of: "user_identities.get",
                by: "GET"
            )
        ),
        Fault(
            id: "get-masks-phone",
            requirement: "UI-CREATE-GET-EQ",
            summary: "An identity that is read by GET shows the beginning of its phone number only.",
            effect: .body(
                .rewrite("user_identity.phone_number", .first(4)),
                .rewrite("user_identity.phone_number", .suffixed("***")),
                of: "user_identities.get",
                by: "GET"
            )
        ),
        Fault(
            id: "get-forgets-key",
            requirement: "UI-CREATE-GET-EQ",
            summary: "An identity that is read by its id with GET shows no key.",
            effect: .body(
                .replace("user_identity.user_identity_key", .null),
                of: "user_identities.get",
                by: "GET",
                asked: ["user_identity_id": .present]
            )
        ),
    ]
}
