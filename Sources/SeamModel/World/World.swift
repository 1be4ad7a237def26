/// Several workspaces side by side, and the credentials that lead to each.
public struct World: Sendable {
    /// The workspaces; none sees another's resources.
    public var workspaces: [Workspace]
    /// The place of the workspace that each API key leads to.
    private let apiKeys: [String: Int]
    /// The personal access tokens; each leads to every workspace.
    private let personalAccessTokens: Set<String>

    /// A world.
    ///
    /// - Parameters:
    ///   - workspaces: the workspaces.
    ///   - apiKeys: the API keys of each workspace, in the order of the workspaces.
    ///   - personalAccessTokens: the tokens that lead to every workspace.
    public init(workspaces: [Workspace], apiKeys: [[String]], personalAccessTokens: [String]) {
        self.workspaces = workspaces
        var places: [String: Int] = [:]
        for (place, keys) in apiKeys.enumerated() {
            for key in keys { places[key] = place }
        }
        self.apiKeys = places
        self.personalAccessTokens = Set(personalAccessTokens)
    }

    /// Sets what all workspaces insist on.
    ///
    /// - Parameter change: changes the policy of one workspace.
    public mutating func changePolicies(_ change: (inout Policy) -> Void) {
        for place in workspaces.indices { change(&workspaces[place].policy) }
    }

    /// The place of the workspace that an API key leads to; nil when the key is unknown.
    func place(ofAPIKey key: String) -> Int? { apiKeys[key] }

    /// Whether there is such a personal access token.
    func knows(personalAccessToken token: String) -> Bool { personalAccessTokens.contains(token) }
}
