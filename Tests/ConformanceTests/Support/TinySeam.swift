/// Answers the calls that test scenarios make, in the form the contract wants.
///
/// It keeps nothing in mind: the id of an identity that was created with a generated value holds the 64 bits of that value,
/// so that `get` can show the value again.
enum TinySeam {
    /// The id of ``identity``.
    static let id = "7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01"

    /// An identity as the contract wants it, which was there long before any run.
    static let identity = identity(id: id, createdAt: "2026-01-01T00:00:00.000Z")

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
        case "/user_identities/create", "/user_identities/get": ScriptedServer.json(identity(for: request))
        case "/user_identities/list":
            ScriptedServer.json(
                #"{"user_identities":[],"pagination":{"has_next_page":false,"next_page_cursor":null,"#
                    + #""next_page_url":null},"ok":true}"#
            )
        case "/user_identities/delete": ScriptedServer.json(#"{"ok":true}"#)
        default: ScriptedServer.json(refusal, status: "404 Not Found")
        }
    }

    /// The identity that a request creates, or asks for by its id or key: with the first generated value of the request, or
    /// ``identity`` when there is none.
    ///
    /// - Parameter request: the request.
    /// - Returns: the body of the response.
    static func identity(for request: ScriptedServer.Received) -> String {
        guard let token = generatedToken(in: request.body) ?? idToken(in: request.body) else { return identity }
        return identity(
            id: id(ofToken: token),
            createdAt: "2126-01-01T00:00:00.000Z",
            name: "A Seamcheck \(token)",
            email: "seamcheck-\(token)@example.com",
            key: "seamcheck-\(token)"
        )
    }

    /// The id of the identity that was created with a generated value.
    ///
    /// - Parameter token: the 13 characters of the value that differ.
    /// - Returns: a UUID that holds them.
    static func id(ofToken token: String) -> String {
        let bits = UInt64(token, radix: 32) ?? 0
        let digits = String(bits, radix: 16)
        let hex = Array(String(repeating: "0", count: 16 - digits.utf8.count) + digits)
        return "\(String(hex[..<8]))-\(String(hex[8..<12]))\(idMiddle)\(String(hex[12...]))"
    }

    /// What stands between the two halves of a value in an id.
    private static let idMiddle = "-4a57-9c5e-5ea3c4ec"

    /// The part of the first generated e-mail address, key or name that differs; nil when there is none.
    private static func generatedToken(in text: String) -> String? {
        text.firstMatch(of: /[Ss]eamcheck[- ]([0-9a-v]{13})/).map { String($0.1) }
    }

    /// The token that an id in a request holds; nil when it holds none.
    private static func idToken(in text: String) -> String? {
        guard let match = text.firstMatch(of: /([0-9a-f]{8})-([0-9a-f]{4})-4a57-9c5e-5ea3c4ec([0-9a-f]{4})/),
            let bits = UInt64(match.1 + match.2 + match.3, radix: 16)
        else { return nil }
        let token = String(bits, radix: 32)
        return String(repeating: "0", count: 13 - token.utf8.count) + token
    }

    /// An identity as the contract wants it.
    private static func identity(
        id: String,
        createdAt: String,
        name: String = "A",
        email: String? = nil,
        key: String? = nil
    ) -> String {
        let email = email.map { "\"\($0)\"" } ?? "null"
        let key = key.map { "\"\($0)\"" } ?? "null"
        return """
            {"user_identity":{"acs_user_ids":[],"created_at":"\(createdAt)","display_name":"\(name)",\
            "email_address":\(email),"full_name":"\(name)","phone_number":null,"user_identity_id":"\(id)",\
            "user_identity_key":\(key),"workspace_id":"7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a02",\
            "merged_user_identity_ids":[],"merged_user_identity_keys":[],"errors":[],"warnings":[]},"ok":true}
            """
    }
}
