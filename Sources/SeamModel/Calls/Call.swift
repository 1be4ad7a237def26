public import Timestamps

/// What a call brings beside its parameters.
public struct Call: Sendable {
    /// The time of the call.
    public let now: Timestamp
    /// Who may see what.
    public let scope: Scope
    /// Whether a resource that is there already is the answer, as PUT has it, and not a clash.
    public let prefersExisting: Bool

    /// Who may see what.
    public enum Scope: Sendable, Hashable {
        /// All of the workspace.
        case workspace
        /// What belongs to the identity of that client session.
        case session(ResourceID)
    }

    /// A call.
    ///
    /// - Parameters:
    ///   - now: the time of the call.
    ///   - scope: who may see what.
    ///   - prefersExisting: whether a resource that is there already is the answer.
    public init(now: Timestamp, scope: Scope = .workspace, prefersExisting: Bool = false) {
        self.now = now
        self.scope = scope
        self.prefersExisting = prefersExisting
    }
}
