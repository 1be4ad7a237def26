import SeamModel

extension Fault {
    /// Faults of what one workspace finds of the identities of another.
    static let isolationOfIdentities = [
        Fault(
            id: "foreign-identity-by-id",
            requirement: "WS-UI-GET",
            summary: "An identity of another workspace is read by its id.",
            effect: .crosses("user_identities.get", by: "user_identity_id")
        ),
        Fault(
            id: "foreign-identity-by-key",
            requirement: "WS-UI-GET",
            summary: "An identity of another workspace is read by its key.",
            effect: .crosses("user_identities.get", by: "user_identity_key")
        ),
        Fault(
            id: "foreign-identity-forbidden",
            requirement: "WS-UI-GET",
            summary: "What another workspace has is refused with 403, and so given away.",
            effect: .policy(\.isolation.refusesAsMissing)
        ),
        Fault(
            id: "foreign-owner-named",
            requirement: "WS-UI-GET",
            summary: "The refusal of what another workspace has names that workspace.",
            effect: .policy(\.isolation.hidesOwner)
        ),
        Fault(
            id: "foreign-identities-by-search",
            requirement: "WS-UI-LIST",
            summary: "A search of identities finds those of other workspaces.",
            effect: .crosses("user_identities.list", by: "search")
        ),
        Fault(
            id: "foreign-identities-by-ids",
            requirement: "WS-UI-LIST",
            summary: "A list of ids finds identities of other workspaces.",
            effect: .crosses("user_identities.list", by: "user_identity_ids")
        ),
        Fault(
            id: "foreign-users-by-identity",
            requirement: "WS-REST",
            summary: "The users of an identity of another workspace are listed.",
            effect: .crosses("user_identities.list_acs_users", by: "user_identity_id")
        ),
        Fault(
            id: "foreign-users-by-search",
            requirement: "WS-UI-LIST",
            summary: "A search of access-system users finds those of other workspaces.",
            effect: .crosses("acs.users.list", by: "search")
        ),
        Fault(
            id: "foreign-users-by-email",
            requirement: "WS-UI-LIST",
            summary: "Users of other workspaces are listed by their identity's e-mail address.",
            effect: .crosses("acs.users.list", by: "user_identity_email_address")
        ),
        Fault(
            id: "foreign-identity-updated",
            requirement: "WS-UI-WRITE",
            summary: "An identity of another workspace can be updated.",
            effect: .crosses("user_identities.update", by: "user_identity_id")
        ),
        Fault(
            id: "foreign-identity-deleted",
            requirement: "WS-UI-WRITE",
            summary: "An identity of another workspace can be deleted.",
            effect: .crosses("user_identities.delete", by: "user_identity_id")
        ),
        Fault(
            id: "foreign-identity-merged",
            requirement: "WS-UI-WRITE",
            summary: "An identity of another workspace can be merged into one, without effect.",
            effect: .crosses("user_identities.merge", by: "merged_user_identity_ids", .accepted)
        ),
        Fault(
            id: "foreign-identity-linked",
            requirement: "WS-UI-WRITE",
            summary: "A user can be added to an identity of another workspace, without effect.",
            effect: .crosses("user_identities.add_acs_user", by: "user_identity_id", .accepted)
        ),
        Fault(
            id: "foreign-identity-session",
            requirement: "WS-UI-WRITE",
            summary: "An identity of another workspace gets a client session.",
            effect: .crosses("client_sessions.create", by: "user_identity_id")
        ),
    ]
}
