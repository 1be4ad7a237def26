import JSON
import SeamModel

/// One deliberate breach of one requirement, for proving that the suite notices it.
public struct Fault: Sendable {
    /// The name to ask for it by, such as `accept-second-email`.
    public let id: String
    /// The requirement that it breaks, such as `UI-UNIQ-EMAIL`.
    public let requirement: String
    /// What the server does wrong, in one sentence.
    public let summary: String
    /// How it comes about.
    let effect: Effect

    /// How a fault comes about.
    enum Effect: Sendable {
        /// The workspaces no longer insist on something.
        case policy(any WritableKeyPath<Policy, Bool> & Sendable)
        /// Responses are changed on their way out.
        case response(ResponseEdit)
    }

    /// The fault of that id; nil when there is none.
    ///
    /// - Parameter id: such as `accept-second-email`.
    /// - Returns: the fault.
    public static func named(_ id: String) -> Fault? {
        all.first { $0.id == id }
    }

    /// Turns off what the fault turns off.
    func apply(to policy: inout Policy) {
        if case .policy(let rule) = effect { policy[keyPath: rule] = false }
    }

    /// Changes a response as the fault would have it.
    func apply(to response: inout ServerResponse, of operation: String?) {
        if case .response(let edit) = effect { edit.apply(to: &response, of: operation) }
    }
}
