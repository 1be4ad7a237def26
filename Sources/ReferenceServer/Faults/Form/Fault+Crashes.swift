import JSON

extension Fault {
    /// Faults that show as a 500, and what becomes of names in other scripts.
    static let crashes = [
        Fault(
            id: "long-name-crash",
            requirement: "TR-NEVER-500",
            summary: "A name that the database has no room for is answered 500.",
            effect: .refuses(["full_name": .count(256...1_000_000)], status: 500, type: "internal_error")
        ),
        Fault(
            id: "empty-name-crash",
            requirement: "TR-NEVER-500",
            summary: "An access-system user with an empty name is answered 500.",
            effect: .refuses(["full_name": .empty], of: "acs.users.create", status: 500, type: "internal_error")
        ),
        Fault(
            id: "emoji-crash",
            requirement: "TR-NEVER-500",
            summary: "A name with an emoji is answered 500.",
            effect: .refuses(["full_name": .astral], status: 500, type: "internal_error")
        ),
        Fault(
            id: "nothing-given-crash",
            requirement: "TR-NEVER-500",
            summary: "An identity without any value is answered 500.",
            effect: .refuses(["": .empty], of: "user_identities.create", status: 500, type: "internal_error")
        ),
        Fault(
            id: "empty-schedule-crash",
            requirement: "TR-NEVER-500",
            summary: "A schedule without bounds is answered 503.",
            effect: .refuses(["access_schedule": .empty], status: 503, type: "unavailable")
        ),
        Fault(
            id: "composed-names",
            requirement: "TR-UTF8",
            summary: "Letters and accents of a name are put together.",
            effect: .body(.rewrite("user_identity.full_name", .composed))
        ),
        Fault(
            id: "name-cut-at-emoji",
            requirement: "TR-UTF8",
            summary: "A name ends where an emoji begins.",
            effect: .body(.rewrite("user_identity.full_name", .cutAtAstral), of: "user_identities.get")
        ),
        Fault(
            id: "misdecoded-names",
            requirement: "TR-UTF8",
            summary: "The name of an access-system user is taken for Latin-1.",
            effect: .body(.rewrite("acs_user.full_name", .misdecoded))
        ),
        Fault(
            id: "names-in-ascii",
            requirement: "TR-UTF8",
            summary: "Letters of a name beyond ASCII are question marks when it is read.",
            effect: .body(.rewrite("user_identity.full_name", .ascii), of: "user_identities.get")
        ),
    ]
}
