/// Answers the calls that test scenarios make, in the form the contract wants.
enum TinySeam {
    /// An identity as the contract wants it.
    static let identity = """
        {"user_identity":{"acs_user_ids":[],"created_at":"2026-01-01T00:00:00.000Z","display_name":"A","email_address":null,\
        "full_name":"A","phone_number":null,"user_identity_id":"7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01",\
        "user_identity_key":null,"workspace_id":"7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a02","merged_user_identity_ids":[],\
        "merged_user_identity_keys":[],"errors":[],"warnings":[]},"ok":true}
        """

    /// A refusal.
    static let refusal = #"{"error":{"type":"not_found","message":"no such thing"},"ok":false}"#

    /// What `/workspaces/get` says.
    ///
    /// - Parameter isSandbox: what it says of being a sandbox.
    /// - Returns: the response.
    static func workspace(isSandbox: Bool = true) -> ScriptedServer.Reaction {
        ScriptedServer.json(#"{"workspace":{"name":"W","is_sandbox":\#(isSandbox)},"ok":true}"#)
    }

    /// The usual reaction to a request.
    static func reaction(to request: ScriptedServer.Received) -> ScriptedServer.Reaction {
        switch request.target {
        case "/workspaces/get": workspace()
        case "/user_identities/create", "/user_identities/get": ScriptedServer.json(identity)
        case "/user_identities/list":
            ScriptedServer.json(
                #"{"user_identities":[],"pagination":{"has_next_page":false,"next_page_cursor":null,"#
                    + #""next_page_url":null},"ok":true}"#
            )
        case "/user_identities/delete": ScriptedServer.json(#"{"ok":true}"#)
        default: ScriptedServer.json(refusal, status: "404 Not Found")
        }
    }
}
