/// Whose side a change is judged from.
public enum Audience: String, Sendable, Hashable, CaseIterable {
    /// Who calls the endpoint.
    case client
    /// Who offers the endpoint.
    case vendor
}
