/// Why an endpoint can't be asked at all.
public enum EndpointError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The text is no absolute URL.
    case notAbsolute(parts: String)
    /// The URL's scheme is neither `http` nor `https`.
    case unfitScheme(String)
    /// The URL has a user or a password in it.
    case holdsCredentials
    /// The URL has a query or a fragment.
    case holdsQuery(String)
    /// The URL's port is empty, or none from 1 to 65535.
    case unfitPort(String)
    /// A credential can't stand in a header field; the variable that holds it, and what it holds.
    case unfitCredential(variable: String, flaw: String)
    /// There is neither a key nor a token with its workspace.
    case nothingToShow
    /// There is a token, but not the workspace that it is used on.
    case tokenWithoutWorkspace
    /// There is a workspace, but no token that would be used on it.
    case workspaceWithoutToken

    /// What is wrong and what to write instead.
    public var description: String {
        switch self {
        case .notAbsolute(let url):
            "endpoint '\(url)' is not an absolute URL (write it like https://connect.getseam.com)"
        case .unfitScheme(let url):
            "endpoint '\(url)' has another scheme than http:// and https:// (write one of these)"
        case .holdsCredentials:
            "the endpoint's URL holds a user or a password (leave them out, and set SEAM_API_KEY)"
        case .holdsQuery(let url):
            "endpoint '\(url)' has a query or a fragment (end it with the host or the base path)"
        case .unfitPort(let url):
            "endpoint '\(url)' has no port from 1 to 65535 (correct it, or leave it out with its colon)"
        case .unfitCredential(let variable, let flaw):
            "\(variable) holds \(flaw) (set it again without it)"
        case .nothingToShow:
            "no credential for the endpoint (set SEAM_API_KEY, or SEAM_PERSONAL_ACCESS_TOKEN and SEAM_WORKSPACE_ID)"
        case .tokenWithoutWorkspace:
            "SEAM_PERSONAL_ACCESS_TOKEN is set, but not the workspace that it is used on (set SEAM_WORKSPACE_ID too)"
        case .workspaceWithoutToken:
            "SEAM_WORKSPACE_ID is set, but no token to use on it (set SEAM_PERSONAL_ACCESS_TOKEN, or SEAM_API_KEY)"
        }
    }

    /// A URL as a message may show it: without what could be a password, and not endless.
    static func shown(_ url: String) -> String {
        let rest = url.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        return String(rest.prefix(100))
    }
}
