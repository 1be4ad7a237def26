import JSON
import SeamModel

extension Fault {
    /// Faults of values that an identity may not have.
    static let identityValidation = [
        Fault(
            id: "accept-any-email",
            requirement: "UI-V-EMAIL",
            summary: "An e-mail address of an identity may be any text that is not empty.",
            effect: .tolerates("email_address", "format", where: .not(.empty), of: "user_identities.create")
        ),
        Fault(
            id: "accept-email-with-space",
            requirement: "UI-V-EMAIL",
            summary: "An e-mail address of an identity may have spaces.",
            effect: .tolerates("email_address", "format", where: .contains(" "), of: "user_identities.create")
        ),
        Fault(
            id: "accept-email-without-domain",
            requirement: "UI-V-EMAIL",
            summary: "An e-mail address of an identity may end with the at sign.",
            effect: .tolerates("email_address", "format", where: .ends("@"), of: "user_identities.create")
        ),
        Fault(
            id: "drop-bad-email",
            requirement: "UI-V-EMAIL",
            summary: "An identity whose e-mail address has no at sign is created without one.",
            effect: .misreads(
                .drop("email_address", where: .not(.contains("@"))),
                of: "user_identities.create"
            )
        ),
        Fault(
            id: "empty-email-is-none",
            requirement: "UI-V-EMAIL-EMPTY",
            summary: "An empty e-mail address counts as none.",
            effect: .misreads(.replace("email_address", .null, where: .empty), of: "user_identities.create")
        ),
        Fault(
            id: "empty-name-is-none",
            requirement: "UI-V-NAME-EMPTY",
            summary: "An empty name counts as none.",
            effect: .misreads(.replace("full_name", .null, where: .empty), of: "user_identities.create")
        ),
        Fault(
            id: "empty-key-is-none",
            requirement: "UI-V-KEY-EMPTY",
            summary: "An empty key counts as none.",
            effect: .misreads(.drop("user_identity_key", where: .empty), of: "user_identities.create")
        ),
        Fault(
            id: "accept-blank-key",
            requirement: "UI-V-KEY-BLANK",
            summary: "A key of white space alone is taken.",
            effect: .policy(\.refusesBlankKeys)
        ),
        Fault(
            id: "phone-from-number",
            requirement: "UI-V-PHONE-TYPE",
            summary: "A phone number may be a number.",
            effect: .misreads(
                .retype("phone_number", where: .kind(.number)),
                .rewrite("phone_number", .prefixed("+"), where: .not(.contains("+"))),
                of: "user_identities.create",
                asked: ["phone_number": .kind(.number)]
            )
        ),
        Fault(
            id: "drop-phone-object",
            requirement: "UI-V-PHONE-TYPE",
            summary: "A phone number that is an object is passed over.",
            effect: .misreads(.drop("phone_number", where: .kind(.object)), of: "user_identities.create")
        ),
        Fault(
            id: "accept-national-phone",
            requirement: "UI-V-PHONE-E164",
            summary: "Phone numbers need not be E.164.",
            effect: .policy(\.enforcesPhoneFormat)
        ),
        Fault(
            id: "repair-phone",
            requirement: "UI-V-PHONE-E164",
            summary: "A phone number without a plus sign gets one.",
            effect: .misreads(
                .rewrite("phone_number", .prefixed("+"), where: .digits),
                of: "user_identities.create"
            )
        ),
        Fault(
            id: "cut-long-phone",
            requirement: "UI-V-PHONE-E164",
            summary: "A phone number of more than 15 digits is cut off.",
            effect: .misreads(
                .rewrite("phone_number", .first(16), where: .count(17...100)),
                of: "user_identities.create"
            )
        ),
        Fault(
            id: "text-from-number",
            requirement: "UI-V-TYPES",
            summary: "Names and keys may be numbers.",
            effect: .misreads(
                .retype("full_name", where: .kind(.number)),
                .retype("user_identity_key", where: .kind(.number)),
                of: "user_identities.create"
            )
        ),
        Fault(
            id: "text-from-object",
            requirement: "UI-V-TYPES",
            summary: "A name that is an object is stored as [object Object].",
            effect: .misreads(.retype("full_name", where: .kind(.object)), of: "user_identities.create")
        ),
        Fault(
            id: "drop-mistyped-email",
            requirement: "UI-V-TYPES",
            summary: "An e-mail address that is no text is passed over.",
            effect: .misreads(
                .drop("email_address", where: .kind(.number)),
                .drop("email_address", where: .kind(.object)),
                of: "user_identities.create"
            )
        ),
        Fault(
            id: "systems-null",
            requirement: "UI-V-ACSIDS-TYPE",
            summary: "Null counts as no access systems.",
            effect: .misreads(.drop("acs_system_ids", where: .null), of: "user_identities.create")
        ),
        Fault(
            id: "drop-systems-object",
            requirement: "UI-V-ACSIDS-TYPE",
            summary: "Access systems that are an object are passed over.",
            effect: .misreads(.drop("acs_system_ids", where: .kind(.object)), of: "user_identities.create")
        ),
        Fault(
            id: "drop-systems-without-id",
            requirement: "UI-V-ACSIDS-TYPE",
            summary: "An access system that is no UUID is passed over.",
            effect: .misreads(.drop("acs_system_ids.*", where: .count(0...35)), of: "user_identities.create")
        ),
        Fault(
            id: "drop-null-systems",
            requirement: "UI-V-ACSIDS-TYPE",
            summary: "An access system that is null is passed over.",
            effect: .misreads(.drop("acs_system_ids.*", where: .null), of: "user_identities.create")
        ),
        Fault(
            id: "refuse-no-systems",
            requirement: "UI-V-ACSIDS-EMPTY",
            summary: "An empty list of access systems is refused.",
            effect: .refuses(["acs_system_ids": .empty], of: "user_identities.create")
        ),
        Fault(
            id: "refused-create-is-stored",
            requirement: "UI-V-ATOMIC",
            summary: "A creation that is refused for one value stores the others.",
            effect: .server(\.validatesBeforeActing)
        ),
        Fault(
            id: "update-accepts-any-email",
            requirement: "UI-UPD-VALID",
            summary: "An update takes any e-mail address.",
            effect: .tolerates("email_address", "format", where: .not(.empty), of: "user_identities.update")
        ),
        Fault(
            id: "update-passes-over-empty-email",
            requirement: "UI-UPD-VALID",
            summary: "An update passes over an empty e-mail address.",
            effect: .misreads(.drop("email_address", where: .empty), of: "user_identities.update")
        ),
        Fault(
            id: "update-passes-over-empty-name",
            requirement: "UI-UPD-VALID",
            summary: "An update passes over an empty name.",
            effect: .misreads(.drop("full_name", where: .empty), of: "user_identities.update")
        ),
        Fault(
            id: "update-clears-key-by-empty",
            requirement: "UI-UPD-VALID",
            summary: "An update to an empty key clears it.",
            effect: .misreads(.replace("user_identity_key", .null, where: .empty), of: "user_identities.update")
        ),
        Fault(
            id: "update-reads-phone-from-number",
            requirement: "UI-UPD-VALID",
            summary: "An update takes a phone number that is a number.",
            effect: .misreads(
                .retype("phone_number", where: .kind(.number)),
                .rewrite("phone_number", .prefixed("+")),
                of: "user_identities.update",
                asked: ["phone_number": .kind(.number)]
            )
        ),
    ]
}
