import Redaction
import Results
import Scenarios

/// The credentials of an endpoint as header fields.
struct Identity: Sendable {
    /// What the user has to show.
    let credentials: Credentials

    /// A key of the right form that nobody was given.
    static let wrongKey = Secret("seam_test0unknown0_0000000000000000000000000000", name: "$SEAM_WRONG_API_KEY")

    /// The header fields that show a credential.
    ///
    /// - Parameters:
    ///   - credential: whose.
    ///   - token: the bearer token, where the scenario gives one.
    /// - Returns: the fields; nil when the user gave no such credential.
    func headers(for credential: Credential, token: String?) -> [HeaderField]? {
        switch credential {
        case .own: own
        case .otherWorkspace: credentials.otherAPIKey.map { [bearer($0.text)] }
        case .personalAccessToken: credentials.personalAccessToken.map { [bearer($0.text)] + workspace }
        case .none: []
        case .wrong: [bearer(Self.wrongKey.text)]
        case .malformed: secret.map { [authorization($0.text)] }
        case .basic: secret.map { [authorization("Basic " + $0.text)] }
        case .token: token.map { [bearer($0)] }
        }
    }

    /// The user's own key, or else the token with its workspace.
    private var own: [HeaderField]? {
        if let key = credentials.apiKey { return [bearer(key.text)] }
        guard let token = credentials.personalAccessToken, credentials.workspaceID != nil else { return nil }
        return [bearer(token.text)] + workspace
    }

    /// The user's own key, or else the token.
    private var secret: Secret? { credentials.apiKey ?? credentials.personalAccessToken }

    private var workspace: [HeaderField] {
        credentials.workspaceID.map { [HeaderField(name: "seam-workspace", value: $0)] } ?? []
    }

    private func bearer(_ token: String) -> HeaderField { authorization("Bearer " + token) }

    private func authorization(_ value: String) -> HeaderField { HeaderField(name: "authorization", value: value) }
}

extension Credential {
    /// The credential in the word of the scenario language.
    var word: String {
        switch self {
        case .own: "own"
        case .otherWorkspace: "other-workspace"
        case .personalAccessToken: "personal-access-token"
        case .none: "none"
        case .wrong: "wrong"
        case .malformed: "malformed"
        case .basic: "basic"
        case .token: "token"
        }
    }
}
