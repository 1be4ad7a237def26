/// Something that a target may or may not offer, and that a scenario can ask for.
public enum Capability: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    /// A second workspace with its own key.
    case otherWorkspace = "other-workspace"
    /// A personal access token for the workspace.
    case personalAccessToken = "personal-access-token"
    /// An access system in the workspace.
    case accessSystem = "access-system"
    /// Two access systems in the workspace.
    case secondAccessSystem = "second-access-system"
    /// An access group in an access system of the workspace.
    case accessGroup = "access-group"
    /// An entrance in an access system of the workspace.
    case entrance

    /// The word as written in a scenario.
    public var description: String { rawValue }
}
