import Scenarios

/// With whose credential something was made, and so can be deleted.
enum OwnerCredential: Sendable, Hashable {
    /// The target's own.
    case own
    /// That of the second workspace.
    case otherWorkspace
    /// The personal access token.
    case personalAccessToken

    /// The credential that may delete what another made: what came about without one is deleted with the own key.
    init(_ credential: Credential) {
        switch credential {
        case .otherWorkspace: self = .otherWorkspace
        case .personalAccessToken: self = .personalAccessToken
        case .own, .none, .wrong, .malformed, .basic, .token: self = .own
        }
    }

    /// The credential of a word of the scenario language; nil for one that nothing is made with.
    ///
    /// - Parameter word: such as `own`.
    init?(word: String) {
        switch word {
        case "own": self = .own
        case "other-workspace": self = .otherWorkspace
        case "personal-access-token": self = .personalAccessToken
        default: return nil
        }
    }

    /// The credential to ask with.
    var credential: Credential {
        switch self {
        case .own: .own
        case .otherWorkspace: .otherWorkspace
        case .personalAccessToken: .personalAccessToken
        }
    }
}
