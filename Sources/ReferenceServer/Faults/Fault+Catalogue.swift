import JSON
import SeamModel

extension Fault {
    /// Every fault, in the order of what they concern.
    public static let all: [Fault] = transport + identitySchema + uniqueness + links + accessUsers

    /// Faults of envelope and header fields.
    private static let transport = [
        Fault(
            id: "missing-request-id",
            requirement: "TR-REQID",
            summary: "No response bears a seam-request-id.",
            effect: .response(ResponseEdit(.header("seam-request-id", nil), statuses: 100...599))
        ),
        Fault(
            id: "created-status",
            requirement: "TR-STATUS-200",
            summary: "Creating an identity answers 201.",
            effect: .response(ResponseEdit(.status(201), of: "user_identities.create"))
        ),
        Fault(
            id: "ok-as-text",
            requirement: "TR-OK-TRUE",
            summary: "The member ok of a successful answer is a string.",
            effect: .response(ResponseEdit(.replace(["ok"], "true")))
        ),
        Fault(
            id: "error-without-message",
            requirement: "TR-ERR-ENVELOPE",
            summary: "Refusals bear no message.",
            effect: .response(ResponseEdit(.drop(["error", "message"]), statuses: 400...499))
        ),
    ]

    /// Faults in what an identity shows of itself.
    private static let identitySchema = [
        Fault(
            id: "drop-acs-user-ids",
            requirement: "UI-SCHEMA-BASE",
            summary: "A created identity lacks acs_user_ids.",
            effect: .response(ResponseEdit(.drop(["user_identity", "acs_user_ids"]), of: "user_identities.create"))
        ),
        Fault(
            id: "omit-null-email",
            requirement: "UI-NULL-PRESENT",
            summary: "A read identity never shows its email_address.",
            effect: .response(ResponseEdit(.drop(["user_identity", "email_address"]), of: "user_identities.get"))
        ),
        Fault(
            id: "accept-national-phone",
            requirement: "UI-V-PHONE-E164",
            summary: "Phone numbers need not be E.164.",
            effect: .policy(\.enforcesPhoneFormat)
        ),
        Fault(
            id: "accept-blank-key",
            requirement: "UI-V-KEY-BLANK",
            summary: "A key of white space alone is taken.",
            effect: .policy(\.refusesBlankKeys)
        ),
        Fault(
            id: "ghost-after-failed-create",
            requirement: "UI-V-ATOMIC",
            summary: "A creation refused for an unknown access system leaves the identity behind.",
            effect: .policy(\.createsAllOrNothing)
        ),
    ]

    /// Faults of values that must be unique.
    private static let uniqueness = [
        Fault(
            id: "accept-second-email",
            requirement: "UI-UNIQ-EMAIL",
            summary: "Two identities may have one e-mail address.",
            effect: .policy(\.enforcesUniqueEmail)
        ),
        Fault(
            id: "accept-second-phone",
            requirement: "UI-UNIQ-PHONE",
            summary: "Two identities may have one phone number.",
            effect: .policy(\.enforcesUniquePhone)
        ),
        Fault(
            id: "accept-second-key",
            requirement: "UI-UNIQ-KEY",
            summary: "Two identities may have one key.",
            effect: .policy(\.enforcesUniqueKey)
        ),
    ]

    /// Faults of links between identities and access-system users.
    private static let links = [
        Fault(
            id: "link-one-side",
            requirement: "LK-SYMMETRY",
            summary: "The identity does not list the users that are linked to it.",
            effect: .policy(\.listsLinksOnIdentity)
        ),
        Fault(
            id: "ignore-matching-email",
            requirement: "LK-C-EMAIL",
            summary: "A user with the identity's e-mail address is not linked; a new one is made.",
            effect: .policy(\.linksByEmail)
        ),
        Fault(
            id: "ignore-matching-phone",
            requirement: "LK-C-PHONE",
            summary: "A user with the identity's phone number is not linked; a new one is made.",
            effect: .policy(\.linksByPhone)
        ),
        Fault(
            id: "stale-mirror",
            requirement: "LK-A-MIRROR-LIVE",
            summary: "Users go on showing the identity as it was when they were linked.",
            effect: .policy(\.refreshesMirrors)
        ),
        Fault(
            id: "two-users-per-system",
            requirement: "LK-ONE-PER-SYS",
            summary: "An identity may have two users in one access system.",
            effect: .policy(\.enforcesOneUserPerSystem)
        ),
        Fault(
            id: "orphan-users",
            requirement: "UI-DEL-AU",
            summary: "Deleting an identity leaves its users.",
            effect: .policy(\.deletesUsersOfIdentity)
        ),
    ]

    /// Faults of access-system users.
    private static let accessUsers = [
        Fault(
            id: "accept-end-before-start",
            requirement: "AS-ORDER",
            summary: "A schedule may end before it starts.",
            effect: .policy(\.enforcesScheduleOrder)
        ),
        Fault(
            id: "drop-is-managed",
            requirement: "AU-SCHEMA",
            summary: "A created access-system user lacks is_managed.",
            effect: .response(ResponseEdit(.drop(["acs_user", "is_managed"]), of: "acs.users.create"))
        ),
        Fault(
            id: "accept-foreign-cursor",
            requirement: "LS-CURSOR-PARAMS",
            summary: "A cursor is taken with any parameters.",
            effect: .policy(\.bindsCursorsToParameters)
        ),
    ]
}
