import JSON
import SeamModel

extension Fault {
    /// Faults of the filters of lists.
    static let filters = [
        Fault(
            id: "before-includes",
            requirement: "LS-BEFORE",
            summary: "A list by created_before has a row that was created at that very time.",
            effect: .policy(\.lists.isStrictlyBefore)
        ),
        Fault(
            id: "before-ignored",
            requirement: "LS-BEFORE",
            summary: "The list of identities ignores created_before.",
            effect: .misreads(.drop("created_before"), of: "user_identities.list")
        ),
        Fault(
            id: "user-before-ignored",
            requirement: "LS-BEFORE",
            summary: "The list of access-system users ignores created_before.",
            effect: .misreads(.drop("created_before"), of: "acs.users.list")
        ),
        Fault(
            id: "unknown-id-ends-list",
            requirement: "LS-IDS",
            summary: "Of several ids, those behind an unknown one are passed over.",
            effect: .policy(\.lists.looksBehindUnknownIDs)
        ),
        Fault(
            id: "users-of-any-system",
            requirement: "LS-FILTER-SYS",
            summary: "The list of users ignores the access system that it is asked for.",
            effect: .misreads(.drop("acs_system_id"), of: "acs.users.list")
        ),
        Fault(
            id: "users-of-any-identity",
            requirement: "LS-FILTER-UI",
            summary: "The list of users ignores the identity that it is asked for.",
            effect: .misreads(.drop("user_identity_id"), of: "acs.users.list")
        ),
        Fault(
            id: "unknown-identity-lists-all",
            requirement: "LS-FILTER-UI-NONE",
            summary: "A filter by an unknown identity lists everybody.",
            effect: .forgets(.id, in: \.lists.emptyWhenUnknown)
        ),
        Fault(
            id: "unknown-email-lists-all",
            requirement: "LS-FILTER-UI-NONE",
            summary: "A filter by an e-mail address that no identity has lists everybody.",
            effect: .forgets(.emailAddress, in: \.lists.emptyWhenUnknown)
        ),
        Fault(
            id: "unknown-phone-lists-all",
            requirement: "LS-FILTER-UI-NONE",
            summary: "A filter by a phone number that no identity has lists everybody.",
            effect: .forgets(.phoneNumber, in: \.lists.emptyWhenUnknown)
        ),
        Fault(
            id: "filter-by-own-email",
            requirement: "LS-FILTER-EMAIL",
            summary: "A filter by the identity's e-mail address lists users with such an address of their own.",
            effect: .forgets(.emailAddress, in: \.lists.filtersByIdentity)
        ),
        Fault(
            id: "filter-by-own-phone",
            requirement: "LS-FILTER-EMAIL",
            summary: "A filter by the identity's phone number lists users with such a number of their own.",
            effect: .forgets(.phoneNumber, in: \.lists.filtersByIdentity)
        ),
        Fault(
            id: "null-email-ignored",
            requirement: "LS-FILTER-NULL",
            summary: "A null for the identity's e-mail address is ignored.",
            effect: .misreads(.drop("user_identity_email_address", where: .null), of: "acs.users.list")
        ),
        Fault(
            id: "null-email-finds-nobody",
            requirement: "LS-FILTER-NULL",
            summary: "A null for the identity's e-mail address lists nobody.",
            effect: .forgets(.emailAddress, in: \.lists.findsMissing)
        ),
        Fault(
            id: "null-phone-finds-nobody",
            requirement: "LS-FILTER-NULL",
            summary: "A null for the identity's phone number lists nobody.",
            effect: .forgets(.phoneNumber, in: \.lists.findsMissing)
        ),
        Fault(
            id: "null-finds-unlinked",
            requirement: "LS-FILTER-NULL",
            summary: "A null for a value of the identity lists users without an identity too.",
            effect: .policy(\.lists.needsIdentity)
        ),
        Fault(
            id: "filters-combined-by-or",
            requirement: "LS-FILTER-AND",
            summary: "Several filters by identity list what any of them holds for.",
            effect: .policy(\.lists.combinesFilters)
        ),
        Fault(
            id: "identity-beats-system",
            requirement: "LS-FILTER-AND",
            summary: "A list of the users of an identity ignores the access system beside it.",
            effect: .misreads(.drop("acs_system_id"), of: "acs.users.list", asked: ["user_identity_id": .present])
        ),
        Fault(
            id: "identity-beats-search",
            requirement: "LS-FILTER-AND",
            summary: "A list of the users of an identity ignores the search beside it.",
            effect: .misreads(.drop("search"), of: "acs.users.list", asked: ["user_identity_id": .present])
        ),
        Fault(
            id: "groups-of-user-beat-system",
            requirement: "LS-FILTER-AND",
            summary: "The access groups of a user are listed in any access system.",
            effect: .misreads(.drop("acs_system_id"), of: "acs.access_groups.list", asked: ["acs_user_id": .present])
        ),
        Fault(
            id: "systems-of-any-account",
            requirement: "LS-SYSTEMS",
            summary: "The list of access systems ignores the account that it is asked for.",
            effect: .misreads(.drop("connected_account_id"), of: "acs.systems.list")
        ),
    ]
}
