import JSON

extension Fault {
    /// Faults of who may call.
    static let credentials = [
        Fault(
            id: "refuse-key-for-group",
            requirement: "AUTH-BEARER",
            summary: "An access group can't be read with a key.",
            effect: .refuses(of: "acs.access_groups.get", status: 401, type: "unauthorized")
        ),
        Fault(
            id: "refuse-key-for-entrance",
            requirement: "AUTH-BEARER",
            summary: "An entrance can't be read with a key.",
            effect: .refuses(of: "acs.entrances.get", status: 401, type: "unauthorized")
        ),
        Fault(
            id: "open-workspace",
            requirement: "AUTH-MISSING",
            summary: "The workspace is shown without a credential.",
            effect: .admits(.missing, of: "workspaces.get")
        ),
        Fault(
            id: "open-identities",
            requirement: "AUTH-MISSING",
            summary: "An identity is shown without a credential.",
            effect: .admits(.missing, of: "user_identities.get")
        ),
        Fault(
            id: "open-creation",
            requirement: "AUTH-MISSING",
            summary: "An access-system user is created without a credential.",
            effect: .admits(.missing, of: "acs.users.create")
        ),
        Fault(
            id: "missing-credential-not-found",
            requirement: "AUTH-MISSING",
            summary: "A call without a credential is answered 404.",
            effect: .response(.status(404), bearing: ["authorization": .absent], statuses: 401...401)
        ),
        Fault(
            id: "any-key-for-workspace",
            requirement: "AUTH-UNKNOWN-KEY",
            summary: "The workspace is shown with any key.",
            effect: .admits(.unknown, of: "workspaces.get")
        ),
        Fault(
            id: "any-key-for-users",
            requirement: "AUTH-UNKNOWN-KEY",
            summary: "Any key may read and create access-system users.",
            effect: .admits(.unknown, of: "acs.users.get", "acs.users.create")
        ),
        Fault(
            id: "unknown-key-not-found",
            requirement: "AUTH-UNKNOWN-KEY",
            summary: "A call with an unknown key is answered 404.",
            effect: .response(
                .status(404),
                statuses: 401...401,
                showing: ["error.message": .contains("API Key not found")]
            )
        ),
        Fault(
            id: "unauthorized-type",
            requirement: "AUTH-TYPE",
            summary: "Refusals for the credential have an error type of their own.",
            effect: .body(.replace("error.type", "invalid_api_key"), statuses: 401...401)
        ),
        Fault(
            id: "unauthorized-type-of-missing-credential",
            requirement: "AUTH-TYPE",
            summary: "A call without a credential has another error type.",
            effect: .body(
                .replace("error.type", "no_credentials"),
                bearing: ["authorization": .absent],
                statuses: 401...401
            )
        ),
        Fault(
            id: "key-without-bearer",
            requirement: "AUTH-SCHEME",
            summary: "A key is taken without Bearer.",
            effect: .admits(.withoutBearer)
        ),
        Fault(
            id: "basic-scheme",
            requirement: "AUTH-SCHEME",
            summary: "A credential of the scheme Basic is taken.",
            effect: .admits(.basic)
        ),
        Fault(
            id: "key-behind-basic",
            requirement: "AUTH-SCHEME",
            summary: "A key is taken behind Basic as it is behind Bearer.",
            effect: .admits(.keyBehindBasic)
        ),
        Fault(
            id: "open-groups-by-get",
            requirement: "AUTH-MISSING",
            summary: "Access groups are listed by GET without a credential.",
            effect: .admits(.missing, of: "acs.access_groups.list", by: "GET")
        ),
        Fault(
            id: "any-key-for-users-by-get",
            requirement: "AUTH-UNKNOWN-KEY",
            summary: "Any key may list access-system users by GET.",
            effect: .admits(.unknown, of: "acs.users.list", by: "GET")
        ),
        Fault(
            id: "other-scheme-is-bad-request",
            requirement: "AUTH-SCHEME",
            summary: "A credential of another scheme is answered 400.",
            effect: .response(
                .status(400),
                bearing: ["authorization": .not(.contains("Bearer "))],
                statuses: 401...401
            )
        ),
        Fault(
            id: "other-workspace-shown",
            requirement: "AUTH-WS-ECHO",
            summary: "A key shows another workspace than the one it creates in.",
            effect: .body(.replace("workspace.workspace_id", "5e1f3d0a-7d0b-4a66-9d5c-1f0d2b3c4a5e"))
        ),
        Fault(
            id: "identities-of-other-workspace",
            requirement: "AUTH-WS-ECHO",
            summary: "Identities name another workspace than the key's.",
            effect: .body(.replace("user_identity.workspace_id", "5e1f3d0a-7d0b-4a66-9d5c-1f0d2b3c4a5e"))
        ),
        Fault(
            id: "users-of-other-workspace",
            requirement: "AUTH-WS-ECHO",
            summary: "Access-system users name another workspace than the key's.",
            effect: .body(.replace("acs_user.workspace_id", "5e1f3d0a-7d0b-4a66-9d5c-1f0d2b3c4a5e"))
        ),
    ]
}
