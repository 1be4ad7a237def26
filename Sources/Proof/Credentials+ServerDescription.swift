public import Conformance
public import ReferenceServer

extension Credentials {
    /// All that a reference server hands out: the first workspace's key as the user's own, the second's as the other's.
    ///
    /// - Parameter server: what the server says of itself.
    public init(_ server: ServerDescription) {
        self.init(
            apiKey: server.workspaces.first?.apiKey,
            personalAccessToken: server.personalAccessToken,
            workspaceID: server.workspaces.first?.id,
            otherAPIKey: server.workspaces.dropFirst().first?.apiKey
        )
    }
}
