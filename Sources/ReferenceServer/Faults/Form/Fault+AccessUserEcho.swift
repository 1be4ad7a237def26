import JSON

extension Fault {
    /// Faults of how the values of an access-system user come back.
    static let userEcho = [
        Fault(
            id: "user-name-trimmed",
            requirement: "AU-ECHO",
            summary: "The name of an access-system user comes back without the spaces at its ends.",
            effect: .body(.rewrite("acs_user.full_name", .trimmed))
        ),
        Fault(
            id: "user-email-in-small-letters",
            requirement: "AU-ECHO",
            summary: "The e-mail address of an access-system user comes back in small letters.",
            effect: .body(
                .rewrite("acs_user.email_address", .lowercased),
                .rewrite("acs_user.email", .lowercased)
            )
        ),
        Fault(
            id: "user-phone-not-shown",
            requirement: "AU-ECHO",
            summary: "The answer to a creation of an access-system user leaves out the phone number.",
            effect: .body(.drop("acs_user.phone_number"), of: "acs.users.create")
        ),
        Fault(
            id: "get-hides-email-of-user",
            requirement: "AU-GET-EQ",
            summary: "An access-system user that is read leaves out its e-mail address.",
            effect: .body(
                .drop("acs_user.email_address"),
                .drop("acs_user.email"),
                of: "acs.users.get",
                by: "GET"
            )
        ),
        Fault(
            id: "get-moves-time-of-user",
            requirement: "AU-GET-EQ",
            summary: "The time at which an access-system user was created is an hour later when it is read by GET.",
            effect: .body(.rewrite("acs_user.created_at", .moved(.seconds(3600))), of: "acs.users.get", by: "GET")
        ),
    ]
}
