import SeamModel

extension Fault {
    /// Faults of what else one workspace finds of another.
    static let isolation = [
        Fault(
            id: "foreign-user-read",
            requirement: "WS-AU-ALL",
            summary: "An access-system user of another workspace can be read.",
            effect: .crosses("acs.users.get", by: "acs_user_id")
        ),
        Fault(
            id: "foreign-user-updated",
            requirement: "WS-AU-ALL",
            summary: "An access-system user of another workspace can be updated.",
            effect: .crosses("acs.users.update", by: "acs_user_id")
        ),
        Fault(
            id: "foreign-user-deleted",
            requirement: "WS-AU-ALL",
            summary: "An access-system user of another workspace can be deleted.",
            effect: .crosses("acs.users.delete", by: "acs_user_id")
        ),
        Fault(
            id: "foreign-user-suspended",
            requirement: "WS-AU-ALL",
            summary: "An access-system user of another workspace can be suspended.",
            effect: .crosses("acs.users.suspend", by: "acs_user_id")
        ),
        Fault(
            id: "foreign-user-unsuspended",
            requirement: "WS-AU-ALL",
            summary: "An access-system user of another workspace can be unsuspended.",
            effect: .crosses("acs.users.unsuspend", by: "acs_user_id")
        ),
        Fault(
            id: "foreign-user-in-group",
            requirement: "WS-AU-ALL",
            summary: "An access-system user of another workspace can be taken out of its access group.",
            effect: .crosses("acs.users.remove_from_access_group", by: "acs_user_id")
        ),
        Fault(
            id: "foreign-identity-of-user",
            requirement: "WS-AU-CREATE-UI",
            summary: "A user created for an identity of another workspace is created for nobody.",
            effect: .crosses("acs.users.create", by: "user_identity_id", .accepted)
        ),
        Fault(
            id: "foreign-system-of-user",
            requirement: "WS-AU-CREATE-SYS",
            summary: "A user can be created in an access system of another workspace.",
            effect: .crosses("acs.users.create", by: "acs_system_id")
        ),
        Fault(
            id: "foreign-system-of-identity",
            requirement: "WS-AU-CREATE-SYS",
            summary: "A creation of an identity passes over access systems of other workspaces.",
            effect: .crosses("user_identities.create", by: "acs_system_ids", .accepted)
        ),
        Fault(
            id: "foreign-user-let-in",
            requirement: "WS-GRANT",
            summary: "Letting in a user of another workspace is accepted, without effect.",
            effect: .crosses("acs.entrances.grant_access", by: "acs_user_id", .accepted)
        ),
        Fault(
            id: "foreign-cursor",
            requirement: "WS-CURSOR",
            summary: "A page cursor leads on in the workspace that gave it.",
            effect: .crosses("user_identities.list", by: "page_cursor")
        ),
        Fault(
            id: "foreign-system-read",
            requirement: "WS-REST",
            summary: "An access system of another workspace is read by its id.",
            effect: .crosses("acs.systems.get", by: "acs_system_id")
        ),
        Fault(
            id: "foreign-group-members",
            requirement: "WS-REST",
            summary: "The members of an access group of another workspace are listed.",
            effect: .crosses("acs.access_groups.list_users", by: "acs_access_group_id")
        ),
        Fault(
            id: "foreign-session-read",
            requirement: "WS-REST",
            summary: "A client session of another workspace is read by its id.",
            effect: .crosses("client_sessions.get", by: "client_session_id")
        ),
        Fault(
            id: "foreign-session-deleted",
            requirement: "WS-REST",
            summary: "A client session of another workspace can be deleted.",
            effect: .crosses("client_sessions.delete", by: "client_session_id")
        ),
        Fault(
            id: "foreign-groups-of-system",
            requirement: "WS-REST",
            summary: "The access groups of an access system of another workspace are listed.",
            effect: .crosses("acs.access_groups.list", by: "acs_system_id")
        ),
        Fault(
            id: "email-taken-elsewhere",
            requirement: "WS-UNIQ",
            summary: "A creation is refused when an identity of another workspace has the e-mail address.",
            effect: .forgets(.emailAddress, in: \.isolation.uniquePerWorkspace)
        ),
        Fault(
            id: "phone-taken-elsewhere",
            requirement: "WS-UNIQ",
            summary: "A creation is refused when an identity of another workspace has the phone number.",
            effect: .forgets(.phoneNumber, in: \.isolation.uniquePerWorkspace)
        ),
        Fault(
            id: "key-taken-elsewhere",
            requirement: "WS-UNIQ",
            summary: "A creation is refused when an identity of another workspace has the key.",
            effect: .forgets(.key, in: \.isolation.uniquePerWorkspace)
        ),
    ]
}
