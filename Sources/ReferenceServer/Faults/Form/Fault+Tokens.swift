import JSON
import SeamModel

extension Fault {
    /// Faults of personal access tokens and client sessions.
    static let tokens = [
        Fault(
            id: "token-without-workspace",
            requirement: "AUTH-PAT-NO-WS",
            summary: "A personal access token opens a workspace that it does not name.",
            effect: .admits(.tokenWithoutWorkspace)
        ),
        Fault(
            id: "token-without-workspace-is-bad-request",
            requirement: "AUTH-PAT-NO-WS",
            summary: "A personal access token without a workspace is answered 400.",
            effect: .response(
                .status(400),
                bearing: ["authorization": .contains("seam_at"), "seam-workspace": .absent],
                statuses: 401...401
            )
        ),
        Fault(
            id: "token-of-unknown-workspace",
            requirement: "AUTH-PAT-BAD-WS",
            summary: "A personal access token with an unknown workspace opens another one.",
            effect: .admits(.tokenOfUnknownWorkspace)
        ),
        Fault(
            id: "unknown-workspace-not-found",
            requirement: "AUTH-PAT-BAD-WS",
            summary: "A personal access token with an unknown workspace is answered 404.",
            effect: .response(.status(404), bearing: ["seam-workspace": .present], statuses: 401...401)
        ),
        Fault(
            id: "refuse-access-token",
            requirement: "AUTH-PAT-OK",
            summary: "A personal access token with its workspace can't create identities.",
            effect: .refuses(
                of: "user_identities.create",
                bearing: ["authorization": .contains("seam_at")],
                status: 401,
                type: "unauthorized"
            )
        ),
        Fault(
            id: "session-creates-identities",
            requirement: "AUTH-CST-WRITE",
            summary: "The token of a client session may create identities.",
            effect: .admits(.session, of: "user_identities.create")
        ),
        Fault(
            id: "session-deletes-identities",
            requirement: "AUTH-CST-WRITE",
            summary: "The token of a client session may delete identities.",
            effect: .admits(.session, of: "user_identities.delete")
        ),
        Fault(
            id: "session-links-users",
            requirement: "AUTH-CST-WRITE",
            summary: "The token of a client session may add users to identities.",
            effect: .admits(.session, of: "user_identities.add_acs_user")
        ),
        Fault(
            id: "session-reads-users",
            requirement: "AUTH-CST-WRITE",
            summary: "The token of a client session may read an access-system user.",
            effect: .admits(.session, of: "acs.users.get")
        ),
        Fault(
            id: "session-writes-users",
            requirement: "AUTH-CST-WRITE",
            summary: "The token of a client session may change and suspend access-system users.",
            effect: .admits(.session, of: "acs.users.update", "acs.users.suspend")
        ),
        Fault(
            id: "session-lists-nothing",
            requirement: "AUTH-CST-READ",
            summary: "The token of a client session lists no identity, not even its own.",
            effect: .body(
                .replace("user_identities", []),
                of: "user_identities.list",
                bearing: ["authorization": .contains("seam_cst")]
            )
        ),
        Fault(
            id: "deleted-session-lives-on",
            requirement: "AUTH-CST-EXPIRED",
            summary: "The token of a deleted client session goes on working.",
            effect: .policy(\.endsDeletedSessions)
        ),
        Fault(
            id: "malformed-session-token-unauthorized",
            requirement: "AUTH-CST-BADHEADER",
            summary: "A client session token that is none is answered 401.",
            effect: .response(
                .status(401),
                statuses: 400...400,
                showing: ["error.type": .equal("invalid_client_session_token")]
            )
        ),
    ]
}
