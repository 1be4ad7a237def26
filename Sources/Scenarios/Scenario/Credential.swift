/// Who asks.
public enum Credential: Sendable {
    /// The target's own key.
    case own
    /// The key of the second workspace.
    case otherWorkspace
    /// The personal access token, with the header that names the workspace.
    case personalAccessToken
    /// Nobody: no `Authorization` header.
    case none
    /// A well-formed key that nobody was given.
    case wrong
    /// The target's own key without `Bearer`.
    case malformed
    /// The target's own key behind `Basic`.
    case basic
    /// This bearer token.
    case token(Template)

    /// The credentials that are written as one word, by that word, in the order they are documented.
    package static let words: [(word: String, credential: Credential)] = [
        ("own", .own), ("other-workspace", .otherWorkspace), ("personal-access-token", .personalAccessToken),
        ("none", .none), ("wrong", .wrong), ("malformed", .malformed), ("basic", .basic),
    ]
}
