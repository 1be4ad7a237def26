/// A thing of the endpoint that a scenario names as its own: its steps may change or delete it, the runner never does.
public struct Fixture: Sendable, Hashable {
    /// The name that templates use.
    public let name: String
    /// The id, or the key.
    public let value: String
}
