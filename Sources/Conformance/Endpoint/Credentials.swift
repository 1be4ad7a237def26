public import Redaction

/// What the user has to show to an endpoint; each part may be missing.
///
/// An API key belongs to one workspace. A personal access token belongs to a person, so it needs the id of the workspace
/// beside it (`seam-workspace`). Source: Seam's authentication guide.
public struct Credentials: Sendable, Equatable {
    /// The key of the workspace under test.
    public let apiKey: Secret?
    /// A personal access token.
    public let personalAccessToken: Secret?
    /// The workspace that the token is used on; sent as `seam-workspace`.
    public let workspaceID: String?
    /// The key of a second workspace, for the isolation requirements.
    public let otherAPIKey: Secret?

    /// Credentials; an empty text counts as missing.
    ///
    /// - Parameters:
    ///   - apiKey: the key of the workspace under test.
    ///   - personalAccessToken: a personal access token.
    ///   - workspaceID: the workspace that the token is used on.
    ///   - otherAPIKey: the key of a second workspace.
    public init(
        apiKey: String? = nil,
        personalAccessToken: String? = nil,
        workspaceID: String? = nil,
        otherAPIKey: String? = nil
    ) {
        self.apiKey = Self.secret(apiKey, name: "$SEAM_API_KEY")
        self.personalAccessToken = Self.secret(personalAccessToken, name: "$SEAM_PERSONAL_ACCESS_TOKEN")
        self.workspaceID = workspaceID.flatMap { $0.isEmpty ? nil : $0 }
        self.otherAPIKey = Self.secret(otherAPIKey, name: "$SEAM_OTHER_API_KEY")
    }

    /// Every secret in it.
    public var secrets: [Secret] {
        [apiKey, personalAccessToken, otherAPIKey].compactMap(\.self)
    }

    /// What is missing to ask with: a key, or a token and its workspace; nil when nothing is.
    var lack: EndpointError? {
        guard apiKey == nil else { return nil }
        return switch (personalAccessToken, workspaceID) {
        case (.some, .some): nil
        case (.some, nil): .tokenWithoutWorkspace
        case (nil, .some): .workspaceWithoutToken
        case (nil, nil): .nothingToShow
        }
    }

    /// A secret, when there is a text.
    private static func secret(_ text: String?, name: String) -> Secret? {
        text.flatMap { $0.isEmpty ? nil : Secret($0, name: name) }
    }
}
