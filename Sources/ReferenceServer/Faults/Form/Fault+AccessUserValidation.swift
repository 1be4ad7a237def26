import JSON
import SeamModel

extension Fault {
    /// Faults of values that an access-system user may not have.
    static let userValidation = [
        Fault(
            id: "user-without-name",
            requirement: "AU-V-NAME",
            summary: "An access-system user is created without a name.",
            effect: .misreads(
                .set("full_name", "unknown"),
                of: "acs.users.create",
                asked: ["full_name": .absent, "acs_system_id": .present]
            )
        ),
        Fault(
            id: "user-update-passes-over-empty-name",
            requirement: "AU-V-NAME-EMPTY",
            summary: "An update of an access-system user passes over an empty name.",
            effect: .misreads(.drop("full_name", where: .empty), of: "acs.users.update")
        ),
        Fault(
            id: "system-missing-not-found",
            requirement: "SDK-ERR-MAP",
            summary: "A creation of an access-system user without a system is answered 404.",
            effect: .response(
                .status(404),
                of: "acs.users.create",
                asked: ["acs_system_id": .absent, "full_name": .present],
                statuses: 400...400
            )
        ),
        Fault(
            id: "system-missing-succeeds",
            requirement: "AU-V-SYS",
            summary: "A creation of an access-system user without a system is accepted and makes nobody.",
            effect: .response(
                .status(200),
                .body(.replace("", ["acs_user": .null, "ok": true])),
                of: "acs.users.create",
                asked: ["acs_system_id": .absent, "full_name": .present],
                statuses: 400...400
            )
        ),
        Fault(
            id: "system-null-succeeds",
            requirement: "AU-V-SYS",
            summary: "A creation of an access-system user in the system null is accepted and makes nobody.",
            effect: .response(
                .status(200),
                .body(.replace("", ["acs_user": .null, "ok": true])),
                of: "acs.users.create",
                asked: ["acs_system_id": .null],
                statuses: 400...400
            )
        ),
        Fault(
            id: "system-without-id-not-found",
            requirement: "SDK-ERR-MAP",
            summary: "A creation of an access-system user in a system that is no UUID is answered 404.",
            effect: .response(
                .status(404),
                of: "acs.users.create",
                asked: ["acs_system_id": .count(0...35)],
                statuses: 400...400
            )
        ),
        Fault(
            id: "system-null-not-found",
            requirement: "SDK-ERR-MAP",
            summary: "A creation of an access-system user in the system null is answered 404.",
            effect: .response(
                .status(404),
                of: "acs.users.create",
                asked: ["acs_system_id": .null],
                statuses: 400...400
            )
        ),
        Fault(
            id: "accept-any-email-of-user",
            requirement: "AU-V-EMAIL",
            summary: "An e-mail address of an access-system user may be any text.",
            effect: .tolerates("email_address", "format", of: "acs.users.create")
        ),
        Fault(
            id: "accept-any-old-email",
            requirement: "AU-V-EMAIL",
            summary: "An e-mail address of an access-system user may be any text under its old name.",
            effect: .tolerates("email", "format", of: "acs.users.create")
        ),
        Fault(
            id: "user-empty-email-is-none",
            requirement: "AU-V-EMAIL",
            summary: "An empty e-mail address of an access-system user counts as none.",
            effect: .misreads(.drop("email_address", where: .empty), of: "acs.users.create")
        ),
        Fault(
            id: "user-update-accepts-any-email",
            requirement: "AU-V-EMAIL",
            summary: "An update of an access-system user takes any e-mail address.",
            effect: .tolerates("email_address", "format", of: "acs.users.update")
        ),
        Fault(
            id: "user-accepts-national-phone",
            requirement: "AU-V-PHONE-E164",
            summary: "Phone numbers of access-system users need not be E.164.",
            effect: .policy(\.enforcesPhoneFormatOfUsers)
        ),
        Fault(
            id: "user-repairs-phone",
            requirement: "AU-V-PHONE-E164",
            summary: "A phone number of an access-system user without a plus sign gets one.",
            effect: .misreads(.rewrite("phone_number", .prefixed("+"), where: .digits), of: "acs.users.create")
        ),
        Fault(
            id: "user-name-from-number",
            requirement: "AU-V-TYPES",
            summary: "The name of an access-system user may be a number.",
            effect: .misreads(.retype("full_name", where: .kind(.number)), of: "acs.users.create")
        ),
        Fault(
            id: "user-name-from-object",
            requirement: "AU-V-TYPES",
            summary: "The name of an access-system user that is an object is stored as [object Object].",
            effect: .misreads(.retype("full_name", where: .kind(.object)), of: "acs.users.create")
        ),
        Fault(
            id: "user-phone-from-number",
            requirement: "AU-V-TYPES",
            summary: "The phone number of an access-system user may be a number.",
            effect: .misreads(
                .retype("phone_number", where: .kind(.number)),
                .rewrite("phone_number", .prefixed("+")),
                of: "acs.users.create",
                asked: ["phone_number": .kind(.number)]
            )
        ),
        Fault(
            id: "drop-mistyped-schedule",
            requirement: "AU-V-TYPES",
            summary: "An access_schedule that is a list is passed over.",
            effect: .misreads(.drop("access_schedule", where: .kind(.array)), of: "acs.users.create")
        ),
        Fault(
            id: "drop-mistyped-identity",
            requirement: "AU-V-TYPES",
            summary: "A user_identity_id that is a number is passed over.",
            effect: .misreads(.drop("user_identity_id", where: .kind(.number)), of: "acs.users.create")
        ),
        Fault(
            id: "get-user-no-uuid-not-found",
            requirement: "SDK-ERR-MAP",
            summary: "Asking for an access-system user by an id that is no UUID is answered 404.",
            effect: .response(
                .status(404),
                of: "acs.users.get",
                asked: ["acs_user_id": .count(0...35)],
                statuses: 400...400
            )
        ),
        Fault(
            id: "user-null-email-is-none",
            requirement: "AU-V-NOTNULL",
            summary: "An access-system user may be created with an email_address of null.",
            effect: .misreads(.drop("email_address", where: .null), of: "acs.users.create")
        ),
        Fault(
            id: "user-null-phone-is-none",
            requirement: "AU-V-NOTNULL",
            summary: "An access-system user may be created with a phone_number of null.",
            effect: .misreads(.drop("phone_number", where: .null), of: "acs.users.create")
        ),
        Fault(
            id: "user-null-name-as-word",
            requirement: "AU-V-NOTNULL",
            summary: "An access-system user with the full_name null is called null.",
            effect: .misreads(.replace("full_name", "null", where: .null), of: "acs.users.create")
        ),
        Fault(
            id: "user-update-passes-over-null-name",
            requirement: "AU-V-NOTNULL",
            summary: "An update of an access-system user passes over a full_name of null.",
            effect: .misreads(.drop("full_name", where: .null), of: "acs.users.update")
        ),
        Fault(
            id: "user-update-passes-over-null-email",
            requirement: "AU-V-NOTNULL",
            summary: "An update of an access-system user passes over an email_address of null.",
            effect: .misreads(.drop("email_address", where: .null), of: "acs.users.update")
        ),
        Fault(
            id: "user-update-passes-over-null-phone",
            requirement: "AU-V-NOTNULL",
            summary: "An update of an access-system user passes over a phone_number of null.",
            effect: .misreads(.drop("phone_number", where: .null), of: "acs.users.update")
        ),
        Fault(
            id: "user-update-retypes",
            requirement: "AU-V-TYPES",
            summary: "An update of an access-system user takes numbers for texts.",
            effect: .misreads(
                .retype("full_name", where: .kind(.number)),
                .retype("phone_number", where: .kind(.number)),
                of: "acs.users.update"
            )
        ),
        Fault(
            id: "groups-null",
            requirement: "AU-V-GROUPS",
            summary: "Null counts as no access groups.",
            effect: .misreads(.drop("acs_access_group_ids", where: .null), of: "acs.users.create")
        ),
        Fault(
            id: "drop-groups-without-id",
            requirement: "AU-V-GROUPS",
            summary: "An access group that is no UUID is passed over.",
            effect: .misreads(.drop("acs_access_group_ids.*", where: .count(0...35)), of: "acs.users.create")
        ),
        Fault(
            id: "drop-mistyped-groups",
            requirement: "AU-V-GROUPS",
            summary: "An access group that is a number is passed over.",
            effect: .misreads(.drop("acs_access_group_ids.*", where: .kind(.number)), of: "acs.users.create")
        ),
        Fault(
            id: "refuse-no-groups",
            requirement: "AU-V-GROUPS",
            summary: "An empty list of access groups is refused.",
            effect: .refuses(["acs_access_group_ids": .empty], of: "acs.users.create")
        ),
    ]
}
