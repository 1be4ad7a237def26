/// The header fields that let web pages of any origin call the server (Fetch standard, CORS protocol).
///
/// The lists are those of the public fake of the Seam API.
enum CrossOrigin {
    /// What a response bears.
    static func headers(origin: String?) -> [String: String] {
        ["access-control-allow-origin": origin ?? "*", "access-control-allow-credentials": "true"]
    }

    /// What the answer to OPTIONS bears besides.
    static let preflight = [
        "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE, OPTIONS",
        "access-control-allow-headers": [
            "x-csrf-token", "seam-workspace", "authorization", "content-type", "seam-sdk-name", "seam-sdk-version",
            "seam-lts-version", "seam-publishable-key", "seam-client-session-token", "client-session-token",
            "seam-api-key", "seam-user-identifier-key",
        ].joined(separator: ", "),
    ]
}
