import JSON

extension Fault {
    /// Faults of what an identity is displayed as.
    static let identityNames = [
        Fault(
            id: "display-name-empty",
            requirement: "UI-DISPLAY-NONEMPTY",
            summary: "An identity without a name is displayed by an empty text.",
            effect: .body(.set("user_identity.display_name", ""), showing: ["user_identity.full_name": .null])
        ),
        Fault(
            id: "listed-display-name-empty",
            requirement: "UI-DISPLAY-NONEMPTY",
            summary: "Listed identities are displayed by an empty text.",
            effect: .body(.replace("user_identities.*.display_name", ""), by: "GET")
        ),
        Fault(
            id: "display-email-for-name",
            requirement: "UI-DISPLAY-FULLNAME",
            summary: "An identity is displayed by its e-mail address though it has a name.",
            effect: .body(.copy("email_address", to: "display_name", in: "user_identity", where: .not(.null)))
        ),
        Fault(
            id: "display-first-name",
            requirement: "UI-DISPLAY-FULLNAME",
            summary: "An identity is displayed by the first letters of its name.",
            effect: .body(.rewrite("user_identity.display_name", .first(8)))
        ),
        Fault(
            id: "display-name-in-capitals",
            requirement: "UI-DISPLAY-FULLNAME",
            summary: "An identity is displayed in capital letters when it has a name.",
            effect: .body(
                .rewrite("user_identity.display_name", .uppercased),
                showing: ["user_identity.full_name": .not(.null)]
            )
        ),
        Fault(
            id: "display-id",
            requirement: "UI-DISPLAY-FALLBACK",
            summary: "An identity without a name is displayed by its id.",
            effect: .body(
                .copy("user_identity_id", to: "display_name", in: "user_identity"),
                showing: ["user_identity.full_name": .null]
            )
        ),
        Fault(
            id: "display-key-before-email",
            requirement: "UI-DISPLAY-FALLBACK",
            summary: "An identity without a name is displayed by its key though it has an e-mail address.",
            effect: .body(
                .copy("user_identity_key", to: "display_name", in: "user_identity", where: .not(.null)),
                showing: ["user_identity.full_name": .null]
            )
        ),
    ]
}
